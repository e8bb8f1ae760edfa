"""Charts and maps, drawn while the site is built: facts to shares of a scale, never to
colours or sizes.

How a value is drawn, its type says; which chart does it, the list in choosing.py. What is
drawn is always printed as well, with its notes.
"""
