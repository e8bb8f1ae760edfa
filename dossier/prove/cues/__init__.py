"""Words beside a figure that ask a person to look: each language is a file of words, each
kind of cue a small rule.
"""
