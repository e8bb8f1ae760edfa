"""A theme put to use: its templates, its files, and what a page of it may load."""
