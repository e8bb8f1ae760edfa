"""YAML as text: values and where they stand, how they are spelled and laid out, and lines
put in or replaced. What they mean, it does not know.
"""
