"""Settings of the made-up site of ferry lines, as a site of one's own would have them:
docs/settings.md explains them.
"""

SITENAME = "Ferry lines"
SITEURL = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "themes/ledger"
PLUGINS = ["dossier.plugin"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = (
    AUTHOR_FEED_RSS
) = None

DOSSIER_TAGLINE = "Made-up ferry lines, by which the program is tested."
DOSSIER_MENU = ["about", "method"]
DOSSIER_PLAIN_LINKS = True
DOSSIER_REPOSITORY = ""
DOSSIER_BRANCH = "main"
