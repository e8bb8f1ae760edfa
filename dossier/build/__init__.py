"""The pipeline, and an output folder that changes all at once. Knows nothing of Pelican."""
