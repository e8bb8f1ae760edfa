"""Characters that hide are found and named; those that scripts and emoji need are not,
where they need them.
"""

import json
import subprocess
from functools import cache

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from dossier.characters.characters import (
    HIDING,
    SPACES,
    STAND_IN,
    UNSEEN_IN_PRINT,
    find_forbidden,
    is_blank,
    is_widthless,
    replace_hiding,
    without_forbidden,
)
from dossier.characters.unseen import BLANKS, JOINING_SCRIPTS, WIDTHLESS
from dossier.collect import Findings
from dossier.intake.bounds import clean
from dossier.read.files import text_of
from dossier.read.prose import parse_prose
from dossier.suggest.forms import FormRefused, parse_form
from dossier.texts.normal import fold
from dossier.yaml.nodes import parse_yaml
from tests.toolchain import NODE

REFUSED = {
    "\x00": "U+0000 a control character",
    "\x1b": "U+001B a control character",
    "\x85": "U+0085 a control character",
    "\xad": "U+00AD SOFT HYPHEN",
    "\u034f": "U+034F COMBINING GRAPHEME JOINER",
    "\u115f": "U+115F HANGUL CHOSEONG FILLER",
    "\u1160": "U+1160 HANGUL JUNGSEONG FILLER",
    "\u17b4": "U+17B4 KHMER VOWEL INHERENT AQ",
    "\u180e": "U+180E MONGOLIAN VOWEL SEPARATOR",
    "\u200b": "U+200B ZERO WIDTH SPACE",
    "\u200d": "U+200D ZERO WIDTH JOINER",
    "\u200e": "U+200E LEFT-TO-RIGHT MARK",
    "\u2028": "U+2028 LINE SEPARATOR",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u2062": "U+2062 INVISIBLE TIMES",
    "\u2066": "U+2066 LEFT-TO-RIGHT ISOLATE",
    "\u2800": "U+2800 BRAILLE PATTERN BLANK",
    "\u3164": "U+3164 HANGUL FILLER",
    "\ue000": "U+E000 a character for private use",
    "\ufdd0": "U+FDD0 a noncharacter",
    "\ufe00": "U+FE00 VARIATION SELECTOR-1",
    "\ufe0f": "U+FE0F VARIATION SELECTOR-16",
    "\ufeff": "U+FEFF ZERO WIDTH NO-BREAK SPACE",
    "\uffa0": "U+FFA0 HALFWIDTH HANGUL FILLER",
    "\ufff9": "U+FFF9 INTERLINEAR ANNOTATION ANCHOR",
    "\ufffc": "U+FFFC OBJECT REPLACEMENT CHARACTER",
    "\ufffd": "U+FFFD REPLACEMENT CHARACTER",
    "\uffff": "U+FFFF a noncharacter",
    "\U00013430": "U+13430 EGYPTIAN HIEROGLYPH VERTICAL JOINER",
    "\U00016fe4": "U+16FE4 KHITAN SMALL SCRIPT FILLER",
    "\U0001bca0": "U+1BCA0 SHORTHAND FORMAT LETTER OVERLAP",
    "\U0001d159": "U+1D159 MUSICAL SYMBOL NULL NOTEHEAD",
    "\U0001d173": "U+1D173 MUSICAL SYMBOL BEGIN BEAM",
    "\U0001fffe": "U+1FFFE a noncharacter",
    "\U00050000": "U+50000 a character that Unicode has not assigned",
    "\U000e0041": "U+E0041 TAG LATIN CAPITAL LETTER A",
    "\U000e0100": "U+E0100 VARIATION SELECTOR-17",
    "\U000e0fff": "U+E0FFF a character that Unicode has not assigned",
    "\U00100000": "U+100000 a character for private use",
}
WRITTEN = {
    "plain": "plain\ttext\n",
    "typography": "naïve “quotes” – 380 €, a\u00a0b, e\u0301",
    "Chinese": "阿里巴巴　𰻝 𲎰",
    "Chinese with variants": "葛\U000e0100城，齟\ufe00",
    "Chinese signs": "甲，\ufe00乙。\ufe01",
    "Japanese": "ガ\uff9e髙",
    "Korean": "한국어 경제",
    "old Korean": "\u1112\u119e\u11ab \u115f\u1161 \u1100\u1160",
    "Arabic": "عربي وَقْت 2024 هـ",
    "Arabic year": "1445 ه\u200d.",
    "Arabic with a mark": "شركة C++\u200f كبيرة، \u061c-5",
    "Persian": "می\u200cخواهم کار\u200cها",
    "Persian with others": "PDF\u200cها و ۲۰\u200cساله (AI)\u200cها کووید\u200c۱۹",
    "Urdu": "آئی\u200cفون",
    "Hebrew": "שָׁלוֹם עולם",
    "Hebrew with marks": "שלום C++\u200e ודומיו, \u200e-5%",
    "Hebrew points": "יְרוּשָׁלַ\u034fִם",
    "Syriac": "ܠܫܢܐ ܣܘܪܝܝܐ",
    "Hindi": "क्\u200dष क्\u200cष उद्\u200dघाटन",
    "Marathi": "दर्\u200dया",
    "Bengali": "র\u200d্যাব সত্\u200d",
    "Malayalam": "ന്\u200d, അവന്\u200d.",
    "Kannada": "ಬ್ಯಾಂಕ್\u200c, ಸಾಫ್ಟ್\u200cವೇರ್",
    "Telugu": "సాఫ్ట్\u200cవేర్",
    "Sinhala": "ශ්\u200dරී ලංකා",
    "Tamil": "க்\u200cஷ",
    "Nepali": "गर्\u200dयो",
    "Thai": "ภาษา\u200bไทย",
    "Khmer": "ភាសា\u200bខ្មែរ\u200b។ ២\u200bឆ្នាំ",
    "Lao": "ພາສາ\u200bລາວ",
    "Burmese": "မြန်မာ\u200bဘာသာ",
    "Tibetan": "བོད་སྐད།",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ ᠪᠠᠶ\u180bᠢᠨ\u180eᠠ ᠡ\u180d",
    "emoji": "🇨🇳 ❤️ ☎\ufe0e ©️ 5\ufe0f\u20e3 #\ufe0f\u20e3 ✨️",
    "emoji of several": "👩\u200d💻 👩🏽\u200d🚀 🏳️\u200d🌈 👨\u200d👩\u200d👧 ❤️\u200d🔥 ⛹🏽\u200d♂️ 🏃\u200d➡️",
    "flags": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🏴\u200d☠️",
    "emoji to come": "\U0001faff \U0001f8ff",
    "braille": "⠉\u2800⠁",
    "hieroglyphs": "\U00013080\U00013430\U00013081",
    "mathematics": "a ∩\ufe00 b",
    "N'Ko": "ߒߞߏ",
}
AMISS = {
    "a joiner in a Latin word": "ad\u200dd",
    "a joiner before a sign": "字\u200d.",
    "a joiner alone": "\u200c",
    "a joiner of two scripts without any": "x\u200c字",
    "a joiner between digits": "۱\u200c۲",
    "two joiners": "می\u200c\u200cخواهم",
    "a joiner before a space": "می\u200c خواهم",
    "a joiner behind an emoji": "👩\u200d.",
    "a variant of a letter": "a\ufe0f",
    "a variant of a digit": "5\ufe0f00",
    "a variant of a variant": "❤️\ufe0f",
    "an ideograph with an emoji's selector": "葛\ufe0f",
    "two selectors": "葛\U000e0100\U000e0101",
    "tags that are no flag": "🏴\U000e0061\U000e0062\U000e007f",
    "tags behind a letter": "a\U000e0067\U000e007f",
    "a mark of direction among Latin words": "C++\u200e is",
    "a mark of direction within a Hebrew word": "שלו\u200fם",
    "a mark of direction within a number": "שלום 12\u200f34",
    "a mark of direction within a date": "שלום 12/\u200f05",
    "two marks of direction": "שלום!\u200f\u200f",
    "an isolate in Arabic": "شركة \u2066C++\u2069",
    "a space of no width in Chinese": "阿里\u200b巴巴",
    "two spaces of no width in Thai": "ภาษา\u200b\u200bไทย",
    "a blank letter between words": "Acme\u3164Group",
    "blank letters of old Korean alone": "\u115f\u1160",
    "a separator outside Mongolian": "अ\u180eक",
    "a shape of Mongolian behind Latin": "a\u180b",
}


@pytest.mark.parametrize(("character", "name"), REFUSED.items(), ids=ascii)
def test_what_hides_is_found_and_named(character: str, name: str) -> None:
    """The place and the name by which people look it up."""
    assert (2, name) == find_forbidden(f"ab{character}c")


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_what_scripts_need_is_let_through(text: str) -> None:
    """Letters of every script, emoji that are joined, combining marks and no-break spaces
    are text.
    """
    assert find_forbidden(text) is None
    assert text == clean(text).text


@pytest.mark.parametrize("text", AMISS.values(), ids=AMISS)
def test_what_scripts_need_is_refused_where_it_does_no_work(text: str) -> None:
    """There it can only hide; what is taken in goes without it."""
    assert find_forbidden(text)
    assert find_forbidden(clean(text).text) is None


@pytest.mark.parametrize(
    "character",
    ["\u3164", "\u2800", "\ufe00", "\ue000", "\U0001fffe", "\u200e", "\u200d"],
    ids=ascii,
)
def test_every_reader_of_text_judges_alike(character: str) -> None:
    """Files as they are, keys and values by escapes, prose by escapes, forms; and what is
    taken in goes without it.
    """
    text = f"Acme{character}Group"
    out = Findings()
    assert text_of("a.md", text.encode(), out) == without_forbidden(text)
    escaped = text.encode("unicode_escape").decode()
    parse_yaml("b.yaml", f'"{escaped}": "x"\nx: "{escaped}"\n', out)
    parse_prose(f"Acme&#{ord(character)};Group", "c.md", 1, None, out)
    assert ["a.md:1", "b.yaml:1", "b.yaml:2", "c.md:1"] == [
        f"{at.path}:{at.line}" for at, code, _ in out.in_order() if code == "R004"
    ]
    with pytest.raises(FormRefused, match=f"U\\+{ord(character):04X}"):
        parse_form(text)
    assert find_forbidden(clean(text).text) is None


def test_no_hiding_character_passes_the_first_look() -> None:
    """Whatever Unicode hides, Python does not print, or it is in the list of what it does;
    so the regex of Unicode's properties need not be loaded for most texts.
    """
    hiding = regex.findall(HIDING, "".join(map(chr, range(0x110000))))
    printed = [one for one in hiding if one.isprintable()]
    assert printed
    assert all(map(UNSEEN_IN_PRINT.fullmatch, printed))
    assert {*SPACES}.isdisjoint(hiding)
    assert [] == [one for one in printed if find_forbidden(f"a{one}b") is None]


def test_a_lone_surrogate_is_found() -> None:
    """It comes from an escape, or from a file name that is not UTF-8."""
    assert (0, "U+D800 half of a character") == find_forbidden("\ud800")


def test_a_stand_in_keeps_every_other_character_in_its_place() -> None:
    """The text is as long as before."""
    assert "a\ufffdb\ufffdc" == without_forbidden("a\u202eb\x00c")


def test_what_is_taken_in_keeps_its_words_and_figures_apart() -> None:
    """What takes room on a page becomes a space, so that no two figures run together."""
    taken = clean("5\u3164000 so\u00adft 12\ufffd500\u200b")
    assert "5 000 soft 12 500" == taken.text
    assert "1 × U+3164 HANGUL FILLER made a space" in taken.remarks
    assert "1 × U+00AD SOFT HYPHEN taken out" in taken.remarks


@given(
    st.text(
        st.characters()
        | st.sampled_from("\u200c\u200d\ufe0f\u200f\u200b\u1160\u180eאبक👩5a"),
        max_size=40,
    )
)
def test_what_is_taken_in_holds_nothing_that_hides(text: str) -> None:
    assert find_forbidden(clean(text).text.replace("\f", "")) is None


@pytest.mark.parametrize(
    "text", [*WRITTEN.values(), *AMISS.values()], ids=[*WRITTEN, *AMISS]
)
def test_a_quote_is_found_with_and_without_what_cannot_be_seen(text: str) -> None:
    """A quote that was typed, or mended as its finding says, matches the text that it was
    taken from.
    """
    plain = replace_hiding(text, lambda character: " " if is_blank(character) else "")
    assert fold(plain) == fold(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("می&zwnj;خواهم and 👩&#x200d;💻 and &#8205;", ["1:34 R004"]),
        ("ad&zwj;d", ["1:3 R004"]),
        (
            "a&#1;b &#x85; &#xfdd0; &#9999999;",
            ["1:2 R004", "1:8 R004", "1:15 R004", "1:24 R004"],
        ),
        ("&amp; &copy; &#169; &nosuch;", []),
        ("C++&lrm; is", ["1:4 R004"]),
        ("C++&lrm; and C++&lrm; שלום", []),
    ],
)
def test_escapes_in_prose_are_judged_where_they_stand(text: str, found: list[str]) -> None:
    out = Findings()
    parse_prose(text, "overview.md", 1, None, out)
    assert found == [f"{at.line}:{at.column} {code}" for at, code, _ in out.in_order()]


# What Unicode says, by another program that knows it.


ALL = "".join(map(chr, range(0x110000)))


@cache
def _by_node(properties: str) -> frozenset[int]:
    """All code points with a property, as Node knows Unicode."""
    script = (
        f"const p = /^[{properties}]$/v, found = [];"
        "for (let c = 0; c < 0x110000; c++) if (p.test(String.fromCodePoint(c))) found.push(c);"
        "console.log(JSON.stringify(found))"
    )
    done = subprocess.run([NODE, "-e", script], capture_output=True, check=True, text=True)
    return frozenset(json.loads(done.stdout))


def _ours(pattern: str) -> frozenset[int]:
    return frozenset(map(ord, regex.findall(f"(?V1){pattern}", ALL)))


def _among_words(codes: frozenset[int]) -> str:
    """Each of some characters between two letters, as far as it is let through."""
    return without_forbidden(" ".join(f"a{chr(code)}b" for code in codes))


def test_every_character_that_unicode_lets_programs_ignore_is_refused_among_words() -> None:
    """Default_Ignorable_Code_Point, private use, surrogates and noncharacters, without one
    exception.
    """
    hidden = _by_node(
        r"\p{Default_Ignorable_Code_Point}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}"
    )
    assert set() == hidden & set(map(ord, _among_words(hidden))) - {ord(STAND_IN)}


def test_nothing_that_is_printed_is_refused() -> None:
    """What Unicode calls a letter, mark, number, sign or space is text, but for the few
    that leave nothing but a gap.
    """
    printed = _by_node(
        r"[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]--\p{Default_Ignorable_Code_Point}"
    )
    refused = sorted({*map(chr, printed)} - {*_among_words(printed)} | {STAND_IN})
    blank = "\u2800\ufffc\ufffd\U00013440\U00013441\U00013442"
    rest = [
        character for character in refused if not "\U00013447" <= character <= "\U00013455"
    ]
    assert [*blank, "\U00016fe4", "\U0001d159"] == rest


def test_our_library_knows_all_that_node_knows() -> None:
    """So that neither of the two tests above passes for want of knowledge; it may know a
    newer Unicode.
    """
    assert _by_node(r"\p{Default_Ignorable_Code_Point}") <= _ours(
        r"\p{Default_Ignorable_Code_Point}"
    )
    assert _ours(r"\p{Cn}") <= _by_node(r"\p{Cn}")


def test_the_scripts_whose_letters_join_are_all_there() -> None:
    """Each script with a letter that joins on both sides, or with a sign that takes a vowel
    away.
    """
    joined = _ours(r"[[\p{jt=D}\p{ccc=9}]&&[\p{L}\p{M}]]")
    known = regex.compile(
        "[" + "".join(rf"\p{{scx={script}}}" for script in JOINING_SCRIPTS) + "]"
    )
    assert [] == [f"U+{code:04X}" for code in sorted(joined) if not known.match(chr(code))]


def test_what_has_no_width_is_not_blank() -> None:
    """Nor does it stand for a character that was lost, which must not vanish from between
    two figures.
    """
    assert frozenset() == _ours(WIDTHLESS) & _ours(f"[{BLANKS}]")
    assert not is_widthless(STAND_IN)
