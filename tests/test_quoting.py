"""Words of others keep the marks that they have, and never stand between two of a kind."""

import pytest
from markupsafe import Markup

from dossier.render.language.catalogues import ENGLISH, read_language
from dossier.render.language.quoting import in_marks, in_title_marks, quotation


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There are two kinds", "“There are two kinds”"),
        ("“There are two kinds", "‘“There are two kinds’"),
        ('he said "two kinds"', '‘he said "two kinds"’'),
        ("分为「两种」", "‘分为「两种」’"),
        ("it’s ‘two’ kinds", "“it’s ‘two’ kinds”"),
    ],
)
def test_quotation_marks_that_words_bring_stand_in_others(text: str, told: str) -> None:
    assert told == in_marks(text, ENGLISH) == in_title_marks(text, ENGLISH)


@pytest.mark.parametrize(
    ("tag", "plain", "marked"),
    [("de", "„two kinds“", "‚“two” kinds‘"), ("zh-Hans", "“two kinds”", "‘“two” kinds’")],
)
def test_marks_are_those_of_the_language_of_the_page(
    tag: str, plain: str, marked: str
) -> None:
    language = read_language(tag)
    assert [plain, marked] == [
        in_marks(text, language) for text in ("two kinds", "“two” kinds")
    ]


def test_a_quotation_says_which_marks_it_needs() -> None:
    assert Markup("<q>two &lt; three</q>") == quotation("two < three")
    assert Markup('<q class="q--single">“two</q>') == quotation("“two")
