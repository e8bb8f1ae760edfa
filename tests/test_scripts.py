"""How long a text is where words stand together without spaces, and where spaces part them."""

import pytest

from dossier.model.scripts import words_in

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
}


@pytest.mark.parametrize(("text", "words"), TEXTS.items())
def test_a_text_has_so_many_words(text: str, words: int) -> None:
    assert words == words_in(text)
