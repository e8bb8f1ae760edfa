"""YAML: text stays text, every node knows where it stands, and what is refused does not
hide what follows.
"""

import pytest

from dossier.collect import Findings
from dossier.model.places import Position
from dossier.yaml.nodes import MAX_NODES, MappingNode, Node, Scalar, Sequence, parse_yaml


def parsed(text: str, first_line: int = 1) -> tuple[Node | None, list[str]]:
    """The document, and the findings in brief."""
    out = Findings()
    node = parse_yaml("x.yaml", text, out, first_line)
    return node, [
        f"{one.position.line}:{one.position.column} {one.code}" for one in out.in_order()
    ]


def mapping(text: str) -> MappingNode:
    """A document that is a mapping and has no fault."""
    node, findings = parsed(text)
    assert [] == findings
    assert isinstance(node, MappingNode)
    return node


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "no",
        "on",
        "yes",
        "true",
        "1:30",
        "012",
        "0x1F",
        "0o7",
        "1e3",
        "1_000",
        ".nan",
        ".inf",
        "3.10",
        "2014",
        "2014-03-09",
        "2014-13-45",
        "=",
        "Null",
        "NULL",
        "12:30:45",
        "-",
    ],
)
def test_words_stay_text(word: str) -> None:
    """What YAML 1.1 would make a number, a truth or a date is the text that was written, as
    value and as key.
    """
    assert word == mapping(f"key: {word}\n").pairs["key"].node.text if word != "-" else True  # type: ignore[union-attr]
    if word not in "-=":
        assert [word] == list(mapping(f"{word}: value\n").pairs)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("key: null", ""),
        ("key: ~", ""),
        ("key:", ""),
        ("key: 'null'", "null"),
        ('key: ""', ""),
        ("key: >-\n  a\n  b", "a b"),
    ],
)
def test_blank_is_what_is_written_without_quotes(text: str, value: str) -> None:
    """`null` and `~` stand for nothing, as an empty value does; in quotes they are words."""
    node = mapping(text).pairs["key"].node
    assert isinstance(node, Scalar)
    assert value == node.text


def test_keys_and_values_know_where_they_stand() -> None:
    """Lines and columns count characters, after comments, block texts, Chinese letters and
    emoji, in lists and in braces.
    """
    text = (
        "# 注释\na: >-\n  long\n  text\n北京: {b: 🚀 up, c: [x, 世界, y]}\nd:\n  - e: f\n"
    )
    top = mapping(text)
    city, d = top.pairs["北京"], top.pairs["d"].node
    assert (Position("x.yaml", 5, 1), Position("x.yaml", 5, 5)) == (city.key, city.node.at)
    assert isinstance(city.node, MappingNode)
    words = city.node.pairs["c"].node
    assert isinstance(words, Sequence)
    assert Position("x.yaml", 5, 15) == city.node.pairs["c"].key
    assert [Position("x.yaml", 5, column) for column in (19, 22, 26)] == [
        item.at for item in words.items
    ]
    assert isinstance(d, Sequence)
    assert Position("x.yaml", 7, 5) == d.items[0].at


def test_positions_begin_where_the_text_begins_in_its_file() -> None:
    """Front matter does not begin at the first line."""
    node, findings = parsed("a: 1\na: 2\n", first_line=2)
    assert node is not None
    assert (Position("x.yaml", 2, 1), ["3:1 Y002"]) == (node.at, findings)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "null\n"])
def test_an_empty_document_is_an_empty_mapping_or_blank(text: str) -> None:
    """A file may be empty: it then holds nothing."""
    node, findings = parsed(text)
    assert [] == findings
    assert isinstance(node, MappingNode) or (isinstance(node, Scalar) and not node.text)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\n", ["3:1 Y002", "4:11 Y002"]),
        ("a: &x 1\nb: *x\n*x : c\n", ["1:4 Y003", "2:4 Y003", "3:1 Y003"]),
        ("a: !!str 1\n!k b: 2\nc: ! 3\n", ["1:4 Y004", "2:1 Y004", "3:4 Y004"]),
        ("a: 1\n---\nb: 2\n", ["2:1 Y006"]),
        (
            "? [a]\n: b\n<<: {c: d}\n'': e\n~: f\n",
            ["1:3 Y007", "3:1 Y007", "4:1 Y007", "5:1 Y007"],
        ),
        ('a: "\\u202e"\n"\\u200b": b\n', ["1:4 R004", "2:1 R004"]),
        ('a: "\\uFFFD"\n', ["1:4 R004"]),
        ("a: 1\na: 2\nb: [\n", ["2:1 Y002", "4:1 Y001"]),
        ("[" * 10_000, ["1:13 Y005"]),
        ("a: b: c\n", ["1:5 Y001"]),
        ("a:\n\tb: c\n", ["2:1 Y001"]),
        ("a: 'b\nc: d\n", ["1:4 Y001"]),
        ("%YAML 9.9\n---\na: b\n", ["1:1 Y001"]),
        ("a: b #1\nc: #2\nd:\n  - #3\n", ["1:6 Y009", "2:4 Y009", "4:5 Y009"]),
        ('a: "b"#1\nc: [d #2, e]\nf: {\n', ["1:7 Y009", "2:7 Y009"]),
        ("a: [#1, b]\n", ["1:5 Y009"]),
        ("a: {b: c # d}\n", ["1:10 Y009"]),
        (
            "a: b\n  #1 c\nd: >-\n  #2 e\n #3 f\ng: > #4\n  h\n",
            ["2:3 Y009", "5:2 Y009", "6:6 Y009"],
        ),
        ("a: b #1\n  c d\ne: f\n", ["1:6 Y009"]),
    ],
)
def test_faults_are_found_where_they_stand(text: str, findings: list[str]) -> None:
    """Each has its code and place; those before a fault that ends the reading are found
    too.
    """
    assert findings == parsed(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "a: b  # c\nd: 'e' # f\ng: [h, i]  # j\nk:  # l\n  - m\n",
        "a: C#\nb: F#m and C# alike\nc: 'd #1'\n",
        "a: |\n  #1 b\n  c #2\nd: >-\n  e\n\n#f: g\n",
        "a:\n- b\n  #- c\nd:\n  e: f\n    #g: h\n  #i: j\n",
        "a: b  ######\nc: {d: 'e #1', f: g}\n",
    ],
)
def test_remarks_that_are_set_as_such_are_none_of_the_text(text: str) -> None:
    """Two spaces before the sign and one behind it, a line of its own, or a `#` that
    belongs to a word.
    """
    mapping(text)


def test_a_remark_one_space_behind_words_is_for_their_key_to_judge() -> None:
    """A figure can hold no `#`, a text can."""
    nodes = [
        pair.node for pair in mapping("a: b # c\nd: e  # f\ng: 'h' # i\n").pairs.values()
    ]
    assert [Position("x.yaml", 1, 6), None, None] == [
        node.remark for node in nodes if isinstance(node, Scalar)
    ]


def test_of_two_keys_the_first_counts_and_the_second_is_kept() -> None:
    """The second value is not lost, so that its own mistakes can be found."""
    node, _ = parsed("a: 1\na: 2\n")
    assert isinstance(node, MappingNode)
    pairs = [(name, pair.node.text) for name, pair in node.every_pair()]  # type: ignore[union-attr]
    assert [("a", "2"), ("a", "1")] == pairs


def test_refused_values_leave_a_placeholder() -> None:
    """A tagged or aliased value is there and marked, so that its key is not missing."""
    node, _ = parsed("a: !x 1\nb: *c\n")
    assert isinstance(node, MappingNode)
    assert [True, True] == [pair.node.refused for pair in node.pairs.values()]  # type: ignore[union-attr]


def test_a_file_of_too_many_values_is_given_up() -> None:
    """The number of values is bounded, whatever the size of the file."""
    node, findings = parsed("[" + "a," * MAX_NODES + "]")
    assert (None, [f"1:{2 * MAX_NODES} Y005"]) == (node, findings)


def test_long_names_are_cut_in_messages() -> None:
    """No message is longer than a few lines, however long a name is."""
    out = Findings()
    parse_yaml(
        "x.yaml",
        f"a: &{'x' * 900} !{'y' * 900} 1\nb: *{'x' * 900}\n{'k' * 900}: 1\n{'k' * 900}: 2\n",
        out,
    )
    assert ["Y003", "Y004", "Y003", "Y002"] == [one.code for one in out.in_order()]
    assert all(len(one.message) < 200 for one in out.in_order())
