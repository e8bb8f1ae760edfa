"""What a site's workflows do on GitHub: the standard library alone, so that a job with
rights installs nothing.
"""
