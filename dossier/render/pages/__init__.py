"""One module for each kind of page: what it hands to its template. And the plan of all
pages.
"""
