"""Whether a text may have a figure, told at a glance: reading figures is dear, and most
texts have none.
"""

import re

MEASURED = re.compile(
    r"\d|\b(?:hundred|thousand|million|billion|trillion|per"
    r" ?cent|percent|years?|months?|weeks?|days?|decades?)\b",
    re.IGNORECASE,
)
"""Without one of these no text has a figure that counts."""
