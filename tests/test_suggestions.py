"""A correction form becomes the smallest change that is sound, or says what is missing,
whatever anybody writes into it.
"""

import difflib
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.cli import dossier
from dossier.collect import Findings
from dossier.edit.formatting import formatted
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.findings import has_errors
from dossier.model.places import KeyPlace, Position, place_at
from dossier.model.sharing import as_recorded, as_recorded_in
from dossier.model.values import UNSTATED
from dossier.read import read_content
from dossier.read.facts import FactFile, read_facts
from dossier.read.layout import Role
from dossier.read.shapes import Spot
from dossier.suggest import suggesting
from dossier.suggest.editing import BY_HAND, edit_fact
from dossier.suggest.forms import LABELS, REQUIRED, SEVERAL_LINES, FormRefused, read_form
from dossier.suggest.planning import BOTH_READINGS, ChangePlan, PlanKind
from dossier.suggest.reading import Pointer, WishedCorrection, read_wish
from dossier.suggest.suggesting import SuggestionOutcome, suggest
from dossier.yaml.editing import replaced_quote
from dossier.yaml.nodes import Scalar, parse_yaml
from tests.builds import FERRIES, ROOT
from tests.helpers import SITES, content_folder, findings_in

FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "correction.yml"
PROFILE = "companies/acme/facts/profile.yaml"
FACTS = """\
# A remark at the top.
employees:
  label: Number of employees
  property: employees
  claims:
    - value: over 120
      period: 2024
      references:
        - source: annual-report
          quote: more than 120 people
        - source: town-paper
          quote: over 120 people

revenue:
  label: Revenue
  property: revenue
  claims:
    - value: 12 million EUR   # as printed
      references:
        - source: annual-report
          quote: "sales of 12 million euros"
  # A remark behind the claims.

# A remark on the next fact.
trade:
  label: Trade
  property: description
  claims:
    - value: Maker of anvils
      references:
        - source: town-paper
          quote: maker of anvils
    - {value: Maker of hammers, references: [{source: annual-report, quote: maker of hammers}]}
"""
ASKED = {
    "fact": "acme/employees", "current": "over 120", "correct": "over 150", "source": "https://example.com/news/a-new-hall",
    "quote": "more than 150 people",
}  # fmt: skip
LONG_VALUE = (
    "Maker of anvils, of which it has made a great many, and of the best iron that there was, too"
    * 2
)


def form(**answers: str) -> str:
    """The text that GitHub makes of a form."""
    given = ASKED | answers
    return "\n\n".join(
        f"### {label}\n\n{given.get(id, '') or '_No response_'}"
        for id, label in LABELS.items()
    )


def loan(correct: str) -> str:
    """A form about a fact whose value has several parts."""
    return form(fact="acme/loan", current="", correct=correct)


def filed(
    folder: Path, text: str | bytes, facts: str = FACTS
) -> tuple[SuggestionOutcome, list[str]]:
    """What comes of a form, and the lines of the content that came and went."""
    root = content_folder(folder, {PROFILE: facts})
    before = {path: path.read_bytes() for path in files(root)}
    paper = folder / "form.md"
    paper.write_bytes(
        text if isinstance(text, bytes) else text.encode("utf-8", errors="surrogatepass")
    )
    outcome = suggest(paper, root)
    lines = []
    for path in files(root):
        was, now = (
            data.decode().splitlines()
            for data in (before.get(path, b""), path.read_bytes())
        )
        lines += [
            line
            for line in difflib.unified_diff(was, now, lineterm="", n=0)
            if line[:3] not in ("---", "+++")
        ]
    return outcome, [line for line in lines if not line.startswith("@@")]


def files(root: Path) -> list[Path]:
    """All files of a folder."""
    return sorted(path for path in root.rglob("*") if path.is_file())


CHANGES: dict[str, tuple[dict[str, str], list[str]]] = {
    "another answer, by a new source": (
        {},
        [
            "+    - value: over 150",
            "+      sources:",
            "+        example-a-new-hall: more than 150 people",
            "+---",
            "+type: webpage",
            "+URL: https://example.com/news/a-new-hall",
            "+---",
        ],
    ),
    "one more source for the answer that stands": (
        {"correct": "over 120", "quote": "it employs over 120 people"},
        [
            "+        - source: example-a-new-hall",
            "+          quote: it employs over 120 people",
            "+---",
            "+type: webpage",
            "+URL: https://example.com/news/a-new-hall",
            "+---",
        ],
    ),
    "another answer of a source that is known by its address": (
        {"source": "https://example.org/report/", "correct": "over 130", "quote": "more than 130 people"},
        [
            "+    - value: over 130",
            "+      sources:",
            "+        annual-report: more than 130 people",
        ],
    ),
    "another answer of a source whose address is written otherwise": (
        {"source": "http://www.example.org/report?utm_source=tw#other", "correct": "over 130",
         "quote": "more than 130 people"},
        [
            "+    - value: over 130",
            "+      sources:",
            "+        annual-report: more than 130 people",
        ],
    ),
    "another answer of a source, by a copy in an archive": (
        {"source": "https://web.archive.org/web/20240501/https://example.org/report", "correct": "over 130",
         "quote": "more than 130 people"},
        [
            "+    - value: over 130",
            "+      sources:",
            "+        annual-report: more than 130 people",
        ],
    ),
    "another answer, by a page that a parameter tells apart": (
        {"source": "https://example.org/report?page=2", "correct": "over 130", "quote": "more than 130 people"},
        [
            "+    - value: over 130",
            "+      sources:",
            "+        example-report: more than 130 people",
            "+---",
            "+type: webpage",
            "+URL: https://example.org/report?page=2",
            "+---",
        ],
    ),
    "a mistake of ours, with a remark that stays": (
        {"fact": "acme/revenue", "current": "€12 million", "correct": "21 million EUR", "source": "annual-report",
         "quote": "sales of 21 million euros"},
        [
            "-    - value: 12 million EUR   # as printed",
            "+    - value: 21 million EUR   # as printed",
            '-          quote: "sales of 12 million euros"',
            "+          quote: sales of 21 million euros",
        ],
    ),
    "a record": (
        {"fact": "https://site.example/companies/acme/facts/loan/", "current": "",
         "correct": "date: 2017\nwhat: Acme takes its first loan\npartners: [example-bank]", "source": "town-paper",
         "quote": "a first loan in 2017"},
        [
            "-        date: 2016",
            "+        date: 2017",
            "+        - source: town-paper",
            "+          quote: a first loan in 2017",
        ],
    ),
    "words that YAML would take for something else": (
        {"fact": "acme/employees", "correct": "over 150", "quote": '# staff: [more than 150 people], & "others"'},
        [
            "+    - value: over 150",
            "+      sources:",
            '+        example-a-new-hall: "# staff: [more than 150 people], & \\"others\\""',
            "+---",
            "+type: webpage",
            "+URL: https://example.com/news/a-new-hall",
            "+---",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("answers", "lines"), CHANGES.values(), ids=list(CHANGES))
def test_a_form_becomes_the_smallest_change(
    answers: dict[str, str], lines: list[str], tmp_path: Path
) -> None:
    """Only the lines of the answer come or go, and what is left is free of errors."""
    outcome, changed = filed(tmp_path, form(**answers))
    assert lines == changed, outcome.text
    assert outcome.done
    assert not has_errors(findings_in(tmp_path / "again", contents(tmp_path)))


SHORT_FACTS = """\
defaults:
  stated: 2024
  asserted_by: acme
employees:
  label: Number of employees
  property: employees
  claims:
    - value: over 120
      period: 2024
      references:
        - source: annual-report
          quotes:
            - more than 120 people
            - {quote: in 2024, supports: [period]}
        - {source: town-paper, quote: over 120 people}
"""


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        (
            {"source": "https://example.com/news/staff", "correct": "over 130", "quote": "over 130 people"},
            ["+    - value: over 130", "+      stated: unstated", "+      asserted_by: unstated", "+      sources:"],
        ),
        ({"source": "annual-report", "current": "over 120", "correct": "over 120", "quote": "over 120 of them"}, [
            "+        - source: annual-report", "+          quote: over 120 of them"]),
    ],
    ids=["another answer does not take the defaults of the file", "a passage comes behind the last reference"],
)  # fmt: skip
def test_a_short_file_is_changed_as_little(
    answers: dict[str, str], lines: list[str], tmp_path: Path
) -> None:
    outcome, changed = filed(tmp_path, form(**answers), SHORT_FACTS)
    assert lines == changed[: len(lines)], (outcome.text, changed)
    assert outcome.done


@pytest.mark.parametrize(
    ("short", "old", "new"),
    [
        ("        - {source: town-paper, quote: over 120 people}", "over 120 people}", "over 130 people}"),
        ("          quotes: [over 120 people, 'in ''24']", "over 120 people,", '"130, or more",'),
        ("            - over 120 people", "over 120 people", "over 130 people"),
    ],
)  # fmt: skip
def test_a_quote_among_others_is_replaced_alone(short: str, old: str, new: str) -> None:
    """In brackets, in a list, and as words alone."""
    column = short.index("over") + 1
    at = Position("x.yaml", 1, column)
    key = Position("x.yaml", 1, short.index("quote:") + 1) if "quote:" in short else at
    words = "130, or more" if "or more" in new else "over 130 people"
    edit = replaced_quote([short], place_at(at, "", {"quote": KeyPlace(key, at)}), words)
    assert (short.replace(old, new),) == edit.lines


def contents(folder: Path) -> dict[str, str | bytes]:
    """The files of the content folder that a form has changed."""
    root = folder / "content"
    return {str(path.relative_to(root)): path.read_bytes() for path in files(root)}


def test_of_two_sources_of_one_page_the_one_with_this_address_is_meant(
    tmp_path: Path,
) -> None:
    """Somebody has confirmed that they are two."""
    root = content_folder(tmp_path, {
        PROFILE: FACTS,
        "sources/a-report.md": "---\ntype: report\nURL: https://www.example.org/report#2023\n---\n",
    })  # fmt: skip
    content = read_content(root).content
    answers = {"correct": "over 130", "quote": "more than 130 people"}
    for address, id in (("report", "annual-report"), ("report/#x", "a-report")):
        text = form(source=f"https://example.org/{address}", **answers)
        (tmp_path / "form.md").write_text(text, "utf-8")
        assert id == read_wish(read_form(tmp_path / "form.md"), content).source.id


LONG = "ten words that are in no source of ours at all " * 4
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "not the form"),
    "a megabyte": ("x" * 1_000_000, "262144 bytes"),
    "a megabyte in a box": (form(quote="x" * 1_000_000), "262144 bytes"),
    "twelve thousand headings": (form(quote="### \n" * 12_000), "12000 words"),
    "bytes that are no text": (b"\xff\xfe" + form().encode("utf-16-le"), "not UTF-8"),
    "half a character": (form().encode() + b"\xe4\xb8", "not UTF-8"),
    "NUL": (form(correct="over\0 150"), "U+0000"),
    "reversed reading order": (form(correct="over \u202e051"), "U+202E"),
    "zero width": (form(fact="acme/emp\u200bloyees"), "U+200B"),
    "tag characters": (form(quote="more than 150 people\U000e0041"), "U+E0041"),
    "an escape of the terminal": (form(quote="\x1b[31mmore than 150 people"), "U+001B"),
    "no answers": ("\n\n".join(f"### {label}\n\n_No response_" for label in LABELS.values()), "“Its words” is empty"),
    "no headings": (form().replace("### ", ""), "not the form"),
    "a missing box": (form().replace("### Its words", "### Words"), "these headings are missing: “Its words”."),
    "boxes in another order": ("\n".join(reversed(form().split("\n\n"))), "in another order"),
    "a heading in an answer": (form(correct="over 150\n\n### The source that shows it\n\nannual-report"), "stands twice"),
    "a heading in a code fence": (form(quote="```\n### Which fact\n\nacme/revenue\n```"), "stands twice"),
    "another heading in an answer": (form(correct="over 150\n\n### A new box\n\nrm -rf"), "has a unit"),
    "words above the form": (f"Dear all,\n\n{form()}", "stands above"),
    "an open code fence": (form(correct="```yaml\nover 150"), "is not a quantity"),
    "an HTML comment": (form(correct="over 150 <!-- and more -->"), "has a unit"),
    "several lines in a box of one": (form(fact="acme/employees\nacme/revenue"), "has several lines"),
    "a path for a fact": (form(fact="../../etc/passwd"), "is not the id of a fact"),
    "a path with escapes for a fact": (form(fact="acme/%2e%2e%2fsecrets"), "is not the id of a fact"),
    "an id in capitals": (form(fact="ACME/Employees"), "is not the id of a fact"),
    "an id of a device": (form(fact="acme/con"), "is not the id of a fact"),
    "an unknown fact": (form(fact="acme/employes"), "Did you mean `acme/employees`?"),
    "a fact that was taken out": (form(fact="acme/zzz"), "renamed or taken out"),
    "a fact of an unknown company": (form(fact="other/qqqqq"), "renamed or taken out"),
    "a value that has changed since": (form(current="over 110"), "the fact says 'over 120 people'"),
    "what the fact says already": (
        form(correct="over 120", source="annual-report", quote="more than 120 people"), "already"),
    "Arabic digits": (form(correct="over ١٥٠", quote="more than ١٥٠ people"), "is not a quantity"),
    "a sum": (form(fact="acme/revenue", current="", correct="12+1 million EUR"), "is not a quantity"),
    "an amount without a currency": (form(fact="acme/revenue", current="", correct="21 million"), "currency code"),
    "a figure that is not in the words": (form(correct="over 510"), "do not fit"),
    "a caution that is not in the words": (form(correct="nearly 150"), "do not fit"),
    "a figure in emoji": (form(correct="over 1️⃣5️⃣0️⃣"), "is not a quantity"),
    "a record as a sentence": (loan("It was 2017."), "several parts"),
    "a record with an unknown key": (loan("date: 2017\nhow: well"), "unknown key"),
    "a record with an anchor": (loan("date: &a 2017\nwhat: *a"), "anchor"),
    "a record with a tag": (loan("date: !!python/object:os 2017"), "tag"),
    "a record with a key twice": (loan("date: 2017\ndate: 2018"), "already stands"),
    "a record with a tab": (loan("date: 2017\n\twhat: x"), "spaces"),
    "a record with two documents": (loan("date: 2017\n---\ndate: 2018"), "second document"),
    "a record that is too deep": (loan("date: " + "[" * 60 + "]" * 60), "levels"),
    "a record with an open quotation": (loan('date: "2017'), "quotation mark"),
    "a record with an unknown name": (loan("date: 2017\nplace: atlantis"), "`atlantis`"),
    "a record with twenty thousand keys": (loan("\n".join(f"k{n}: 1" for n in range(20_000))), "And 19991 more."),
    "a record with a value of 200 kB": (loan(f"date: 2017\nwhat: {'x ' * 100_000}"), "199999 characters"),
    "a value of 200 kB": (form(correct=f"over 1 {'a ' * 100_000}"), "has a unit"),
    "a quote of one word of 200 kB": (
        form(fact="acme/trade", current="", correct="Maker of nails", quote="x" * 200_000), "200000 characters"),
    "a list where a record is": (loan("- date: 2017"), "several parts"),
    "an unknown source": (form(source="anual-report"), "Did you mean `annual-report`?"),
    "a script for a source": (form(source="javascript:alert(1)"), "neither the id of a source nor an address"),
    "a file for a source": (form(source="file:///etc/passwd"), "neither the id of a source nor an address"),
    "this machine for a source": (form(source="http://localhost:8000/"), "no public host"),
    "a number for a source": (form(source="http://169.254.169.254/latest/meta-data"), "no public host"),
    "an address with a name before it": (form(source="https://bank.example@evil.example/"), "user name"),
    "look-alike letters": (form(source="https://xn--80ak6aa92e.com/"), "look-alike"),
    "an address in Markdown": (form(source="[here](https://example.com)"), "neither the id of a source nor an address"),
    "a path for a source": (form(source="../../../etc/passwd"), "neither the id of a source nor an address"),
    "a whole paragraph": (form(quote=LONG), "at most 30"),
    "a command of a workflow": (form(correct="::error file=x::oops"), "is not a quantity"),
    "a command of a workflow in a name": (form(fact="acme/::set-output name=x::y"), "is not the id of a fact"),
    "a file that is not written as ours are": (
        form(fact="acme/trade", current="", correct="Maker of nails", source="annual-report", quote="maker of nails"),
        "by hand",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=list(REFUSED))
def test_a_form_that_cannot_be_used_changes_nothing_and_says_why(
    text: str | bytes, said: str, tmp_path: Path
) -> None:
    """What is missing is said in plain words, in lines that call nobody and command
    nothing.
    """
    outcome, changed = filed(tmp_path, text)
    assert not outcome.done
    assert [] == changed
    assert said in outcome.text
    assert len(outcome.text) < 5_000
    assert all(
        line.isprintable() and not line.startswith("::")
        for line in outcome.text.split("\n")
    )


ODD: dict[str, str] = {
    "line ends of Windows": form().replace("\n", "\r\n"),
    "a code fence around an answer": form(
        correct="```yaml\nover 150\n```", quote="```\nmore than 150 people\n```"
    ),
    "ticks around an answer": form(
        fact="`acme/employees`", source="`https://example.com/a`"
    ),
    "quotation marks around the words": form(quote="“more than 150 people”"),
    "words in two lines": form(quote="more than\n150 people"),
    "mentions and commands in the words": form(
        quote="@everyone: more than 150 people /close ::error::x <!-- y --> [z](//q)"
    ),
    "an unfinished escape in the words": form(quote="more than 150 people \\"),
    "Chinese words around the figure": form(quote="员工 more than 150 people"),
    "an emoji of several characters": form(quote="more than 150 people 👩‍🚀"),
    "an address with odd words": form(
        source="https://example.com/%2e%2e/%2fetc/..;/a%20b?x=1&y=$(id)#`id`".replace(
            "`", "%60"
        )
    ),
    "a very long address": form(source=f"https://example.com/{'a-' * 500}b"),
    "a version that is none": form(commit="$(curl evil)", page="javascript:alert(1)"),
}


@pytest.mark.parametrize("text", ODD.values(), ids=list(ODD))
def test_an_odd_form_adds_one_answer_and_nothing_else(text: str, tmp_path: Path) -> None:
    """However it is written, what comes of it is an answer beside the others, a source, and
    a sound content.
    """
    outcome, changed = filed(tmp_path, text)
    assert outcome.done, outcome.text
    assert "+    - value: over 150" == changed[0]
    assert {"+"} == {line[0] for line in changed}
    assert not has_errors(findings_in(tmp_path / "again", contents(tmp_path)))
    assert {"content", "form.md", "again"} == {path.name for path in tmp_path.iterdir()}
    assert all(line.isprintable() for line in outcome.text.split("\n"))


@pytest.mark.parametrize(
    ("fact", "seen"),
    [
        ("acme/employees", "over 120 people"),
        ("acme/employees", "超过120 people"),
        ("acme/employees", "OVER  120"),
        (
            "acme/loan",
            "date: 2016; what: Acme takes its first loan; partners: example-bank",
        ),
        ("acme/trade", "Maker of hammers"),
        ("acme/trade", f"{LONG_VALUE[:150]}…"),
    ],
)
def test_a_reader_may_say_in_several_ways_what_was_seen(
    fact: str, seen: str, tmp_path: Path
) -> None:
    """As a page shows it in any of its languages, as the file has it, or as the link on the
    page fills it in.
    """
    facts = (
        FACTS.replace("value: Maker of anvils", f"value: {LONG_VALUE}")
        if "…" in seen
        else FACTS
    )
    outcome, _ = filed(
        tmp_path,
        form(fact=fact, current=seen, correct="unstated", quote="no figure"),
        facts,
    )
    assert "You saw" not in outcome.text


@given(answers=st.fixed_dictionaries({id: st.text(max_size=60) for id in LABELS}))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_the_content_stays_sound(
    answers: dict[str, str], tmp_path: Path
) -> None:
    """Any text in any box either changes nothing, or leaves a content without errors."""
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    outcome, changed = filed(
        folder, form(**{**answers, "fact": "acme/employees", "source": "town-paper"})
    )
    assert outcome.done == bool(changed)
    assert not has_errors(findings_in(folder / "again", contents(folder)))


@pytest.mark.parametrize(
    "root", [FERRIES / "content", SITES / "kitchen-sink" / "content"], ids=str
)
@pytest.mark.parametrize("kind", PlanKind)
def test_every_fact_of_ours_can_be_edited(kind: PlanKind, root: Path) -> None:
    """In each file, each kind of change alters the one fact and no other; what is written
    in flow style is refused.
    """
    content = unproved(read_content(root).content)
    pointer, node = Pointer(next(iter(content.sources))), Scalar("unstated", Position(""))
    for fact in content.facts.values():
        wish = WishedCorrection(
            fact, content.properties[fact.property], node, UNSTATED, pointer, "some words"
        )
        path = fact.at.position.path
        text = (root / path).read_text("utf-8")
        try:
            after = {
                one.id: one
                for one in facts_of(
                    path, edit_fact(text, wish, ChangePlan(kind, 0)), content
                )
            }
        except FormRefused:
            assert "[{" in text or "{value" in text
            continue
        others = {
            id: one
            for id, one in content.facts.items()
            if one.at.position.path == path and id != fact.id
        }
        assert others == {id: one for id, one in after.items() if id != fact.id}
        assert replace(fact, claims=()) == replace(after[fact.id], claims=())
        assert expected_claims(fact, kind, wish) == after[fact.id].claims


def facts_of(path: str, text: str, content: Content) -> tuple[Fact, ...]:
    """The facts of a file's text."""
    out = Findings()
    node = parse_yaml(path, text, out)
    assert node is not None
    _, company, _, name = path.split("/")
    file = FactFile(
        company, name.removesuffix(".yaml"), content.properties, lambda _: False
    )
    return tuple(as_recorded(fact, {}) for fact in read_facts(node, file, Spot("", out)))


def unproved(content: Content) -> Content:
    """The content as if nothing were on record of it."""
    return as_recorded_in(replace(content, proofs=None))


def expected_claims(
    fact: Fact, kind: PlanKind, wish: WishedCorrection
) -> tuple[Claim, ...]:
    """The claims as they are to be."""
    reference, first = Reference(source=wish.source.id, quote=wish.quote), fact.claims[0]
    if kind is PlanKind.BESIDE:
        return (*fact.claims, Claim(UNSTATED, (reference,)))
    if kind is PlanKind.SUPPORT:
        return (replace(first, references=(*first.references, reference)), *fact.claims[1:])
    held = next(
        (
            one
            for one in first.references
            if one.quote and (not one.supports or "value" in one.supports)
        ),
        None,
    )
    kept = tuple(
        replace(one, quote=wish.quote) if one is held else one for one in first.references
    )
    return (
        replace(first, value=UNSTATED, references=kept if held else (*kept, reference)),
        *fact.claims[1:],
    )


def test_words_of_strangers_stand_in_code(tmp_path: Path) -> None:
    """A mention, a link and a tick in the words are shown as they are and do nothing."""
    outcome, _ = filed(
        tmp_path, form(quote="@all `more than 150 people` [x](https://evil.example) ``")
    )
    assert (
        "- Its words: ``` @all `more than 150 people` [x](https://evil.example) `` ```"
        in outcome.text.split("\n")
    )


def test_the_change_is_told_to_the_reviewer(tmp_path: Path) -> None:
    """The first line is a title, the rest says what was, what shall be, by what, and what
    is left to do.
    """
    outcome, _ = filed(tmp_path, form(commit="0123456789abcdef"))
    file = "`content/sources/example-a-new-hall.md`"
    assert outcome.text.split("\n") == [
        "Correct acme/employees",
        "",
        "- Fact: `Number of employees` (`acme/employees`)",
        "- It says: `over 120 people`",
        "- It should say: `over 150 people`",
        "- Source: `https://example.com/news/a-new-hall` (new)",
        "- Its words: `more than 150 people`",
        "- Seen at: 0123456789ab",
        "",
        "This answer is put beside those that stand; none is taken away.",
        "",
        "Before it is merged:",
        "",
        "- [ ] These words stand in the source, and they mean this.",
        f"- [ ] {file} has title, author, publisher and dates of the source, and a summary in our own words.",
    ]


def test_a_long_answer_is_laid_out_like_the_rest(tmp_path: Path) -> None:
    """A file that `dossier fmt` would leave as it is, is one after the change too."""
    properties = read_content(SITES / "acme").content.properties
    asked = form(fact="acme/trade", current="", correct=LONG_VALUE, quote="maker of anvils")
    outcome, changed = filed(
        tmp_path, asked, formatted(Role.FACTS, FACTS, properties) or ""
    )
    after = (tmp_path / "content" / PROFILE).read_text("utf-8")
    assert outcome.done
    assert "+    - value: >-" == changed[0]
    assert after == formatted(Role.FACTS, after, properties)


def test_a_change_that_would_alter_something_else_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were the editing wrong, the second look would refuse what came of it."""
    wrong = {
        "12 million": "13 million",
        "label: Trade": "label: Craft",
        "employees:\n  label": "staff:\n  label",
        "2024": "2023",
        "150\n": "151\n",
    }
    for number, (old, new) in enumerate(wrong.items()):
        monkeypatch.setattr(
            suggesting,
            "edit_fact",
            lambda text, wish, plan, old=old, new=new: edit_fact(text, wish, plan).replace(
                old, new
            ),
        )
        (tmp_path / str(number)).mkdir()
        outcome, changed = filed(tmp_path / str(number), form())
        assert BY_HAND in outcome.text
        assert [] == changed


def test_a_change_that_would_break_the_file_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the second look finds is said, and the content stays as it was."""
    monkeypatch.setattr(suggesting, "edit_fact", lambda text, wish, plan: f"{text}x: [\n")
    monkeypatch.setattr(suggesting, "formatted", lambda role, text, properties: None)
    outcome, changed = filed(tmp_path, form())
    assert "With this change the content is not sound" in outcome.text
    assert [] == changed


def test_a_source_that_would_stand_for_two_answers_is_told(tmp_path: Path) -> None:
    """Sources differ from each other, but one source seldom from itself."""
    outcome, _ = filed(tmp_path, form(source="town-paper"))
    assert BOTH_READINGS in outcome.text
    assert BOTH_READINGS not in filed(tmp_path / "other", form())[0].text


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    """One answer names each box that has to be mended."""
    outcome, _ = filed(
        tmp_path, form(fact="acme/employes", source="javascript:x", quote=LONG)
    )
    assert 3 == sum(line.startswith("- ") for line in outcome.text.split("\n"))


def test_broken_content_takes_no_corrections(tmp_path: Path) -> None:
    """Where the content has errors already, the command says so in one line and touches
    nothing.
    """
    root = content_folder(tmp_path, {PROFILE: FACTS.replace("over 120\n", "over 12O\n")})
    (tmp_path / "form.md").write_text(form(), "utf-8")
    done = CliRunner().invoke(dossier, ["suggest", str(tmp_path / "form.md"), str(root)])
    assert "has errors already" in str(done.exception)


@pytest.mark.parametrize(("text", "status"), [(form(), 0), (form(correct="many"), 1)])
def test_the_command_says_by_its_status_whether_there_is_a_change(
    text: str, status: int, tmp_path: Path
) -> None:
    """0 with the text of a pull request, 1 with what is missing."""
    root = content_folder(tmp_path, {PROFILE: FACTS})
    (tmp_path / "form.md").write_text(text, "utf-8")
    assert (
        status
        == CliRunner()
        .invoke(dossier, ["suggest", str(tmp_path / "form.md"), str(root)])
        .exit_code
    )


def test_the_form_on_github_is_the_one_that_is_read() -> None:
    """Its boxes, their order, which must be filled in, and which have several lines are
    those of the parser.
    """
    boxes: list[dict[str, Any]] = [
        box
        for box in yaml.safe_load(FORM.read_text("utf-8"))["body"]
        if box["type"] != "markdown"
    ]
    assert LABELS == {box["id"]: box["attributes"]["label"] for box in boxes}
    assert list(LABELS) == [box["id"] for box in boxes]
    assert set(REQUIRED) == {
        box["id"] for box in boxes if box.get("validations", {}).get("required")
    }
    assert set(SEVERAL_LINES) == {box["id"] for box in boxes if box["type"] == "textarea"}


QUARTERS = {
    "fact": "halden/revenue",
    "correct": "880 million USD",
    "source": "results-fy2025",
    "quote": "$880 million in the second",
}
FILING = "https://example.org/filing"
SERIES: dict[str, tuple[dict[str, str], list[str]]] = {
    "the quarter that was misread": (
        {"current": "887 million USD, FY2025-Q2", "quote": "$880 million in the second quarter"},
        [
            "-    - value: 887 million USD",
            "+    - value: 880 million USD",
            "-          quote: $887 million in the second quarter of fiscal 2025",
            "+          quote: $880 million in the second quarter",
        ],
    ),
    "by the value alone, which no other quarter has": (
        {"current": "887 million USD", "correct": "887 million USD", "source": FILING, "quote": "revenue of $887 million"},
        ["+        - source: example-filing", "+          quote: revenue of $887 million"],
    ),
    "as the page says it": (
        {
            "current": "US$887 million, second quarter of fiscal 2025 (29 April to 28 July 2024)",
            "correct": "887 million USD",
            "source": FILING,
            "quote": "revenue of $887 million",
        },
        ["+        - source: example-filing", "+          quote: revenue of $887 million"],
    ),
    "another source for the same quarter has another value": (
        {"current": "871 million USD, FY2025-Q3", "correct": "869 million USD", "source": FILING,
         "quote": "revenue of $869 million"},
        [
            "+    - value: 869 million USD",
            "+      period: FY2025-Q3",
            "+      sources:",
            "+        example-filing: revenue of $869 million",
        ],
    ),
    "a value that another quarter has": (
        {"current": "871 million USD, FY2025-Q3", "correct": "842 million USD", "source": FILING,
         "quote": "revenue of $842 million"},
        [
            "+    - value: 842 million USD",
            "+      period: FY2025-Q3",
            "+      sources:",
            "+        example-filing: revenue of $842 million",
        ],
    ),
    "of a segment": (
        {"current": "221 million USD, FY2025-Q4, Cars", "correct": "222 million USD", "source": FILING,
         "quote": "$222 million"},
        [
            "+    - value: 222 million USD",
            "+      period: FY2025-Q4",
            "+      qualifiers: {segment: Cars}",
            "+      sources:",
            "+        example-filing: $222 million",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("answers", "lines"), SERIES.values(), ids=list(SERIES))
def test_a_correction_of_one_period_lands_on_its_answer(
    answers: dict[str, str], lines: list[str], tmp_path: Path
) -> None:
    """And on no other quarter, whatever that says."""
    root = content_folder(tmp_path, {}, "quarters")
    facts = root / "companies/halden/facts/results.yaml"
    before = facts.read_text("utf-8")
    (tmp_path / "form.md").write_text(form(**{**QUARTERS, **answers}), "utf-8")
    outcome = suggest(tmp_path / "form.md", root)
    assert outcome.done, outcome.text
    after = facts.read_text("utf-8")
    diff = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    assert lines == [line for line in diff if not line.startswith(("---", "+++", "@@"))]
    content = read_content(root).content
    wanted = answers["current"].partition(", ")[2]
    (claim,) = (
        one for one in content.facts[next(id for id in content.facts if str(id) == "halden/revenue")].claims
        if any(reference.quote == answers["quote"] for reference in one.references)
    )  # fmt: skip
    assert (
        "FY2025-Q2" == str(claim.period)
        if "FY" not in wanted
        else str(claim.period) in wanted
    )


@pytest.mark.parametrize(
    ("current", "said"),
    [
        (
            "",
            "This fact has answers for several times or kinds. Say which one is wrong, under “What the site says now”: `810",
        ),
        ("900 million USD", "it has changed since, or never said so"),
        ("887 million USD, FY2025-Q3", "it has changed since, or never said so"),
    ],
)
def test_a_correction_that_does_not_say_which_answer_is_wrong_is_asked(
    current: str, said: str, tmp_path: Path
) -> None:
    root = content_folder(tmp_path, {}, "quarters")
    (tmp_path / "form.md").write_text(form(**{**QUARTERS, "current": current}), "utf-8")
    outcome = suggest(tmp_path / "form.md", root)
    assert (False, True) == (outcome.done, said in outcome.text), outcome.text


def test_two_quarters_that_say_the_same_are_told_apart_by_their_names(
    tmp_path: Path,
) -> None:
    facts = "companies/halden/facts/results.yaml"
    text = (
        (SITES / "quarters" / facts)
        .read_text("utf-8")
        .replace("value: 871 million USD", "value: 887 million USD")
    )
    root = content_folder(tmp_path, {facts: text}, "quarters")
    (tmp_path / "form.md").write_text(
        form(**{**QUARTERS, "current": "887 million USD"}), "utf-8"
    )
    outcome = suggest(tmp_path / "form.md", root)
    assert "`887 million USD, FY2025-Q2` or `887 million USD, FY2025-Q3`" in outcome.text, (
        outcome.text
    )
