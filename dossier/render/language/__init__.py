"""What a page says in words: the texts of the interface, and values, numbers and dates
written for people.
"""
