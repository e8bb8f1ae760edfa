"""Records to dossiers: what claims amount to, timelines, back-links. Pure; expects content
without errors.
"""

from dossier.merge.dossiers import merge_content

__all__ = ["merge_content"]
