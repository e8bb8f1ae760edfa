"""The history of facts: keyed by their ids, told in steps of the main line, and the same
wherever it is read.
"""

import json
import shutil
from pathlib import Path

import pytest

from dossier.model.facts import FactId
from dossier.model.history import History, HistoryState
from dossier.read import read_content
from dossier.review.history import CHANGE_SETS, LISTED, read_history
from dossier.review.log import LONGEST
from dossier.review.rows import part_name
from tests.helpers import SITES
from tests.repositories import Playground, isolated, place

PROFILE = "companies/acme/facts/profile.yaml"
HISTORY = "companies/acme/facts/history.yaml"
EMPLOYEES, LOAN = FactId("acme", "employees"), FactId("acme", "loan")
__all__ = ["isolated", "place"]
pytestmark = pytest.mark.usefixtures("isolated")


def history(place: Playground) -> History:
    """The history of the content as it is now."""
    return read_history(place.content, read_content(place.content).content)


def told(place: Playground, id: FactId = EMPLOYEES) -> list[str]:
    """The versions of a fact, a line for each: day, what became of it, what changed, and
    why.
    """
    lines = []
    for version in history(place).facts.get(id, ()):
        step = version.step
        parts = (
            [part for claim in version.change.claims for part in claim.parts]
            if version.change
            else []
        )
        said = "; ".join(
            f"{part_name(part.key)} {part.before} → {part.after}" for part in parts
        )
        number = f" (#{step.change})" if step.change else ""
        lines.append(
            " | ".join(
                filter(
                    None,
                    (
                        step.at.date().isoformat(),
                        version.kind,
                        said,
                        f"{step.reason}{number}",
                    ),
                )
            )
        )
    return lines


def test_a_fact_that_never_changed_has_come_once(place: Playground) -> None:
    assert ["2026-01-02 | added | Begin"] == told(place)
    assert [True] == [version.step.is_first for version in history(place).facts[EMPLOYEES]]


def test_each_change_is_a_version_with_its_reason(place: Playground) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Correct the number of employees (#12)")
    place.edit(PROFILE, "over 150\n", "about 150\n")
    place.commit("Be careful")
    assert [
        "2026-01-02 | added | Begin",
        "2026-01-03 | changed | value over 120 people → over 150 people | Correct the number of employees (#12)",
        "2026-01-04 | changed | value over 150 people → about 150 people | Be careful",
    ] == told(place)
    assert [True, False, False] == [
        version.step.is_first for version in history(place).facts[EMPLOYEES]
    ]


@pytest.mark.parametrize(
    ("message", "beside", "expected"),
    [
        ("Count the staff again", "", "Count the staff again"),
        ("Count the staff again", "archive/town-paper.txt", "Count the staff again"),
        ("Teach the reader to count", "program.py", ""),
        (
            "Teach the reader to count\n\nReaders: The staff was counted again.",
            "program.py",
            "The staff was counted again.",
        ),
        ("Lay it out anew\n\nReaders: -", "", ""),
        ("A\n\nReaders: one\nReaders: two", "", "two"),
    ],
)
def test_a_reason_is_one_that_was_written_for_readers(
    place: Playground, message: str, beside: str, expected: str
) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    if beside:
        (place.root / beside).parent.mkdir(exist_ok=True)
        (place.root / beside).write_text("other\n", "utf-8")
    place.commit(message)
    assert [expected] == [
        version.step.reason for version in history(place).facts[EMPLOYEES][1:]
    ]


def test_a_pull_request_that_changes_the_program_too_gives_no_reason(
    place: Playground,
) -> None:
    place.git("checkout", "--quiet", "-b", "proposal")
    place.edit(PROFILE, "over 120\n", "over 140\n")
    (place.root / "program.py").write_text("other\n", "utf-8")
    place.commit("try")
    place.git("checkout", "--quiet", "main")
    place.git(
        "merge",
        "--quiet",
        "--no-ff",
        "proposal",
        "-m",
        "Merge pull request #7 from a/b\n\nTeach it to count",
    )
    assert [("", "7")] == [
        (one.step.reason, one.step.change) for one in history(place).facts[EMPLOYEES][1:]
    ]


def test_a_move_to_another_file_is_no_version(place: Playground) -> None:
    text = (place.content / HISTORY).read_text("utf-8")
    before, _, loan = text.partition("loan:\n")
    place.write(
        {
            HISTORY: before,
            PROFILE: (place.content / PROFILE).read_text("utf-8") + f"loan:\n{loan}",
        }
    )
    place.commit("Move the loan")
    place.git("mv", f"content/{PROFILE}", "content/companies/acme/facts/people.yaml")
    place.commit("Rename a file")
    assert ["2026-01-02 | added | Begin"] == told(place, LOAN)


def test_what_is_no_news_is_no_version(place: Playground) -> None:
    """Other words of the same source, a note, another look, a remark."""
    place.edit(PROFILE, "quote: over 120 people", "quote: more than 120 staff")
    place.edit(
        PROFILE,
        "      period: 2024\n",
        "      # Looked at again.\n      period: 2024\n      checked: 2025-01\n      note: Yes.\n",
    )
    place.commit("Look again")
    assert ["2026-01-02 | added | Begin"] == told(place)


def test_a_source_that_comes_is_a_version(place: Playground) -> None:
    place.edit(
        PROFILE, "        - source: town-paper\n          quote: over 120 people\n", ""
    )
    place.commit("Take a source away")
    assert [
        "2026-01-02 | added | Begin",
        "2026-01-03 | changed | Take a source away",
    ] == told(place)


def test_a_fact_that_went_and_came_again(place: Playground) -> None:
    text = (place.content / PROFILE).read_text("utf-8")
    place.write({PROFILE: None})
    place.commit("Take it away")
    place.write({PROFILE: text})
    place.commit("Bring it back")
    assert ["added", "retired", "added"] == [line.split(" | ")[1] for line in told(place)]


def test_a_pull_request_is_one_step_with_its_title(place: Playground) -> None:
    """Whatever its commits were called; its day is the day on which it was merged."""
    place.git("checkout", "--quiet", "-b", "proposal")
    place.edit(PROFILE, "over 120\n", "over 140\n")
    place.commit("try")
    place.edit(PROFILE, "over 140\n", "over 150\n")
    place.commit("try again")
    place.git("checkout", "--quiet", "main")
    place.commit("Something else")
    place.git(
        "merge",
        "--quiet",
        "--no-ff",
        "proposal",
        "-m",
        "Merge pull request #7 from a/b\n\nCount the new ones\n\nMore.",
    )
    assert [
        "2026-01-02 | added | Begin",
        "2026-01-05 | changed | value over 120 people → over 150 people | Count the new ones (#7)",
    ] == told(place)


def test_a_merge_without_a_reason_gives_those_of_its_commits(place: Playground) -> None:
    place.git("checkout", "--quiet", "-b", "side")
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Count the new ones")
    place.edit(HISTORY, "date: 2016\n", "date: 2017\n")
    place.commit("Correct the loan")
    place.git("checkout", "--quiet", "main")
    place.commit("Something else")
    place.git("merge", "--quiet", "--no-ff", "side", "-m", "Merge side")
    assert (
        "2026-01-05 | changed | value over 120 people → over 150 people | Count the new ones"
        == told(place)[-1]
    )
    assert (
        "2026-01-05 | changed | date 2016 → 2017 | Correct the loan"
        == told(place, LOAN)[-1]
    )
    assert ["Correct the loan", "Count the new ones", "Begin"] == sorted(
        (change_set.step.reason for change_set in history(place).change_sets),
        key=["Correct the loan", "Count the new ones", "Begin"].index,
    )


def test_a_version_that_is_no_yaml_is_passed_over(place: Playground) -> None:
    place.edit(PROFILE, "  claims:\n", "  claims: [\n")
    place.commit("Break it")
    place.edit(PROFILE, "  claims: [\n", "  claims:\n")
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Mend it")
    assert [
        "2026-01-02 | added | Begin",
        "2026-01-04 | changed | value over 120 people → over 150 people | Mend it",
    ] == told(place)


def test_a_version_by_older_rules_is_told_in_its_own_words(place: Playground) -> None:
    place.edit(PROFILE, "over 120\n", "more than 120 souls\n")
    place.commit("Write it as one used to")
    place.edit(PROFILE, "more than 120 souls\n", "over 150\n")
    place.commit("Write it as one does")
    assert [
        "2026-01-03 | changed | value over 120 people → more than 120 souls | Write it as one used to",
        "2026-01-04 | changed | value more than 120 souls → over 150 people | Write it as one does",
    ] == told(place)[1:]


def test_a_file_in_another_style_has_a_history_too(place: Playground) -> None:
    fact = {
        "motto": {
            "label": "Motto",
            "property": "description",
            "claims": [{"value": "Old", "references": [{"source": "x"}]}],
        }
    }
    place.write({"companies/acme/facts/more.yaml": json.dumps(fact)})
    place.commit("Add a motto")
    place.edit("companies/acme/facts/more.yaml", "Old", "New")
    place.commit("Change the motto")
    assert (
        "2026-01-04 | changed | value Old → New | Change the motto"
        == told(place, FactId("acme", "motto"))[-1]
    )


def test_what_is_not_committed_has_no_part_in_it(place: Playground) -> None:
    """The history is that of the commit, whatever stands in the files."""
    before = history(place)
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.edit(PROFILE, "label: Number of employees", "label: Staff")
    assert before == history(place)


def test_the_machine_and_its_settings_have_no_part_in_it(
    place: Playground, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = history(place)
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[color]\nui = always\n[log]\nshowSignature = true\ndate = relative\n[diff]\nrenames = copies\nnoprefix = true\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert before == history(place)


def test_a_shallow_clone_says_so(place: Playground, tmp_path: Path) -> None:
    place.commit("Go on")
    place.git("clone", "--quiet", "--depth=1", place.root.as_uri(), str(tmp_path / "clone"))
    found = read_history(
        tmp_path / "clone" / "content", read_content(place.content).content
    )
    assert (HistoryState.SHALLOW, {}, ()) == (found.known, found.facts, found.change_sets)
    assert place.git("rev-parse", "HEAD") == found.commit


def test_a_clone_without_contents_asks_nobody_for_them(
    place: Playground, tmp_path: Path
) -> None:
    place.git("config", "uploadpack.allowFilter", "true")
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Go on")
    place.git(
        "clone",
        "--quiet",
        "--filter=blob:none",
        place.root.as_uri(),
        str(tmp_path / "clone"),
    )
    found = read_history(
        tmp_path / "clone" / "content", read_content(place.content).content
    )
    assert HistoryState.ABSENT is found.known


def test_a_download_without_history_says_so(tmp_path: Path) -> None:
    shutil.copytree(SITES / "acme", tmp_path / "content")
    assert (
        HistoryState.ABSENT
        is read_history(
            tmp_path / "content", read_content(tmp_path / "content").content
        ).known
    )


def test_a_repository_without_a_commit_says_so(tmp_path: Path) -> None:
    place = Playground(tmp_path / "site")
    shutil.copytree(SITES / "acme", place.content)
    assert HistoryState.ABSENT is history(place).known


def test_a_machine_without_git_says_so(
    place: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert HistoryState.ABSENT is history(place).known


@pytest.mark.parametrize(
    ("message", "reason", "change"),
    [
        ("Add it (#12)", "Add it", "12"),
        ('Revert "Add it (#12)" (#13)', 'Revert "Add it (#12)"', "13"),
        ("Fix #12", "Fix #12", ""),
        ("(#12)", "(#12)", ""),
        ("Say \u202egnirts\u200b \x1b[31mred", "Say \ufffdgnirts\ufffd \ufffd[31mred", ""),
        ("x" * 300, "x" * (LONGEST - 1) + "…", ""),
        ("Merge pull request #9 from a/b", "Merge pull request #9 from a/b", "9"),
    ],
)
def test_reasons_are_plain_words(
    place: Playground, message: str, reason: str, change: str
) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit(message)
    step = history(place).facts[EMPLOYEES][-1].step
    assert (reason, change) == (step.reason, step.change)


def test_the_latest_steps_are_listed_newest_first_and_older_ones_are_counted(
    place: Playground,
) -> None:
    for number in range(CHANGE_SETS + 5):
        place.edit(
            PROFILE,
            "period: 2024" if not number else f"period: {1900 + number - 1}",
            f"period: {1900 + number}",
        )
        place.commit(f"Step {number}")
    found = history(place)
    assert [f"Step {number}" for number in reversed(range(5, CHANGE_SETS + 5))] == [
        one.step.reason for one in found.change_sets
    ]
    assert 6 == found.older


def test_a_step_that_brings_many_facts_names_some_and_counts_all(place: Playground) -> None:
    one = (place.content / PROFILE).read_text("utf-8")
    many = "".join(
        one.replace("employees:\n", f"employees-{number:03}:\n", 1)
        for number in range(LISTED + 10)
    )
    place.write({PROFILE: one + many})
    place.commit("Add many")
    change_set = history(place).change_sets[0]
    assert (LISTED, {"added": LISTED + 10}) == (
        len(change_set.changes),
        dict(change_set.counts),
    )


def beta(place: Playground) -> dict[str, str | None]:
    """The files of a second company with one fact."""
    facts = (place.content / PROFILE).read_text("utf-8")
    company = "name: Beta\nsections:\n  profile: Profile\n"
    return {
        "companies/beta/company.yaml": company,
        "companies/beta/facts/profile.yaml": facts,
    }


def without(place: Playground, company: str) -> dict[str, str | None]:
    """The files of a company taken away."""
    folder = place.content / "companies" / company
    return {
        path.relative_to(place.content).as_posix(): None
        for path in folder.rglob("*")
        if path.is_file()
    }


def companies_told(place: Playground) -> list[tuple[str, str, str]]:
    """Who is told of in the history, of each version its reason and kind."""
    facts = history(place).facts.items()
    return sorted(
        {
            (id.company, one.step.reason, one.kind.value)
            for id, versions in facts
            for one in versions
        }
    )


def test_a_site_that_took_the_place_of_another_begins_with_itself(
    place: Playground,
) -> None:
    """In a copy of another's repository, readers are told neither of its facts nor that
    they were taken away.
    """
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Count the new ones")
    place.write({**without(place, "acme"), **beta(place)})
    place.commit("Our own company instead")
    assert [("beta", "Our own company instead", "added")] == companies_told(place)
    assert [True] == [
        one.step.is_first for one in history(place).facts[FactId("beta", "employees")]
    ]
    (change_set,) = history(place).change_sets
    assert {"added": 1} == dict(change_set.counts)


def test_a_site_that_took_another_away_first_begins_with_itself(place: Playground) -> None:
    ours = beta(place)
    place.write(without(place, "acme"))
    place.commit("Empty it")
    assert ({}, ()) == (history(place).facts, history(place).change_sets)
    place.write(ours)
    place.commit("Our own company")
    assert [("beta", "Our own company", "added")] == companies_told(place)


def test_a_company_that_is_in_no_commit_yet_has_no_history(place: Playground) -> None:
    """An owner who has put a company in the place of another looks at the site before the
    first commit.
    """
    place.write({**without(place, "acme"), **beta(place)})
    assert ({}, ()) == (history(place).facts, history(place).change_sets)


def test_what_went_after_the_site_began_is_told(place: Playground) -> None:
    """A company that the site has had, and dropped later, is part of its history."""
    place.write(beta(place))
    place.commit("Add Beta")
    place.edit("companies/beta/facts/profile.yaml", "over 120\n", "over 150\n")
    place.commit("Correct Beta")
    place.write(without(place, "acme"))
    place.commit("Drop Acme")
    found = companies_told(place)
    assert ("acme", "Begin", "added") not in found
    assert {("acme", "Add Beta", "added"), ("acme", "Drop Acme", "retired")} < set(found)
    assert {("beta", "Add Beta", "added"), ("beta", "Correct Beta", "changed")} < set(found)


def test_a_fact_with_a_new_id_keeps_its_history(place: Playground) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Count the new ones")
    place.edit(
        PROFILE, "employees:\n", "people-employed:\n  formerly: [employees, nothing-else]\n"
    )
    place.commit("Call it what it is")
    assert [
        "2026-01-02 | added | Begin",
        "2026-01-03 | changed | value over 120 people → over 150 people | Count the new ones",
    ] == told(place, FactId("acme", "people-employed"))
    assert EMPLOYEES not in history(place).facts


def test_a_renamed_company_keeps_its_history_under_its_new_id(place: Playground) -> None:
    place.edit(PROFILE, "over 120\n", "over 150\n")
    place.commit("Count the new ones")
    renamed: dict[str, str | None] = {
        path.relative_to(place.content)
        .as_posix()
        .replace("/acme/", "/acme-works/"): path.read_text("utf-8")
        for path in (place.content / "companies/acme").rglob("*")
        if path.is_file()
    }
    company = f"formerly: [acme]\n{renamed['companies/acme-works/company.yaml']}"
    place.write(
        {**without(place, "acme"), **renamed, "companies/acme-works/company.yaml": company}
    )
    place.commit("Call the company by its new name")
    assert [
        ("acme-works", "Begin", "added"),
        ("acme-works", "Count the new ones", "changed"),
    ] == companies_told(place)
    place.edit(PROFILE.replace("/acme/", "/acme-works/"), "over 150\n", "over 170\n")
    place.commit("Count again")
    assert ["Begin", "Count the new ones", "Count again"] == [
        version.step.reason
        for version in history(place).facts[FactId("acme-works", "employees")]
    ]
