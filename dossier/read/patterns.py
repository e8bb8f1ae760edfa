"""What single values look like: the patterns by which parsers read them, and what editors are told of the same.

What editors get is written in what the regular expressions of Python and JavaScript have in common.
"""

import re

from dossier.model.schema import ANY_SCALAR, matching
from dossier.model.slugs import ID, SLUG_HELP
from dossier.model.values.text import MAX_TEXT

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")  # BCP 47: language, script, region
INTEGRITY = re.compile(r"sha256-[0-9a-f]{64}")
UNSAFE = re.compile(r"[\s\\<>\"'`{}|^\x00-\x20]")
PRIVATE = (".localhost", ".local", ".internal")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)

FACT_HELP = "Write `fact`, or `company/fact` for another dossier's."
URL_HELP = "Write it whole, beginning with https://."
LANGUAGE_HELP = "Write a tag such as en, en-GB or zh-Hans."
INTEGRITY_HELP = "Write `sha256-` and 64 hexadecimal digits."

ADDRESS = rf"[Hh][Tt][Tt][Pp][Ss]?://{HOST.pattern.replace('a-z', 'A-Za-z')}(?::[0-9]*)?(?:[/?#][!#-&(-;=?-\[\]_a-z~]*)?"

A_SLUG = matching(ID, SLUG_HELP, ANY_SCALAR)
A_FACT = matching(rf"{ID}(?:/{ID})?", FACT_HELP, ANY_SCALAR)
A_FACT_ELSEWHERE = matching(rf"{ID}/{ID}", "Write company/fact.")
AN_ADDRESS = matching(ADDRESS, URL_HELP, maxLength=MAX_TEXT)
A_LANGUAGE = matching(LANGUAGE.pattern, LANGUAGE_HELP)
A_HASH = matching(INTEGRITY.pattern, INTEGRITY_HELP)
