"""Our own words: which figures, dates, quotations and names of them a quote holds, and
which nobody has given but us.
"""
