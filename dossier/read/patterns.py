"""What single values look like: the patterns by which parsers read them, and what editors
are told of the same.

What editors get is written in what the regular expressions of Python and JavaScript have in
common.
"""

import re

from dossier.model.schema import ANY_SCALAR, matching
from dossier.model.slugs import ID, SLUG_HELP

LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
)  # BCP 47: language, script, region
INTEGRITY = re.compile(r"sha256-[0-9a-f]{64}")

FACT_HELP = "Write `fact`, or `company/fact` for another dossier's."
LANGUAGE_HELP = "Write a tag such as en, en-GB or zh-Hans."
INTEGRITY_HELP = "Write `sha256-` and 64 hexadecimal digits."


A_SLUG = matching(ID, SLUG_HELP, ANY_SCALAR)
A_FACT = matching(rf"{ID}(?:/{ID})?", FACT_HELP, ANY_SCALAR)
A_FACT_ELSEWHERE = matching(rf"{ID}/{ID}", "Write company/fact.")
A_LANGUAGE = matching(LANGUAGE.pattern, LANGUAGE_HELP)
A_HASH = matching(INTEGRITY.pattern, INTEGRITY_HELP)
