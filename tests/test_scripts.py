"""How long a text is where words stand together without spaces, and where spaces part them."""

import re
from pathlib import Path

import pytest

import dossier
from dossier.model.scripts import words_in

PACKAGE = Path(dossier.__file__).parent
TEXTS = {
    "": 0,
    "91 data centres": 3,
    "don’t": 1,
    "公司宣布三年内投入": 5,
    "公司": 1,
    "公": 1,
    "投入3800亿元": 3,
    "GPU 服务器": 3,
    "พนักงาน": 4,
    "회사는 1조원을 투자한다": 3,
    "—": 1,
    "\U00020bb7野家": 2,
}


@pytest.mark.parametrize(("text", "words"), TEXTS.items())
def test_a_text_has_so_many_words(text: str, words: int) -> None:
    assert words == words_in(text)


def test_ranges_of_these_scripts_stand_in_one_place() -> None:
    """Patterns elsewhere are put together from them; letters that a font shapes, and the
    blanks of Korean, are another matter.
    """
    found = re.compile(
        r"\\u(?:30[4-9a-f][0-9a-f]-|[34]e?00-|3400-|ac00-|0e00-|0e80-|1780-)"
    )
    others = {"model/scripts.py", "render/cards/drawing.py"}
    assert set() == {
        name
        for path in PACKAGE.rglob("*.py")
        if (name := path.relative_to(PACKAGE).as_posix()) not in others
        and found.search(path.read_text("utf-8"))
    }
