"""Where a fact is written down and how it came to say what it says: the ways back, and its
history.
"""
