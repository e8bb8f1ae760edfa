"""A site that shows every kind of value, in every state, with texts that try to break out."""

SITENAME = "Kitchen <sink> & co"
SITEURL = "https://example.org/dossiers"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "../../../themes/ledger"
PLUGINS = ["dossier.plugin"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = (
    AUTHOR_FEED_RSS
) = None
DOSSIER_TAGLINE = 'Everything "at once" <script>alert(1)</script>'
DOSSIER_MENU = ["about"]
# Pictures are compared with what they must hold, and not byte by byte.
DOSSIER_CARDS = False
# The history of this folder is that of the project: it would be another one with every
# commit.
DOSSIER_HISTORY = False
DOSSIER_REPOSITORY = "https://example.org/owner/name"
