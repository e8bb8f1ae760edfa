"""Settings of the site as it is built on one's own machine. publishconf.py adds what only
the published one needs.
"""

SITENAME = "Company dossiers"
SITEURL = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "themes/ledger"
PLUGINS = ["dossier.plugin"]

# A site of dossiers has no articles, and so no feeds of them.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = (
    AUTHOR_FEED_RSS
) = None

# Settings of the plugin: docs/settings.md
DOSSIER_TAGLINE = "Every figure, date and quotation leads to the words that support it."
DOSSIER_MENU = ["about", "method"]
# Links name index.html, so that the site can be opened from disk, without a server.
DOSSIER_PLAIN_LINKS = True
# Pages lead back to the repository in which the facts are written, such as
# https://github.com/owner/name.
DOSSIER_REPOSITORY = ""
DOSSIER_BRANCH = "main"
