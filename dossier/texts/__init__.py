"""The texts of sources: the one form they are kept in, and where words stand in them."""
