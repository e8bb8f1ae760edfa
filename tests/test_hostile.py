"""Content by somebody who means harm, or whose editor went mad: a finding with its place, or text that stays text.

Each case runs in a process of its own kind: one worker reads all of them and is given a time limit for each and a limit of
memory for the whole, so that a hang, a crash or a flood fails the test that brought it about.
"""

import gzip
import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dossier.model.facts import FactId
from tests.helpers import SITES, content_folder, merged

SECONDS, MEGABYTES = 20, 500
WORKER = """
import json, re, resource, sys
from pathlib import Path
from dossier.generate.pipeline import inspect
from dossier.report.text import report
def peak():
    # In megabytes. On Linux, getrusage counts what the process held that this one was forked from.
    if sys.platform == "linux":
        return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024)
for line in sys.stdin:
    root = Path(json.loads(line))
    findings = inspect(root).findings
    text = report(findings, root)
    text.encode("utf-8")
    told = [[one.position.path, one.position.line, one.position.column, one.code, one.message] for one in findings]
    print(json.dumps({"findings": told, "longest": max(map(len, text.split("\\n"))), "peak": peak()}), flush=True)
"""
PROFILE = "companies/acme/facts/profile.yaml"
COMPANY = "companies/acme/company.yaml"
OVERVIEW = "companies/acme/overview.md"
PAPER = "sources/town-paper.md"
GOOD = (SITES / "acme" / PROFILE).read_text("utf-8")

Files = dict[str, str | bytes]


class Worker:
    """A process that reads one folder after the other."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            [sys.executable, "-c", WORKER], stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )

    def ask(self, root: Path) -> dict[str, Any]:
        """What it finds in a folder; fails where that takes too long, or the worker dies."""
        assert self.process.stdin
        assert self.process.stdout
        assert self.process.stderr
        self.process.stdin.write(json.dumps(str(root)) + "\n")
        self.process.stdin.flush()
        ready, _, _ = select.select([self.process.stdout], [], [], SECONDS)
        line = self.process.stdout.readline() if ready else ""
        if not line:
            self.process.kill()
            pytest.fail(f"no answer: {self.process.stderr.read()[-1000:] or 'out of time'}")
        answer: dict[str, Any] = json.loads(line)
        return answer


@pytest.fixture(scope="module")
def workers() -> Iterator[list[Worker]]:
    """The worker that is running; a test that loses it leaves the list empty for the next to fill."""
    running: list[Worker] = []
    yield running
    for worker in running:
        worker.process.kill()
        worker.process.communicate()


def found(workers: list[Worker], root: Path) -> list[tuple[str, int, int, str, str]]:
    """The findings about a folder, which come in time, in bounds, and in lines that can be read."""
    worker = workers.pop() if workers else Worker()
    answer = worker.ask(root)
    assert answer["peak"] < MEGABYTES
    assert answer["longest"] < 2_000
    workers.append(worker)
    findings = [tuple(one) for one in answer["findings"]]
    assert all(
        line >= 1 and column >= 1 and message for _, line, column, _, message in findings
    )
    return findings


def value(text: str) -> Files:
    """A claim with this value, as it is written in YAML."""
    return {PROFILE: GOOD.replace("over 120", text, 1)}


def named(text: str) -> Files:
    """A company with this name, as it is written in YAML."""
    return {COMPANY: f"name: {text}\nsections: {{profile: Profile, history: History}}\n"}


def prose(text: str) -> Files:
    """A narrative."""
    return {OVERVIEW: text}


def source(key: str, text: str) -> Files:
    """A source with one more key."""
    return {PAPER: f"---\ntype: report\norigins: [example-wire]\n{key}: {text}\n---\n"}


def claims(prop: str, values: list[str]) -> Files:
    """A fact with a claim for each value, from a source that is not there."""
    lines = "".join(
        f"    - value: {one}\n      references: [{{source: no, quote: q}}]\n"
        for one in values
    )
    return {PROFILE: f"a:\n  label: A\n  property: {prop}\n  claims:\n{lines}"}


LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n"
    for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)
REFUSED: dict[str, tuple[Files, str]] = {
    "1 a key twice": (named("Acme\nname: Other"), f"{COMPANY}:2:1 Y002"),
    "2 a key in another case": (named("Acme\nName: Other"), f"{COMPANY}:2:1 S001"),
    "3 a tab before a key": ({COMPANY: "name: Acme\n\tsections: {}\n"}, f"{COMPANY}:2:1 Y001"),
    "6 a key on": (named("Acme\non: push"), f"{COMPANY}:2:1 S001"),
    "7 an alias to itself": (value("&a [*a]"), f"{PROFILE}:5:14 Y003"),
    "8 a billion laughs": ({PROFILE: LAUGHS}, f"{PROFILE}:1:4 Y003"),
    "9 ten thousand brackets": ({PROFILE: "[" * 10_000}, f"{PROFILE}:1:13 Y005"),
    "9 ten thousand levels": ({PROFILE: "".join(" " * n + "a:\n" for n in range(1_000))}, f"{PROFILE}:13:13 Y005"),
    "9 ten thousand dashes": ({PROFILE: "- " * 10_000}, f"{PROFILE}:1:25 Y005"),
    "10 ten megabytes": (value("x" * 10_000_000), f"{PROFILE}:1:1 R002"),
    "10 fifty megabytes": ({PAPER: b"-" * 50_000_000}, f"{PAPER}:1:1 R002"),
    "11 a tag that runs code": (value('!!python/object/apply:os.system ["id"]'), f"{PROFILE}:5:14 Y004"),
    "12 an old encoding": ({PROFILE: b"# caf\xe9\n"}, f"{PROFILE}:1:6 R003"),
    "13 UTF-16": ({PROFILE: GOOD.encode("utf-16")}, f"{PROFILE}:1:1 R003"),
    "14 NUL in quotes": (named('"Ac\\0me"'), f"{COMPANY}:1:7 R004"),
    "14 NUL": (named("Ac\0me"), f"{COMPANY}:1:9 R003"),
    "15 cut in a letter": ({PROFILE: "# é".encode()[:-1]}, f"{PROFILE}:1:3 R003"),
    "15 cut in a quotation": ({COMPANY: 'name: "Acm'}, f"{COMPANY}:1:7 Y001"),
    "16 a merge marker": (value("120\n<<<<<<< HEAD"), f"{PROFILE}:6:1 R005"),
    "17 front matter that is not closed": ({PAPER: "---\ntype: report\n"}, f"{PAPER}:1:1 Y008"),
    "18 a second document": ({COMPANY: "name: Acme\n---\nname: B\n"}, f"{COMPANY}:2:1 Y006"),
    "19 a day that never was": (source("issued", "2025-02-30"), f"{PAPER}:4:9 V001"),
    "20 other digits": (source("issued", "٢٠١٤"), f"{PAPER}:4:9 V001"),
    "20 the year 0000": (source("issued", "0000"), f"{PAPER}:4:9 V001"),
    "20 the year 99999": (source("issued", "99999"), f"{PAPER}:4:9 V001"),
    "20 another order": (source("issued", "31/12/2020"), f"{PAPER}:4:9 V001"),
    "20 end before start": (source("issued", "2021/2020"), f"{PAPER}:4:9 V001"),
    "21 a scheme with a tab": (source("URL", '"java\\tscript:alert(1)"'), f"{PAPER}:4:6 S007"),
    "21 a scheme with a tab in prose": (prose("[a](<java\tscript:alert(1)>)\n"), f"{OVERVIEW}:1:1 P002"),
    "21 a scheme of entities": (prose("[a](&#x6A;avascript:alert(1))\n"), f"{OVERVIEW}:1:1 P002"),
    "22 a broken-out attribute": (source("URL", "'https://x.example/\" onmouseover=\"alert(1)'"), f"{PAPER}:4:6 S007"),
    "23 a user name": (source("URL", "https://bank.example@evil.example/"), f"{PAPER}:4:6 S007"),
    "24 a look-alike host": (source("URL", "https://exаmple.org/"), f"{PAPER}:4:6 S007"),
    "24 a look-alike id": ({PROFILE: GOOD.replace("source: annual", "source: аnnual")}, f"{PROFILE}:8:19 S006"),
    "31 a hidden override": (prose("Acme &#x202e;emcA\n"), f"{OVERVIEW}:1:6 R004"),
    "31 an override": (named("Ac\u202eme"), f"{COMPANY}:1:9 R004"),
    "32 an id that leads out": ({PROFILE: GOOD.replace("employees:", "../out-evil/x:", 1)}, f"{PROFILE}:1:1 S006"),
    "32 an encoded id": ({PROFILE: GOOD.replace("employees:", "'%2e%2e':", 1)}, f"{PROFILE}:1:1 S006"),
    "33 a device": ({PROFILE: GOOD.replace("employees:", "con:", 1)}, f"{PROFILE}:1:1 S006"),
    "33 a file name": ({PROFILE: GOOD.replace("employees:", "feed.xml:", 1)}, f"{PROFILE}:1:1 S006"),
    "33 an empty id": ({PROFILE: GOOD.replace("employees:", "'':", 1)}, f"{PROFILE}:1:1 Y007"),
    "33 a device among the sources": ({"sources/con.md": "---\ntype: report\n---\n"}, "sources/con.md:1:1 S006"),
    "34 another case": ({"companies/Acme/overview.md": "x"}, "companies/Acme/overview.md:1:1 S006"),
    "35 a line end in a name": ({"sources/a\nb.md": "x"}, "sources/a\nb.md:1:1 S006"),
    "35 a stranger in a name": ({"sources/::error file=x::y.md": "x"}, "sources/::error file=x::y.md:1:1 S006"),
    "38 a footnote without a note": (prose("Acme[^x] is [@annual-report].\n"), f"{OVERVIEW}:1:5 P001"),
    "38 a note that nobody names": (prose("Acme [@annual-report].\n\n[^x]: A note.\n"), f"{OVERVIEW}:3:1 P001"),
    "39 a prototype": ({PROFILE: GOOD.replace("employees:", "__proto__:", 1)}, f"{PROFILE}:1:1 S006"),
    "40 a source that is gone": ({PROFILE: GOOD.replace("annual-report", "gone-report")}, f"{PROFILE}:8:19 L001"),
    "a tracking pixel": (prose("![](https://evil.example/p.png) [@annual-report]\n"), f"{OVERVIEW}:1:1 P003"),
    "a frame": (prose("<iframe src=//evil.example></iframe> [@annual-report]\n"), f"{OVERVIEW}:1:1 P007"),
    "keys of Pelican": ({"pages/about.md": "---\ntitle: A\nsave_as: ../x\n---\n"}, "pages/about.md:3:1 S001"),
    "a zipped file": ({PROFILE: gzip.compress(GOOD.encode(), mtime=0)}, f"{PROFILE}:1:2 R003"),
    "a stray page": ({"evil.html": "<script>alert(1)</script>"}, "evil.html:1:1 R006"),
    "a stray host": ({"CNAME": "evil.example"}, "CNAME:1:1 R006"),
    "a stray program": ({"pelicanconf.py": "1 / 0"}, "pelicanconf.py:1:1 R006"),
    "another ending": ({"companies/acme/facts/more.yml": "a: b\n"}, "companies/acme/facts/more.yml:1:1 R006"),
    "a merge key": ({PROFILE: GOOD + "<<: {a: b}\n"}, f"{PROFILE}:12:1 Y007"),
    "many keys": ({PROFILE: "".join(f"{n}: x\n" for n in range(20_000))}, f"{PROFILE}:1:4 S003"),
    "many keys in one line": ({PROFILE: "{" + "".join(f"{n}: x, " for n in range(20_000)) + "}"}, f"{PROFILE}:1:5 S003"),
    "one key many times": ({PROFILE: "k: v\n" * 20_000}, f"{PROFILE}:1:4 S003"),
    "many aliases": ({PROFILE: "[" + "*a," * 90_000 + "]"}, f"{PROFILE}:1:2 Y003"),
    "many claims": (claims("employees", ["1"] * 4_000), f"{PROFILE}:6:29 L001"),
    "many names": (
        claims("event", [f"{{date: 2014, partners: [nobody-at-all-{n}]}}" for n in range(3_000)]),
        f"{PROFILE}:5:38 L002",
    ),
    "many stars": (prose("*a " * 20_000 + "\n# x\n"), f"{OVERVIEW}:2:1 P004"),
    "many links": (prose("[a](<b" * 1_900 + "\n# x\n"), f"{OVERVIEW}:2:1 P004"),
    "five thousand brackets": (prose("![" * 5_000), f"{OVERVIEW}:1:1 R002"),
    "nested quotes": (prose(">" * 90_000 + " a\n"), f"{OVERVIEW}:1:1 P008"),
    "two thousand files": ({f"sources/{n}.txt": "" for n in range(2_000)}, "sources/0.txt:1:1 R006"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_is_hostile_is_found_where_it_stands(
    workers: list[Worker], tmp_path: Path, files: Files, expected: str
) -> None:
    """In time, with file, line, column and code; whatever else is found, nothing crashes."""
    places = [
        f"{path}:{line}:{column} {code}"
        for path, line, column, code, _ in found(workers, content_folder(tmp_path, files))
    ]
    assert expected in places


ARRANGED: dict[str, Callable[[Path], object]] = {
    "36 a link to a folder": lambda root: (root / "sources/etc").symlink_to("/etc"),
    "36 a link to a file": lambda root: (root / "sources/passwd.md").symlink_to(
        "/etc/passwd"
    ),
    "36 a link to itself": lambda root: (root / "sources/loop.md").symlink_to("loop.md"),
    "37 a pipe": lambda root: os.mkfifo(root / "sources/pipe.md"),
    "37 a link to a device": lambda root: (root / "sources/zero.md").symlink_to(
        "/dev/zero"
    ),
}


@pytest.mark.parametrize("arrange", ARRANGED.values(), ids=ARRANGED)
def test_nothing_is_followed(
    workers: list[Worker], tmp_path: Path, arrange: Callable[[Path], object]
) -> None:
    """Links, loops, pipes and devices are one finding, whatever they lead to."""
    root = content_folder(tmp_path, {})
    arrange(root)
    assert ["R001"] == [code for _, _, _, code, _ in found(workers, root)]


def test_a_folder_in_the_place_of_a_file_is_no_file(
    workers: list[Worker], tmp_path: Path
) -> None:
    """What it holds has no place."""
    files: Files = {"sources/more.md/x.md": "---\ntype: report\n---\n"}
    assert ["R006"] == [
        code for _, _, _, code, _ in found(workers, content_folder(tmp_path, files))
    ]


TEXTS = {
    "4 NO": "NO",
    "5 1:30": "1:30",
    "octal": "012",
    "an exponent": "1e3",
    "not a number": ".nan",
    "25 the end of a script": "</script><script>alert(1)</script>",
    "25 a script": "<script>alert(1)</script>",
    "26 the end of a comment": "-->",
    "26 the end of CDATA": "]]>",
    "27 an escaped script": "&lt;script&gt; &amp;amp;",
    "28 a template": "{{7*7}} {% include 'x' %} {# x #}",
    "29 formats": "{0.__class__} %(x)s %s $x ${x}",
    "30 groups": r"\1\g<0> \n \u202e",
    "17 other scripts": "阿里巴巴 عربي עברית 🚀 👩\u200d💻 e\u0301",
    "17 quotation marks": "“a” 'b' \"c\" `d` \\",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    """In a label, a value and a name it comes out as it was written, and nobody makes a number, tag or template of it."""
    written = json.dumps(text, ensure_ascii=False).replace("\\u200d", "\u200d")
    facts = f"motto:\n  label: {written}\n  property: description\n  claims:\n    - value: {written}\n      references:\n"
    files = {
        PROFILE: f"{facts}        - {{source: annual-report, quote: {written}}}\n",
        COMPANY: named(written)[COMPANY],
    }
    site = merged(tmp_path, files)
    fact = site.facts[FactId("acme", "motto")]
    assert (text, text, text) == (
        fact.fact.label,
        fact.leading.value,
        fact.leading.references[0].quote,
    )
    assert text == site.dossiers["acme"].company.name


@pytest.mark.parametrize(
    "text", ["NO", "1:30", "012", "0x1F", "1e3", ".nan", "3.10", "2014", "on", "=", "1_000"]
)
def test_text_without_quotes_stays_text(tmp_path: Path, text: str) -> None:
    """What YAML 1.1 would make something else of."""
    assert text == merged(tmp_path, named(text)).dossiers["acme"].company.name
