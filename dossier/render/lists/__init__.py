"""Lists that one page does not hold: in portions, and on shelves."""
