"""What single values look like: the patterns by which parsers read them, and what editors are told of the same.

What editors get is written in what the regular expressions of Python and JavaScript have in common.
"""

import re

from dossier.model.currencies import CURRENCIES
from dossier.model.dates import MOMENT
from dossier.model.quantities import AMOUNT, QUANTITY
from dossier.model.schema import Schema, matching

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_HELP = "Write a to z, 0 to 9 and single hyphens, at most 64 characters, and no name like `con`."
NOT_A_SLUG = f"is not an id. {SLUG_HELP}"
MAX_SLUG = 64  # with its folder and ending, a path stays within what every file system takes
# Names that Windows keeps for devices: a checkout or a copy of the site there would fail.
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})
MAX_TEXT = 2_000
DURATION = re.compile(r"P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})D)?", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")  # BCP 47: language, script, region
INTEGRITY = re.compile(r"sha256-[0-9a-f]{64}")
UNSAFE = re.compile(r"[\s\\<>\"'`{}|^\x00-\x20]")
PRIVATE = (".localhost", ".local", ".internal")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)

DATE_HELP = "Write 2014, 2014-03 or 2014-03-09, with ? or ~ behind it where it is uncertain or approximate."
FACT_HELP = "Write `fact`, or `company/fact` for another dossier's."
DURATION_HELP = "Write P3Y, P6M or P10D."
BLANK_HELP = "Give a value, or delete the key if it is not needed."
QUANTITY_HELP = "Write it like `over 2.5 billion CNY`, `nearly 10%` or `91`."
MONEY_HELP = "Write an ISO 4217 code, as in `380 billion CNY`."
URL_HELP = "Write it whole, beginning with https://."
LANGUAGE_HELP = "Write a tag such as en, en-GB or zh-Hans."
INTEGRITY_HELP = "Write `sha256-` and 64 hexadecimal digits."

ID = rf"(?!(?:{'|'.join(sorted(RESERVED))})(?:$|/))(?=[a-z0-9-]{{1,{MAX_SLUG}}}(?:$|/)){SLUG.pattern}"
DATE = (
    rf"(?:{MOMENT.pattern})|\[(?:{MOMENT.pattern})?\.\.(?:{MOMENT.pattern})?\]|"
    rf"(?:{MOMENT.pattern}|\.\.)/(?:{MOMENT.pattern}|\.\.)"
)
CURRENCY = "|".join(sorted(CURRENCIES))
ADDRESS = rf"[Hh][Tt][Tt][Pp][Ss]?://{HOST.pattern.replace('a-z', 'A-Za-z')}(?::[0-9]*)?(?:[/?#][!#-&(-;=?-\[\]_a-z~]*)?"

# YAML takes `2024` for a number; to us it can be a word. So can `true`, but then editors would offer that everywhere.
ANY_SCALAR = ("string", "number")
A_TEXT: Schema = {"type": [*ANY_SCALAR], "pattern": r"\S", "patternErrorMessage": BLANK_HELP}
A_SLUG = matching(ID, SLUG_HELP, ANY_SCALAR)
A_FACT = matching(rf"{ID}(?:/{ID})?", FACT_HELP, ANY_SCALAR)
A_FACT_ELSEWHERE = matching(rf"{ID}/{ID}", "Write company/fact.")
A_DATE = matching(DATE, DATE_HELP, ("string", "integer"), minimum=1, maximum=9999)
A_DURATION = matching(DURATION.pattern, DURATION_HELP)
A_QUANTITY = matching(QUANTITY.pattern, QUANTITY_HELP, ("string", "number"))
AN_AMOUNT = matching(rf"{AMOUNT} (?:{CURRENCY})", MONEY_HELP)
AN_ADDRESS = matching(ADDRESS, URL_HELP, maxLength=MAX_TEXT)
A_LANGUAGE = matching(LANGUAGE.pattern, LANGUAGE_HELP)
A_HASH = matching(INTEGRITY.pattern, INTEGRITY_HELP)
