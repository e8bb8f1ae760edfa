"""A reader's correction in: from the form of an issue to a change of the content, or to
what is missing for one.
"""
