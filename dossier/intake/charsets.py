"""Which encoding a page is in: what it or its server says, in the words of the web, and
what its bytes say themselves.

The names are those that browsers know (https://encoding.spec.whatwg.org/#names-and-labels),
read as they read them: what calls itself ISO 8859-1 is Windows-1252. Python knows others
too, such as punycode, in which no page is written.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass

UTF8 = "UTF-8"
BOMS = (
    (BOM_UTF8, "utf-8-sig", UTF8),
    (BOM_UTF32_LE, "utf-32", "UTF-32"), (BOM_UTF32_BE, "utf-32", "UTF-32"),
    (BOM_UTF16_LE, "utf-16", "UTF-16"), (BOM_UTF16_BE, "utf-16", "UTF-16"),
)  # fmt: skip
LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "cp866": "866 cp866 csibm866 ibm866",
    "cp874": "windows-874 dos-874 tis-620",
    "cp1252": "ascii us-ascii ansi_x3.4-1968 ibm819 cp819 l1 latin1",
    "cp1254": "l5 latin5",
    "iso8859-2": "l2 latin2", "iso8859-3": "l3 latin3", "iso8859-4": "l4 latin4", "iso8859-10": "l6 latin6",
    "iso8859-5": "cyrillic", "iso8859-6": "arabic ecma-114 asmo-708", "iso8859-8": "hebrew visual logical",
    "iso8859-7": "greek greek8 ecma-118 elot_928 sun_eu_greek", "iso8859-15": "l9 latin9 csisolatin9",
    "koi8-r": "koi koi8 koi8-r koi8_r cskoi8r", "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac csmacintosh x-mac-roman", "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gb18030 gbk gb2312 chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc-jp": "euc-jp cseucpkdfmtjapanese x-euc-jp", "iso2022-jp": "iso-2022-jp csiso2022jp",
    "cp932": "shift_jis shift-jis csshiftjis ms932 ms_kanji sjis windows-31j x-sjis",
    "cp949": "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
    "utf-16-le": "utf-16 utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff",
    "utf-16-be": "utf-16be unicodefffe",
}  # fmt: skip
CODECS = {label: codec for codec, labels in LABELS.items() for label in labels.split()}
NUMBERED = re.compile(
    r"(?:(?:iso[-_]?8859[-_]?|csisolatin)(?P<iso>\d{1,2})(?:[-_:][\w:]*)?|(?:x-|windows-|cp-?|ms-?){1,2}(?P<cp>125[0-8]))"
)
IN_BROWSERS = {"iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"}
KNOWN_PARTS = frozenset((*range(1, 12), 13, 14, 15, 16))  # ISO 8859-12 was given up

SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
ENOUGH = 3
"""So many characters that are sound UTF-8, and none that are not: no other encoding looks
so by chance.
"""


@dataclass(frozen=True)
class Encoding:
    """How bytes are to be read."""

    codec: str
    name: str
    # For people.
    doubt: str = ""
    # Why they are not read as was said.


def encoding_of(data: bytes, charset: str) -> Encoding:
    """The encoding of bytes: by their byte order mark, as was said, or UTF-8."""
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            return Encoding(codec, name)
    said = charset.strip().lower()
    codec = _codec(said)
    if not said or codec == "utf-8":
        return Encoding("utf-8", UTF8)
    if not codec:
        return Encoding("utf-8", UTF8, f"the charset “{said[:40]}” is not known")
    if _is_utf8(data, codec):
        return Encoding(
            "utf-8", UTF8, f"the charset is said to be {said}, and the bytes are {UTF8}"
        )
    return Encoding(codec, said)


def _codec(label: str) -> str:
    """The codec for a name; empty where browsers know none."""
    match = NUMBERED.fullmatch(label)
    if match and match["cp"]:
        return f"cp{match['cp']}"
    if match and int(match["iso"]) in KNOWN_PARTS:
        codec = f"iso8859-{int(match['iso'])}"
        return IN_BROWSERS.get(codec, codec)
    return CODECS.get(label, "")


def _is_utf8(data: bytes, codec: str) -> bool:
    """Whether bytes are surely UTF-8, whatever was said of them."""
    if codec.startswith("utf-16"):
        return b"\0" not in data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(SEQUENCE.findall(data)) >= ENOUGH or not _decodes(data, codec)


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
