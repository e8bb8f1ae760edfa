"""A site of one's own from the package alone: `dossier init` makes it, `dossier upgrade`
brings it up. No build needs it.
"""
