"""Names of files that look like something else are names, to Pelican too."""

from pathlib import Path

import pytest

from tests.builds import ROOT, build
from tests.helpers import content_folder


@pytest.mark.parametrize("name", ["2024-13-45", "2999-01-01-plan", "404", "index"])
def test_a_page_may_be_named_like_a_date_or_a_file(tmp_path: Path, name: str) -> None:
    """Pelican takes a date from the name of a file, and stops at one that is none; what
    check passes, build finishes.
    """
    content_folder(
        tmp_path, {f"pages/{name}.md": "---\ntitle: A page\n---\n## Head\n\n## Head\n"}
    )
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    given = f"THEME = {str(ROOT / 'themes/ledger')!r}\nDOSSIER_MENU = []\nDOSSIER_SEARCH = False\n"
    (tmp_path / "pelicanconf.py").write_text(settings + given, "utf-8")
    built = build(tmp_path)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "output" / name / "index.html").is_file()
