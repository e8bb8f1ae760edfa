"""What all pages of a site share: its settings, where its pages stand, how much one holds,
and the sheet that a page is made on.
"""
