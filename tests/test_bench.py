"""The measures run: each on the smallest content, because a measure that is broken is found
only by whoever needs it.
"""

import pytest

from bench import pages, scale, search


def test_what_pages_cost(capsys: pytest.CaptureFixture[str]) -> None:
    pages.main(1)
    told = capsys.readouterr().out.splitlines()
    assert ["template", "pages", "context", "printing", "kB", "time", "bytes"] == told[
        0
    ].split()
    found = {line.split()[0]: int(line.split()[1]) for line in told[1:]}
    assert {"fact.html": 35, "dossier.html": 1} == {
        name: found[name] for name in ("fact.html", "dossier.html")
    }


def test_how_the_parts_of_a_build_grow(capsys: pytest.CaptureFixture[str]) -> None:
    scale.main(8, 1, 2)
    told = capsys.readouterr().out.splitlines()
    assert ["companies", "1", "2"] == told[0].split()
    assert any(line.startswith("quotes proved, thousand") for line in told)


def test_what_the_index_of_the_search_costs(capsys: pytest.CaptureFixture[str]) -> None:
    search.main(20)
    assert "20 facts: " in capsys.readouterr().out
