"""What all pages of a site share: its settings, where its pages stand, how much one holds,
and what is at hand while a page is made.
"""
