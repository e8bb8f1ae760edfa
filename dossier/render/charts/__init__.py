"""Charts and maps, drawn while the site is built: facts to shares of a scale, never to
colours or sizes.

Which chart shows what is a table of data in kinds.py. What is drawn is always printed as
well, with its notes.
"""
