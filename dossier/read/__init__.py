"""Files to records: one strict loader for everything, with the position of every key and
value. Writes nothing.
"""

from dossier.read.folder import Reading, read_content, read_sources

__all__ = ["Reading", "read_content", "read_sources"]
