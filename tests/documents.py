"""The parts of documents that the code knows better: tables of keys, codes and limits, help
texts, messages of mistakes.

Such a part stands between `<!-- name: argument -->` and `<!-- end -->`, and `make golden`
writes it anew. The words around it are test_docs.py's matter.
"""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir
from itertools import takewhile
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from dossier.check.facts import MAX_QUOTE_WORDS
from dossier.cli import dossier
from dossier.model.findings import CODES, Code, Severity
from dossier.model.scripts import CHARACTERS_A_WORD
from dossier.model.slugs import MAX_SLUG
from dossier.model.values.text import MAX_TEXT
from dossier.read import (
    companies,
    corrections,
    facts,
    files,
    fiscal,
    judgements,
    locators,
    pages,
    places,
    proofs,
    prose,
    registry,
    sources,
    spreading,
)
from dossier.read.shapes import Key, Keys
from dossier.yaml import nodes as yaml
from tests.builds import FERRIES, ROOT
from tests.spoken import spoken

CASES = Path(__file__).parent / "checks"
DOCUMENTS = (
    *sorted(path for path in ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
)

SHAPES: Mapping[str, Keys] = {
    "PROPERTY": registry.PROPERTY,
    "FIELD": registry.FIELD,
    "ENTITY": registry.ENTITY,
    "PLACE": places.PLACE,
    "ORIGIN": sources.ORIGIN,
    "SOURCE": sources.SOURCE,
    "AUTHOR": sources.AUTHOR,
    "COMPANY": companies.COMPANY,
    "FISCAL_YEAR": fiscal.FISCAL_YEAR,
    "FACT": facts.FACT,
    "CLAIM": facts.CLAIM,
    "REFERENCE": facts.REFERENCE,
    "PASSAGE": facts.PASSAGE,
    "DEFAULTS": spreading.DEFAULTS,
    "CELL": locators.CELL,
    "TIMELINE": companies.TIMELINE,
    "LANE": companies.LANE,
    "PAGE": pages.PAGE,
    "CORRECTIONS": corrections.CORRECTIONS,
    "SOURCE_ERROR": corrections.SOURCE_ERROR,
    "OWN_ERROR": corrections.OWN_ERROR,
    "RECORD": proofs.RECORD,
    "LOOK": proofs.LOOK,
    "JUDGEMENT": judgements.JUDGEMENT,
}
"""Every mapping that a file can hold, by its name in the code."""

PART = re.compile(
    r"(?P<open><!-- (?P<name>keys|findings|limits|help|mistake|languages)(?:: (?P<argument>[^\n]+?))? -->\n)"
    r".*?(?P<close><!-- end -->)",
    re.DOTALL,
)
SAMPLE = re.compile(r"<!-- sample -->\n```yaml\n(?P<text>.*?)```", re.DOTALL)
EXCERPT = re.compile(r" *\d* \| ?")
SUMMED = re.compile(r"^\S+: (?:.* asks? for a look; .*|no quote has .*)\n", re.MULTILINE)
"""Lines about a whole company, which are no part of a message."""
WARNING = re.compile(r"^\S+ \w+ warning: .*\n(?: .*\n)*", re.MULTILINE)
COMPANY = Path("content/companies/tidewick")
PRACTICE = "facts/practice.yaml"


def current(document: str) -> str:
    """The document with every generated part as the code has it now."""
    return PART.sub(
        lambda part: f"{part['open']}{_generated(part, document)}\n{part['close']}",
        document,
    )


def _generated(part: re.Match[str], document: str) -> str:
    return PARTS[part["name"]](part["argument"] or "", document).strip("\n")


def _keys(name: str, document: str) -> str:
    return _table(
        ("Key", "Required", "Written as", "What to write"), map(_key, SHAPES[name].values())
    )


def _key(key: Key[Any]) -> tuple[str, ...]:
    return f"`{key.name}`", "yes" if key.required else "", key.syntax, key.about


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |"
        for line in lines
    )


def _findings(letter: str, document: str) -> str:
    return "\n\n".join(
        _finding(id, code) for id, code in CODES.items() if id.startswith(letter)
    )


def _finding(id: str, code: Code) -> str:
    mild = (
        "\nA warning: the site is built all the same."
        if code.severity is Severity.WARNING
        else ""
    )
    return f"### {id}: {_prose(code.meaning)}\n\n{_prose(code.remedy)}{mild}{_example(id)}"


def _prose(text: str) -> str:
    """The text as Markdown that shows `<id>` and takes it for no tag."""
    return re.sub(r"`[^`]*`|<", lambda found: r"\<" if found[0] == "<" else found[0], text)


def _example(id: str) -> str:
    """The first message of that code that its case in the tests expects, with the excerpt;
    empty if it has no case.
    """
    case = CASES / id / "expected.txt"
    lines = case.read_text("utf-8").splitlines() if case.exists() else []
    start = next(
        (number for number, line in enumerate(lines) if f" {id} " in line), len(lines)
    )
    told = [
        *lines[start : start + 1],
        *(line for line in lines[start + 1 : start + 3] if EXCERPT.match(line)),
    ]
    return "\n\n```text\n{}\n```".format("\n".join(told)) if told else ""


def _limits(argument: str, document: str) -> str:
    rows = {
        "One YAML file": f"{files.LIMITS['.yaml'] // 1000:,} kB",
        "The records of a company": f"{files.LIMITS['.lock.yaml'] // 1000:,} kB",
        "One Markdown file": f"{files.LIMITS['.md'] // 1000:,} kB",
        "Square brackets in one Markdown text": f"{prose.MAX_BRACKETS:,}",
        "Values in one YAML file": f"{yaml.MAX_NODES:,}",
        "Values in the records of a company": f"{yaml.MAX_NODES_ON_RECORD:,}",
        "Levels of nesting": f"{yaml.MAX_DEPTH}",
        "An id": f"{MAX_SLUG} characters",
        "One text, or one address": f"{MAX_TEXT:,} characters",
        "A quote": f"{MAX_QUOTE_WORDS} words; {MAX_QUOTE_WORDS * CHARACTERS_A_WORD} characters where words stand together",
    }
    return _table(("What", "At most"), iter(rows.items()))


def _help(command: str, document: str) -> str:
    """What `dossier COMMAND --help` prints on a terminal of 80 columns."""
    arguments = [*command.split()[1:], "--help"]
    printed = CliRunner().invoke(
        dossier, arguments, prog_name="dossier", terminal_width=80, color=False
    )
    return f"```text\n{printed.output.strip()}\n```"


def _mistake(argument: str, document: str) -> str:
    """The errors that `dossier check` prints where the document's sample, as a file of its
    own, has a mistake.

    It is written `old => new`. The warnings that new quotes are not proved yet would hide
    the one message it is about.
    """
    old, new = argument.split(" => ")
    text = sample(document)
    if text.count(old) < 1:
        raise ValueError(f"{old!r} is not in the sample")
    told = SUMMED.sub("", check_with({PRACTICE: text.replace(old, new, 1)}))
    errors, _ = WARNING.sub("", told).strip().rsplit("\n", 1)
    return f"```text\n{errors}\n```"


def sample(document: str) -> str:
    """The fact that a document offers for copying."""
    found = SAMPLE.search(document)
    if not found:
        raise ValueError("the document has no sample")
    return found["text"]


def check_with(added: Mapping[str, str]) -> str:
    """What `dossier check` prints for the made-up ferries with other or more files of one
    company.
    """
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(FERRIES / "content", "content")
        for name, text in added.items():
            (COMPANY / name).write_text(text, "utf-8")
        if PRACTICE in added:
            company = COMPANY / "company.yaml"
            listed = company.read_text("utf-8").replace(
                "sections:\n", "sections:\n  practice: Practice\n"
            )
            company.write_text(listed, "utf-8")
        return CliRunner().invoke(dossier, ["check"]).output


PARTS: Mapping[str, Callable[[str, str], str]] = {
    "keys": _keys,
    "findings": _findings,
    "limits": _limits,
    "help": _help,
    "mistake": _mistake,
    "languages": lambda argument, document: spoken(),
}
"""What makes each part, from its argument and the whole document."""


def rows_after(text: str, marker: str) -> list[list[str]]:
    """The cells of the table below a marker, without its head; code marks taken off."""
    lines = text.split(f"<!-- {marker} -->\n", 1)[1].splitlines()
    table = list(takewhile(lambda line: line.startswith("|"), lines))
    return [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in table[2:]
    ]


def commands() -> Mapping[str, click.Command]:
    """Every command of the program by its name; those of a group come after it, as `group
    command`.
    """
    found: dict[str, click.Command] = {}
    for name, command in dossier.commands.items():
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": one for inner, one in command.commands.items()}
    return found
