"""From the content to a site on disk: the pipeline, the search, the last look, and a folder
that changes all at once.

Knows nothing of Pelican.
"""
