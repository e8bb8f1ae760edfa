"""What all pages share: settings, addresses, the files of the theme, and the sheet on which
a page is made.
"""
