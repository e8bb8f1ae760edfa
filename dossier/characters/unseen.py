"""Which characters nobody sees, and where some of them are needed all the same: patterns of
Unicode's own properties.

Which they are follows from what Unicode says of a character, never from a list of ours, and
so do the letters and signs beside which one of them does work. Only scripts are named here,
and what Unicode's files list without a property. See Unicode Standard Annex 31 on joiners,
Annex 9 on marks of direction, and Technical Standard 51 on emoji.
"""

# Signs and letters that Unicode counts among what is printed, and that leave nothing but a
# gap on a page.
BLANKS = r"\u115f\u1160\u2800\u3164\uffa0\U00013441\U00013442\U0001d159"
# Of no width at all. Of the controls only tab and line end are text.
WIDTHLESS = (
    rf"[[[\p{{Cc}}--[\t\n]][\p{{Cf}}--\p{{PCM}}]\p{{Zl}}\p{{Zp}}\p{{Default_Ignorable_Code_Point}}"
    rf"\U00013440\U00013447-\U00013455\U00016fe4]--[{BLANKS}]]"
)
# What stands for a lost character or for a thing that is not there, or means nothing to
# anybody else, tells nothing. Where Unicode has set room aside for emoji, what is
# unassigned is a new one: it is seen, if only as a box.
UNSEEN = rf"[{WIDTHLESS}{BLANKS}\p{{Cs}}\p{{Co}}[\p{{Cn}}--\p{{Extended_Pictographic}}]\ufffc\ufffd]"
# Of these the ones that Python counts among what is printed, written out so that most texts
# need no more than its own look; a test holds them against Unicode's properties.
PRINTED = (
    r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd"
    r"\U00013441\U00013442\U00016fe4\U0001d159\U000e0100-\U000e01ef"
)

# Scripts whose letters join or stack: there a joiner says whether two of them do.
JOINING_SCRIPTS = (
    "Adlam", "Arabic", "Chorasmian", "Hanifi_Rohingya", "Mandaic", "Manichaean", "Mongolian", "Nko", "Old_Uyghur",
    "Phags_Pa", "Psalter_Pahlavi", "Sogdian", "Syriac",
    "Ahom", "Balinese", "Batak", "Bengali", "Bhaiksuki", "Brahmi", "Buginese", "Chakma", "Cham", "Devanagari", "Dives_Akuru",
    "Dogra", "Grantha", "Gujarati", "Gunjala_Gondi", "Gurmukhi", "Gurung_Khema", "Hanunoo", "Javanese", "Kaithi", "Kannada",
    "Kawi", "Kharoshthi", "Khmer", "Khojki", "Khudawadi", "Lao", "Lepcha", "Limbu", "Mahajani", "Malayalam",
    "Masaram_Gondi", "Meetei_Mayek", "Modi", "Multani", "Myanmar", "Nandinagari", "Newa", "Oriya", "Rejang", "Saurashtra",
    "Sharada", "Siddham", "Sinhala", "Soyombo", "Sundanese", "Syloti_Nagri", "Tagalog", "Tai_Tham", "Takri", "Tamil",
    "Telugu", "Thai", "Tibetan", "Tifinagh", "Tirhuta", "Tulu_Tigalari", "Zanabazar_Square",
)  # fmt: skip
JOINING = (
    r"[[\p{L}\p{M}]&&["
    + "".join(rf"\p{{scx={script}}}" for script in JOINING_SCRIPTS)
    + "]]"
)
MONGOLIAN = r"[\p{L}&&\p{scx=Mongolian}]"
HEBREW_POINT = r"[\p{M}&&\p{scx=Hebrew}]"
# Written without spaces, so that a space of no width says where a line may end: as Unicode
# has it, and not as `model/scripts` lists them, since in Chinese and Japanese a line may
# end anywhere, and of the others more scripts need such a space than are searched.
UNSPACED = r"[[\p{L}\p{M}]&&[\p{lb=SA}\p{scx=Balinese}\p{scx=Javanese}]]"
FROM_THE_RIGHT = r"[\p{L}&&[\p{bc=R}\p{bc=AL}]]"
MARK = r"[\u061c\u200e\u200f]"
SIGN = r"[\p{P}\p{S}]"
AT_A_SEAM = (
    rf"(?<!{MARK})(?!(?<=\p{{Nd}}{SIGN}?){MARK}{SIGN}?\p{{Nd}})(?!(?<=[\p{{L}}\p{{M}}]){MARK}[\p{{L}}\p{{M}}])"
    rf"(?:(?<={FROM_THE_RIGHT}(?s:.){{0,60}}){MARK}|{MARK}(?=(?s:.){{0,60}}{FROM_THE_RIGHT}))"
)
FLAG_TAGS = ("gbeng", "gbsct", "gbwls")
"""England, Scotland and Wales: of all regions of countries, those whose flags fonts draw.
"""


def _tags(letters: str) -> str:
    return "".join(chr(0xE0000 + ord(letter)) for letter in letters) + "\U000e007f"


NEEDED: tuple[str, ...] = (
    # Persian, Arabic, Indic and other words, at their seams with others too (`PDF‌ها`);
    # never between two digits
    rf"(?<={JOINING})[\u200c\u200d](?={JOINING})",
    rf"(?<={JOINING})\u200c(?=[\p{{L}}\p{{Nd}}])",
    rf"(?<=[\p{{L}}\p{{M}}\p{{Nd}}\p{{Pe}}\p{{Pf}}%])\u200c(?={JOINING})",
    # a consonant without its vowel at the end of a word, and a letter that is shaped as if
    # it went on (`ه‍`)
    r"(?<=\p{ccc=9})[\u200c\u200d]",
    r"(?<=[\p{jt=D}\p{jt=L}])\u200d(?!\u200d)",
    # emoji of several, in colours, as a picture or as text, on keys, and flags
    r"(?<=\p{Extended_Pictographic}[\ufe0f\p{EMod}]?)\u200d(?=\p{Extended_Pictographic})",
    r"(?<=[[\p{Emoji}\p{Extended_Pictographic}]--[#*0-9]])[\ufe0e\ufe0f]",
    r"(?<=[#*0-9])\ufe0f(?=\u20e3)",
    (
        rf"(?<=\U0001f3f4(?={'|'.join(map(_tags, FLAG_TAGS))})[\U000e0061-\U000e007a]{{0,5}})"
        r"[\U000e0061-\U000e007a\U000e007f]"
    ),
    # shapes of an ideograph, and signs that Unicode lists with a variant
    r"(?<=\p{Unified_Ideograph})[\ufe00-\ufe02\U000e0100-\U000e01ef]",
    r"(?<=[\u2018\u2019\u201c\u201d\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f])[\ufe00\ufe01]",
    r"(?<=[[\p{Sm}--\p{ASCII}][\p{L}&&[\p{scx=Myanmar}\p{scx=Phags_Pa}]]])\ufe00",
    # Mongolian: shapes of a letter, and the gap before a last vowel
    rf"(?<={MONGOLIAN})[\u180b-\u180d\u180f]",
    rf"(?<={MONGOLIAN}[\u180b-\u180d\u180f]?)\u180e(?={MONGOLIAN})",
    # Thai, Khmer and others that write no space between words
    rf"(?<={UNSPACED})\u200b(?!\u200b)|(?<!\u200b)\u200b(?={UNSPACED})",
    # beside words that run from right to left: where a sign at a seam of two directions
    # belongs; never within a number or word, where such a mark could only turn it around
    AT_A_SEAM,
    # Hebrew points in an order of their own, old Hangul with a part left out, braille,
    # hieroglyphs, Khitan
    rf"(?<={HEBREW_POINT})\u034f(?={HEBREW_POINT})",
    r"\u115f(?=[\u1161-\u11a7\ud7b0-\ud7c6]|\u1160[\u11a8-\u11ff\ud7cb-\ud7fb])",
    r"(?<=[\u1100-\u115e\ua960-\ua97c])\u1160|(?<=\u115f)\u1160(?=[\u11a8-\u11ff\ud7cb-\ud7fb])",
    r"(?<=[\u2801-\u28ff])\u2800(?=[\u2801-\u28ff])",
    r"(?<=\p{scx=Egyptian_Hieroglyphs})[\U00013430-\U0001345f]",
    r"(?<=\p{scx=Khitan_Small_Script})\U00016fe4",
)
"""Where a character that cannot be seen does work that nothing else can do."""
