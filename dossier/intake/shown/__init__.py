"""A page as a browser shows it before any script runs: what is seen, what stands apart, and
what is raised or struck out.

An extractor of text sees tags and not the page, so that `5<sup>1</sup> percent` becomes 51
percent to it. Here a page is laid out anew, before its text is looked for, so that each
block holds one run of words that no tag can glue or cut.
"""
