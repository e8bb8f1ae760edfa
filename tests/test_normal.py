"""Texts in one typography: what is folded, what stays, and how lines and pages become
paragraphs.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.texts.normal import fold, normalise_quote, normalise_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“a” ‘b’ «c» „d“", '"a" \'b\' "c" "d"'),
        ("a–b a—b a -- b −5", "a-b a - b a - b -5"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("so\u00adft zero\u200bwidth \u202emark", "soft zerowidth mark"),
        ("ﬁ ﬃ ＡＢＣ １２３ ％ ＄", "fi ffi ABC 123 % $"),
        ("٣٨٠ ٪ १२", "380 % 12"),
        ("5½ 10² ① Ⅳ ℃ ™", "5½ 10² ① Ⅳ ℃ ™"),
        ("a\r\nb\rc\u2028d\x00", "a\nb\nc\nd"),
        ("Cafe\u0301", "Caf\u00e9"),
    ],
)
def test_typography_is_folded_and_meaning_is_not(text: str, folded: str) -> None:
    assert folded == fold(text)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("one\ntwo", "one two\n"),
        ("One ends.\nTwo begins.", "One ends. Two begins.\n"),
        ("A heading\nThe paragraph below is longer.", "A heading\nThe paragraph below is longer.\n"),
        ("One.\n\n\nTwo.", "One.\n\nTwo.\n"),
        ("a  b\tc ", "a b c\n"),
        ("infra-\nstructure", "infra-\nstructure\n"),
        ("US-\nChina", "US-China\n"),
        ("2020-\n2024", "2020-2024\n"),
        ("goes on\f\nhere", "goes on here\n"),
        ("It ends.\fA page.", "It ends.\n\nA page.\n"),
        ("goes on\n\n7\n\nhere", "goes on here\n"),
        ("It ends.\n\n7\n\nAnew.", "It ends.\n\n7\n\nAnew.\n"),
        ("goes on\n- 7 -\n\f\nPage 8 of 9\nhere", "goes on here\n"),
        ("", "\n"),
        ("2024  12\t500", "2024 | 12 | 500\n"),
        ("the 12  works, 500\tpeople", "the 12 works, 500 people\n"),
        ("Shops 2024: 12\n500 people in each", "Shops 2024: 12\n\n500 people in each\n"),
        ("of the year\n2024 and more", "of the year 2024 and more\n"),
        ("- 91\n\n- 92\n\n- 93", "- 91\n\n- 92\n\n- 93\n"),
    ],
)  # fmt: skip
def test_lines_and_pages_become_paragraphs(text: str, normal: str) -> None:
    assert normal == normalise_text(text)


@given(st.text(max_size=60))
def test_folding_twice_folds_no_more(text: str) -> None:
    """What is in the archive and what is quoted from it come out alike."""
    assert normalise_quote(text) == normalise_quote(normalise_quote(text))


@given(st.text(alphabet="ab12. -\n\f", max_size=80))
def test_no_word_is_lost_but_the_numbers_of_pages(text: str) -> None:
    """Normalising moves lines; it takes nothing away but numbers that stand alone in a
    line.
    """
    kept = normalise_text(text)
    assert sorted(filter(str.isalpha, text)) == sorted(filter(str.isalpha, kept))
