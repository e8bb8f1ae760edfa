"""`dossier new` at a terminal: each answer is checked before the next question, and what is
written is sound.
"""

import os
import pty
import select
import shutil
import signal
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest

from dossier.asking import Dialogue, interview, matching
from dossier.edit.formatting import survey
from dossier.generate.pipeline import inspect
from dossier.model.errors import DossierError
from dossier.prove.folder import prove_folder
from tests.builds import BIN, ROOT

PATIENCE = 60
KILN = ROOT / "tests" / "sites" / "kiln"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with the texts of its sources."""
    for name in ("content", "archive"):
        shutil.copytree(KILN / name, tmp_path / name)
    return tmp_path


def asked(site: Path, answers: Iterable[str]) -> tuple[str, list[str]]:
    """What was written and said, where these answers are typed one after the other; all of
    them are needed.
    """
    said: list[str] = []
    typed = iter(answers)

    def ask(question: str) -> str:
        said.append(f"{question}?")
        return next(typed)

    told = interview(Dialogue(site / "content", site / "archive", ask, said.append))
    assert [] == list(typed)
    return "\n".join(told), said


def findings(site: Path) -> list[str]:
    """The codes of what is wrong, but for what has still to be proved."""
    return [one.code for one in inspect(site / "content").findings if one.code != "Q013"]


def test_a_fact_is_written_that_is_sound_laid_out_and_proved(site: Path) -> None:
    answers = [
        "staff",
        "People in the town",
        "",
        "about 180",
        "post",
        "employs about 180 people",
    ]
    told, _ = asked(site, answers)
    assert told.startswith(f"{site}/content/companies/wessel/facts/works.yaml:")
    text = (site / "content" / "companies" / "wessel" / "facts" / "works.yaml").read_text(
        "utf-8"
    )
    assert text.endswith(
        "people-in-the-town:\n  label: People in the town\n  property: staff\n  value: about 180\n"
        "  sources:\n    lemford-post: employs about 180 people\n"
    )
    assert [] == findings(site)
    assert () == survey(site / "content").changed
    assert not prove_folder(site / "content", site / "archive").failed


def test_each_answer_is_checked_as_it_is_typed(site: Path) -> None:
    """And asked again until it is right: the property, the label, the id, the value, the
    source, the words.
    """
    answers = [
        "zzz", "o", "founded", "", "Founded by whom", "staff", "Not An Id", "first-year", "18l7", "1887",
        "nobody", "lemford", "founded in 1888", "founded in 1887",
    ]  # fmt: skip
    _, said = asked(site, answers)
    told = "\n".join(said)
    assert "  kiln-output: Tiles fired a day\n" in told
    assert "  this is needed." in told
    assert "  'staff' is the id of a fact already." in told
    assert "  'Not An Id' is not an id." in told
    assert "  '18l7' is not a date. Write 2014, 2014-03 or 2014-03-09" in told
    assert "Expected one of: clay-monthly, lemford-post." in told
    assert "Quote [empty: change the value]?" in said
    assert [] == findings(site)


def test_words_that_show_another_figure_lead_back_to_the_value(site: Path) -> None:
    answers = [
        "staff",
        "People",
        "",
        "190",
        "clay",
        "It now has 180 people",
        "",
        "180",
        "clay",
        "It now has 180 people",
    ]
    told, said = asked(site, answers)
    assert told.endswith("`dossier check` looks at all of it.")
    assert "  Then once more from the value." in said
    assert "    - value: 180\n" in (
        site / "content/companies/wessel/facts/works.yaml"
    ).read_text("utf-8")
    assert [] == findings(site)


EVENT = """
event:
  label: Event
  type: record
  fresh: never
  keys:
    date: {type: date, label: Date, required: true}
    what: {type: text, label: What happened, required: true}
    who: {type: entity, label: Person}
    place: {type: text, label: Place}
  part: event
"""


def test_a_record_is_asked_for_key_by_key(site: Path) -> None:
    """What is not needed can be left empty, and people are found by a few letters."""
    path = site / "content" / "properties.yaml"
    path.write_text(path.read_text("utf-8") + EVENT, "utf-8")
    keys = ["2025-03-03", "It lights its second kiln: “the new one”", "nob", "ida", ""]
    answers = [
        "event",
        "Second kiln",
        "",
        *keys,
        "clay",
        "lit its second kiln on 3 March 2025",
    ]
    asked(site, answers)
    text = (site / "content/companies/wessel/facts/works.yaml").read_text("utf-8")
    assert text.endswith(
        '  value:\n    date: 2025-03-03\n    what: "It lights its second kiln: “the new one”"\n'
        "    who: ida-brandt\n  sources:\n    clay-monthly: lit its second kiln on 3 March 2025\n"
    )
    assert () == survey(site / "content").changed


def test_a_property_of_the_library_is_offered_where_the_site_has_none(site: Path) -> None:
    said: list[str] = []
    typed = iter(["net-profit", "zzz"])
    with pytest.raises(StopIteration):
        interview(
            Dialogue(
                site / "content",
                site / "archive",
                lambda question: next(typed),
                said.append,
            )
        )
    assert "Ctrl+C ends this" in said[0]
    assert (
        "Ready to be added, before this is begun again: `dossier new property net-profit`."
        in said[1]
    )
    assert "`dossier new property` names those" in said[2]


def test_letters_mean_what_they_can() -> None:
    those = {"staff": "People employed", "staff-abroad": "People abroad", "sites": "Sites"}
    assert ("staff",) == matching("staff", those) == matching("People employed", those)
    assert ("staff", "staff-abroad") == matching("people", those)
    assert ("sites",) == matching("SIT", those)
    assert () == matching("x", those)


def test_there_must_be_something_to_write_about(site: Path) -> None:
    shutil.rmtree(site / "content" / "sources")
    with pytest.raises(
        DossierError, match="there is no source yet; `dossier source add FILE` or"
    ):
        asked(site, [])


def test_at_a_terminal_it_asks_and_elsewhere_it_helps(site: Path) -> None:
    """Over a terminal of its own; with a pipe or with arguments nothing is asked."""
    helped = subprocess.run(
        [BIN / "dossier", "new"],
        cwd=site,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert (2, True) == (
        helped.returncode,
        helped.stdout.startswith(b"Usage: dossier new "),
    )
    answers = "staff\nPeople here\n\nabout 180\npost\nemploys about 180 people\n"
    status, said = at_terminal(site, answers)
    assert 0 == status, said
    assert "is written." in said
    assert [] == findings(site)


def test_whoever_leaves_in_the_middle_has_written_nothing(site: Path) -> None:
    before = (site / "content/companies/wessel/facts/works.yaml").read_bytes()
    status, said = at_terminal(site, "staff\nPeople here\n", is_left=True)
    assert 1 == status
    assert "Traceback" not in said
    assert before == (site / "content/companies/wessel/facts/works.yaml").read_bytes()


def at_terminal(site: Path, typed: str, *, is_left: bool = False) -> tuple[int, str]:
    """The exit status of `dossier new`, and all that stands on the terminal in the end; it
    can be left by Ctrl+C.
    """
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(site)
        signal.signal(
            signal.SIGINT, signal.SIG_DFL
        )  # whoever started the tests may have it passed over
        os.execv(BIN / "dossier", ["dossier", "new"])  # noqa: S606 -- there is no shell
    said = b""
    for line in typed.splitlines(keepends=True):
        said += until(terminal, b": ")
        os.write(terminal, line.encode())
    if is_left:
        said += until(terminal, b": ")
        leave(process, terminal)
    with suppress(OSError):  # a terminal that nobody has open any more
        while select.select([terminal], [], [], PATIENCE)[0] and (
            found := os.read(terminal, 4096)
        ):
            said += found
    os.close(terminal)
    os.kill(process, signal.SIGKILL)  # if it still waits for an answer
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), said.decode()


def leave(process: int, terminal: int) -> None:
    """Interrupt it as Ctrl+C does; one that comes between the question and the wait for its
    answer is not seen.
    """
    for _ in range(PATIENCE):
        os.kill(process, signal.SIGINT)
        if select.select([terminal], [], [], 1)[0]:
            return


def until(terminal: int, sign: bytes) -> bytes:
    """What is written up to a question."""
    said = b""
    while not said.endswith(sign):
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        assert ready, f"nothing is asked any more: {said!r}"
        said += os.read(terminal, 4096)
    return said
