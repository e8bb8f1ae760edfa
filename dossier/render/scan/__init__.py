"""A finished page, looked through once: what it shows, and where it leads."""
