"""What the parser of YAML could not read, and why: its own words, or the slip or remark
that it stumbled over.

It tells the place where it gave up, which is seldom the place of the mistake.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dossier.model.late import late_pattern
from dossier.yaml.remarks import Behind, first_behind
from dossier.yaml.slips import LONGEST, FoundSlip, is_sound, slip_among

ADVICE = {
    "mapping values are not allowed": (
        "Put a text that holds `: ` in double quotes, and indent the keys of a mapping"
        " alike."
    ),
    "tab character": "Indent with spaces, not with tabs.",
    "character that cannot start any token": (
        "Indent with spaces; put a text that begins with such a sign in double quotes."
    ),
    "could not find expected ':'": (
        "Write a colon and a space behind a key, and indent a text that goes on below it."
    ),
    "did not find expected key": (
        "Indent the keys of a mapping alike; quote a text that holds quotation marks as a"
        " whole."
    ),
    "did not find expected '-'": "Indent every `- ` of a list alike.",
    "did not find expected <document start>": "Indent the keys of a mapping alike.",
    "did not find expected alphabetic": (
        "Put a text that begins with * or & in double quotes."
    ),
    "block sequence entries are not allowed": "Begin the list in the line below its key.",
    "unexpected end of stream": "Close the quotation mark that opens here.",
    "unexpected document indicator": "Close the quotation mark that opens here.",
    "unknown escape character": "Write two backslashes for one, or use single quotes.",
}
"""What to do about the commonest complaints of the parser, by words of theirs."""


@dataclass(frozen=True)
class Complaint:
    """What the parser says about some lines; lines and columns count from 0."""

    lines: Sequence[str]
    context: str
    # What it was reading.
    began: tuple[int, int]
    # Where that began.
    problem: str
    missed: tuple[int, int]
    # Where it gave up.
    opened: int | None
    # The line of a bracket that is still open.
    first_line: int
    # What the first of them is called.

    @classmethod
    def of(
        cls, error: Exception, lines: Sequence[str], opened: int | None, first_line: int
    ) -> "Complaint":
        """The complaint in an error of PyYAML."""
        context, problem = (
            str(getattr(error, name, None) or "") for name in ("context", "problem")
        )
        began, missed = (
            _spot(getattr(error, name, None)) for name in ("context_mark", "problem_mark")
        )
        return cls(
            lines, context, began, problem or "this is not YAML", missed, opened, first_line
        )

    def swallowed(self) -> Behind | None:
        """A remark behind an open bracket, which may have swallowed the end of it."""
        return (
            None
            if self.opened is None
            else first_behind(self.lines, self.opened, self.missed[0])
        )

    def is_explained(self, lost: Collection[int]) -> bool:
        """Whether it is due to text that is lost behind a `#` in one of some lines."""
        return any(self._reaches(line) for line in lost)

    def _reaches(self, line: int) -> bool:
        if self.opened is not None:
            return self.opened <= line <= self.missed[0]
        between = self.lines[line + 1 : self.missed[0]]
        return line <= self.missed[0] and not any(map(is_sound, between))

    @property
    def spot(self) -> tuple[int, int]:
        """The place to point at."""
        if self._slip:
            return self._slip.spot
        # Where a quotation or a key began says more than the place, often far below, where
        # it was missed.
        return (
            self.began
            if "quoted" in self.context or "simple key" in self.context
            else self.missed
        )

    @property
    def told(self) -> str:
        """What is wrong, and what to do."""
        if self._slip:
            return self._slip.told
        for sign, tell in LOOKS.items():
            if sign in self.problem and (told := tell(self)):
                return told
        advice = (advice for sign, advice in ADVICE.items() if sign in self.problem)
        return f"{self.problem}. {next(advice, 'Mend this line or the one before.')}"

    @property
    def line(self) -> str:
        """The line where it gave up."""
        return self.lines[self.missed[0]] if self.missed[0] < len(self.lines) else ""

    @property
    def above(self) -> str:
        """The nearest line above that has something in it."""
        return next(filter(str.strip, reversed(self.lines[: self.missed[0]])), "")

    @cached_property
    def _slip(self) -> FoundSlip | None:
        return None if "quoted" in self.context else slip_among(self.lines, self.missed[0])


def _open_bracket(complaint: Complaint) -> str:
    line, column = complaint.began
    closing = "}" if "mapping" in complaint.context else "]"
    return (
        f"the bracket that opens in line {line + complaint.first_line}, column"
        f" {column + 1}, is not closed before this. Close it with `{closing}`, or put a comma"
        " between two items."
    )


def _odd_sign(complaint: Complaint) -> str:
    rest = complaint.line[complaint.missed[1] :].strip()
    if complaint.line[complaint.missed[1] : complaint.missed[1] + 1] == "\t":
        return "a tab stands here. Write spaces, one behind `-` and `:`."
    return f"{rest[:1]!r} cannot begin a text. {_quoted(rest)}" if rest else ""


def _second_colon(complaint: Complaint) -> str:
    """A key that stands too far to the right, or a second colon in one line."""
    key, above = _KEY.match(complaint.line), _KEY.match(complaint.above)
    if key and key["rest"] and key.end("key") < complaint.missed[1]:
        told = _quoted(key["rest"], f"{key['key']}: ")
        return (
            f"a second `: ` stands in this line. {told} Begin a new line if another key begins"
            " here."
        )
    if key and above and above["rest"] and key.start("key") > above.start("key"):
        return (
            f"this line is indented farther than {above['key']!r} above it, which has its value"
            " already. Indent both alike."
        )
    return ""


def _quoted(text: str, before: str = "") -> str:
    """How a text is written that YAML would take for more than that."""
    return (
        "Put the whole text in double quotes."
        if '"' in text or "\\" in text or len(text) > LONGEST
        else f'Put the whole text in double quotes: `{before}"{text}"`.'
    )


_KEY = late_pattern(r"\s*(?:- )*(?P<key>[\w./-]+):(?:\s+(?P<rest>.*\S))?\s*$")

LOOKS: Mapping[str, Callable[[Complaint], str]] = {
    "did not find expected ',' or": _open_bracket,
    "character that cannot start any token": _odd_sign,
    "mapping values are not allowed": _second_colon,
}
"""What a look at the lines says better than the parser; empty where it says nothing."""


def _spot(mark: Any) -> tuple[int, int]:
    """Line and column of a mark of the parser's."""
    return (mark.line, mark.column) if mark else (0, 0)
