"""Company dossiers as a static site: facts in YAML, checked, merged and printed with their
sources.
"""

__version__ = "0.1.0"
