"""Settings of the published site: those of pelicanconf.py, and the address that it will
have.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403 -- Pelican reads settings from the names of a module

SITEURL = os.environ.get("SITEURL", "")
DOSSIER_PLAIN_LINKS = False

# Where a workflow of GitHub runs, its repository is the one in which the facts are written.
if "GITHUB_REPOSITORY" in os.environ:
    DOSSIER_REPOSITORY = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{os.environ['GITHUB_REPOSITORY']}"
