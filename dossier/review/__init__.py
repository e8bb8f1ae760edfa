"""What a proposal does to the facts, and how each fact came to say what it says. Asks git,
and changes nothing.
"""
