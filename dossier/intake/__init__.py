"""A new source in: from a file, a page or an export to front matter and an archived text."""
