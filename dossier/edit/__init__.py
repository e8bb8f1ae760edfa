"""The files that authors write: begun, put into order, described to their editors. The site
is built without it.
"""
