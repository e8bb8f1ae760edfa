"""`dossier fmt`: one way to write each thing. What a file says stays, and so does every
remark.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.collect import Findings
from dossier.edit import writing
from dossier.edit.formatting import formatted, survey, write
from dossier.model.errors import DossierError
from dossier.model.values import PropertyPart
from dossier.read import read_content
from dossier.read.layout import Role
from dossier.yaml.laying import lay_out
from dossier.yaml.nodes import MappingNode, Node, Scalar, parse_yaml
from dossier.yaml.spelling import WIDTH
from dossier.yaml.tree import parse_tree
from tests.builds import FERRIES, run
from tests.editors import roles
from tests.helpers import SITES, content_folder, fixtures

PROPERTIES = read_content(SITES / "acme").content.properties
SITE_FOLDERS = [
    FERRIES / "content",
    SITES / "acme",
    SITES / "minimal",
    SITES / "kitchen-sink" / "content",
]


def meaning(text: str) -> Any:
    """What our reader makes of a text, whatever the order of its keys."""
    out = Findings()
    node = parse_yaml("x.yaml", text, out)
    assert () == out.in_order(), text
    assert node
    return plain(node)


def plain(node: Node) -> Any:
    """A node without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, MappingNode):
        return {name: plain(pair.node) for name, pair in node.pairs.items()}
    return [plain(item) for item in node.items]


def laid(text: str) -> str:
    """The text of a file of facts, laid out."""
    after = formatted(Role.FACTS, text, PROPERTIES)
    assert after is not None
    return after


@pytest.mark.parametrize(("title", "before", "after"), fixtures("fmt"))
def test_each_thing_is_written_in_one_way(title: str, before: str, after: str) -> None:
    assert f"{after}\n" == laid(f"{before}\n"), title
    assert f"{after}\n" == laid(f"{after}\n")


@pytest.mark.parametrize("root", SITE_FOLDERS, ids=lambda path: path.parent.name)
def test_real_files_say_the_same(root: Path) -> None:
    """To our reader; the order of ids, their remarks and prose are as before, and a second
    time changes nothing.
    """
    properties = read_content(root).content.properties
    for role, path in roles(root):
        text = (root / path).read_text("utf-8")
        after = formatted(role, text, properties) if role is not Role.PROOFS else text
        assert after is not None
        assert formatted(role, after, properties) == after or role is Role.PROOFS
        if path.endswith(".yaml"):
            assert meaning(text) == meaning(after)
            assert [*meaning(text)] == [*meaning(after)] or role is not Role.FACTS
        else:
            assert (
                text.split("\n---\n", 1)[1].strip() == after.split("\n---\n", 1)[1].strip()
            )


def test_files_of_other_systems_are_read(tmp_path: Path) -> None:
    """A byte order mark goes, line ends become those of this one."""
    root = content_folder(tmp_path, {})
    path = root / "companies" / "acme" / "facts" / "profile.yaml"
    after = formatted(Role.FACTS, path.read_text("utf-8"), PROPERTIES)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    [found] = [one for one in survey(root).changed if one.path == path]
    assert after == found.after.decode()


# --- Files that nobody has thought of
# -------------------------------------------------------------------------------

words = st.one_of(
    st.text("abc #:-,[]{}\"'&*!|>%@`?~\\/\nétrue012", max_size=12),
    st.sampled_from(
        [
            "true",
            "null",
            "~",
            "2025",
            "over 5 million",
            "x" * WIDTH,
            "a b " * 40,
            "- a",
            "a: b",
            "#",
            "---",
            "'",
        ]
    ),
)
ids = words.filter(lambda key: bool(key.strip()) and key not in ("~", "null", "<<"))
trees = st.recursive(
    words,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(ids, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


class Scribe:
    """Writes a tree as somebody might, with remarks wherever there can be one; each has a
    number of its own.
    """

    def __init__(self, draw: Callable[..., Any]) -> None:
        self.draw, self.count = draw, 0

    def remark(self) -> str:
        """A remark that no other is like."""
        self.count += 1
        words = self.draw(st.sampled_from(["", " words", " # more", ' "', " {"]))
        return f"# r{self.count}:{words}"

    def beside(self) -> str:
        """Maybe a remark behind something."""
        return (
            f"{self.draw(st.sampled_from([' ', '    ']))}{self.remark()}"
            if self.draw(st.booleans())
            else ""
        )

    def above(self, indent: int) -> list[str]:
        """Maybe remarks and blank lines, not always indented as they should be."""
        lines: list[str] = []
        for _ in range(self.draw(st.integers(0, 2))):
            shift = self.draw(st.sampled_from([0, 0, 2]))
            lines.append(
                f"{' ' * (indent + shift)}{self.remark()}"
                if self.draw(st.booleans())
                else ""
            )
        return lines

    def scalar(self, text: str, *, in_brackets: bool) -> str:
        """A value in quotes of either kind, or plain where that is the same."""
        quoted = '"' + re.sub(r'(["\\])', r"\\\1", text).replace("\n", "\\n") + '"'
        single = "'" + text.replace("'", "''") + "'"
        choices = [quoted] + ([single] if "\n" not in text else [])
        if text.strip() and "\n" not in text:
            out = Findings()
            node = parse_yaml("", f"k: [{text}]\n" if in_brackets else f"k: {text}\n", out)
            if (
                node
                and not out.in_order()
                and plain(node) == {"k": [text] if in_brackets else text}
            ):
                choices.append(text)
        return str(self.draw(st.sampled_from(choices)))

    def flow(self, tree: Any) -> str:
        """A tree in brackets."""
        if isinstance(tree, str):
            return self.scalar(tree, in_brackets=True)
        if isinstance(tree, list):
            return f"[{', '.join(map(self.flow, tree))}]"
        return (
            "{"
            + ", ".join(
                f"{self.key(key)}: {self.flow(value)}" for key, value in tree.items()
            )
            + "}"
        )

    def key(self, text: str) -> str:
        """A key; in quotes unless it is the plainest of words."""
        return (
            text
            if text.isalpha() and text.isascii()
            else '"' + re.sub(r'(["\\])', r"\\\1", text).replace("\n", "\\n") + '"'
        )

    def block(self, tree: Any, indent: int) -> list[str]:
        """A tree over several lines."""
        step = self.draw(st.sampled_from([2, 2, 4]))
        lines: list[str] = []
        pairs = (
            [(f"{self.key(key)}:", value) for key, value in tree.items()]
            if isinstance(tree, dict)
            else [("-", one) for one in tree]
        )
        for head, value in pairs:
            lines += [
                *self.above(indent),
                *self.entry(f"{' ' * indent}{head}", value, indent + step),
            ]
        return lines

    def entry(self, head: str, value: Any, indent: int) -> list[str]:
        """A key or hyphen with what belongs to it."""
        if isinstance(value, str):
            return [f"{head} {self.scalar(value, in_brackets=False)}{self.beside()}"]
        if self.draw(st.booleans()):
            return [f"{head} {self.flow(value)}{self.beside()}"]
        return [f"{head}{self.beside()}", *self.block(value, indent)]


@st.composite
def documents(draw: Callable[..., Any]) -> tuple[Any, str, int]:
    """A tree, a text that says it, and how many remarks there are."""
    tree = draw(trees.filter(lambda one: isinstance(one, dict)))
    scribe = Scribe(draw)
    lines = [*scribe.block(tree, 0), *scribe.above(0)]
    return tree, "".join(f"{line}\n" for line in lines), scribe.count


@given(documents())
def test_any_file_says_the_same_and_keeps_its_remarks(
    document: tuple[Any, str, int],
) -> None:
    """And is laid out once and for all; ids keep their order."""
    tree, text, count = document
    assert tree == meaning(text)
    after = lay_out(parse_tree(text))
    assert tree == meaning(after)
    assert [*range(1, count + 1)] == sorted(
        int(number) for number in re.findall(r"# r(\d+):", after)
    )
    assert after == lay_out(parse_tree(after))


# --- The command
# ----------------------------------------------------------------------------------------------------

CROOKED = """\
employees:
  property: employees
  label: Employees
  claims: [{value: 120, references: [{source: report, quote: a}]}]
"""
PROFILE = "companies/acme/facts/profile.yaml"


def test_check_names_the_first_line_and_changes_nothing(tmp_path: Path) -> None:
    root = content_folder(tmp_path, {PROFILE: CROOKED})
    done = run(tmp_path, "dossier", "fmt", "--check")
    assert (1, f"content/{PROFILE}:2:1 is laid out otherwise.\n") == (
        done.returncode,
        done.stdout,
    )
    assert CROOKED == (root / PROFILE).read_text("utf-8")


def test_files_are_laid_out_once(tmp_path: Path) -> None:
    root = content_folder(tmp_path, {PROFILE: CROOKED})
    assert (
        f"content/{PROFILE} is laid out anew.\n" == run(tmp_path, "dossier", "fmt").stdout
    )
    assert (
        (root / PROFILE)
        .read_text("utf-8")
        .startswith("employees:\n  label: Employees\n  property: employees\n")
    )
    done = run(tmp_path, "dossier", "fmt", "--check")
    assert (0, "Every file is laid out as it should be.\n") == (
        done.returncode,
        done.stdout,
    )


def test_a_file_with_errors_is_left_alone(tmp_path: Path) -> None:
    """It is reported as `dossier check` would; other files are laid out all the same."""
    broken = CROOKED.replace("value: 120", "value: 120, valu: 3")
    root = content_folder(
        tmp_path, {PROFILE: broken, "entities.yaml": 'a: {kind: place, name: "A"}\n'}
    )
    done = run(tmp_path, "dossier", "fmt")
    assert (1, broken, "a: {name: A, kind: place}\n") == (
        done.returncode,
        (root / PROFILE).read_text("utf-8"),
        (root / "entities.yaml").read_text("utf-8"),
    )
    assert (
        f"content/{PROFILE}:4:25 S001 employees.claims[0].valu: unknown key. Did you mean 'value'?"
        in done.stdout
    )


def test_parts_are_written_that_an_id_once_stood_for(tmp_path: Path) -> None:
    old = "event: {label: E, type: record, fresh: never, keys: {date: {type: date}, speaker: {type: entity}}}\n"
    other = "role: {label: R, type: money, fresh: never}\nmotto: {label: M, type: text, fresh: never}\n"
    path = content_folder(tmp_path, {"properties.yaml": old + other}) / "properties.yaml"
    write(survey(path.parent))
    parts = {
        id: prop.part for id, prop in read_content(path.parent).content.properties.items()
    }
    assert {
        "event": PropertyPart.EVENT,
        "role": PropertyPart.NONE,
        "motto": PropertyPart.NONE,
    } == parts
    assert "speaker: {type: entity, part: speaker}" in path.read_text("utf-8")
    assert not survey(path.parent).changed


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the last step fails the old file stands, and nothing is left beside it."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    writing.replace_file(path, b"new")
    assert (b"new", 0o640) == (path.read_bytes(), path.stat().st_mode & 0o777)

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DossierError, match="No space left on device; it is as it was"):
        writing.replace_file(path, b"newer")
    assert ([path], b"new") == ([*tmp_path.iterdir()], path.read_bytes())


def test_no_brackets_stand_below_remarks() -> None:
    """The first entry can be written below them; a file of nothing at all is an empty
    mapping, and says so.
    """
    assert "# Nobody yet.\n" == lay_out(parse_tree("# Nobody yet.\n"))
    assert "{}\n" == lay_out(parse_tree("{}\n"))
