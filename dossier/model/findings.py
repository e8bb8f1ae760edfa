"""Findings: what a check has to say, and the register of all codes.

A finding is about an author's mistake; it is collected and shown with all others. What
stops the program itself is a
`DossierError`. The register is the one place that says what a code means; the documents are
tested against it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from dossier.model.places import Position


class Severity(StrEnum):
    """An error stops the build; a warning is shown and does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Code:
    """What a finding code stands for, and what mends it."""

    meaning: str
    remedy: str
    severity: Severity = Severity.ERROR
    is_final: bool = False
    # Of a warning: nobody can confirm it, because it is never meant to stand.


CODES: dict[str, Code] = {
    # R: files, before a word of them is understood
    "R001": Code("Not a regular file", "Replace the link, device or folder by a plain file."),
    "R002": Code("Too large", "Split it: one file per source, and per topic of a company."),
    "R003": Code("Not UTF-8", "Save the file as UTF-8."),
    "R004": Code("A character that cannot be seen or changes the reading order", "Delete the character."),
    "R005": Code("A merge marker", "Keep one side of the conflict and delete the marker lines."),
    "R006": Code("A file that does not belong here", "Move or rename it; docs/model.md shows the folder."),
    "R007": Code("Cannot be read", "Let everybody read the file."),
    "R008": Code("Two names that differ only in case or Unicode form", "Rename one of the files."),
    "R009": Code("A needed file is missing", "Add the file."),
    "R010": Code("Records of proofs in one file", "Run `dossier fmt`; it gives each company its own and loses none."),
    # Y: YAML
    "Y001": Code("Not YAML", "Mend the line, or the one before it."),
    "Y002": Code("A key that stands twice", "Keep one of the two."),
    "Y003": Code("An anchor or alias", "Write the value out."),
    "Y004": Code("A tag", "Delete the tag: the key already says what its value is."),
    "Y005": Code("Nested too deep, or too many values", "Flatten or split the file."),
    "Y006": Code("More than one document", "Delete the line `---` or move what follows to a file of its own."),
    "Y007": Code("A key that is no plain word", "Write the key as a single word."),
    "Y008": Code("Front matter that is missing or never closed", "Begin the file with `---`, and close it with `---`."),
    "Y009": Code("Text behind ` #`", "Put the whole text in double quotes; before a remark write two spaces."),
    # S: the shape of records
    "S001": Code("An unknown key", "Use one of the known keys; docs/model.md lists them."),
    "S002": Code("A missing key", "Add the key."),
    "S003": Code("The wrong kind of value", "Write what was expected: a single value, a list or a mapping."),
    "S004": Code("A blank value", "Give the value, or delete the key if it is not needed."),
    "S005": Code("Not one of the allowed words", "Use one of the words listed."),
    "S006": Code("Not an id", "Use lower-case letters a to z, digits and single hyphens, 64 at most."),
    "S007": Code("Not an address that a page may link to", "Write the whole address, beginning with https://."),
    "S008": Code("A text that is too long", "Shorten it."),
    "S009": Code("A list with too few or repeated items", "Give each item once, and at least one."),
    "S010": Code(
        "An id that once said what it is for",
        "Run `dossier fmt`; it writes `part:` beside it, or write `part: none` yourself.",
        Severity.WARNING,
        is_final=True,
    ),
    "S011": Code("A part that does not fit", "Give the part to another property or key, or delete it."),
    # V: values
    "V001": Code("Not a date", "Write EDTF, such as 2014, 2014-03 or 2014-03-09."),
    "V002": Code("Not a quantity", "Write it as hedge, number, scale and unit: `over 2.5 billion CNY`."),
    "V003": Code("The wrong unit", "Use the unit of the property."),
    "V004": Code("Not a length of time", "Write P3Y, P6M or P10D."),
    "V005": Code("Not a language", "Write a language tag such as en, en-GB or zh-Hans."),
    "V006": Code("Not a hash", "Write `sha256-` and the 64 hexadecimal digits that `dossier prove` tells."),
    "V007": Code("Not a number of degrees", "Write degrees as a decimal: to the west and south with a minus."),
    "V008": Code("A date of an old form", "Run `dossier fmt`, or write what the finding says."),
    "V009": Code("`vague` does not fit its date", "Name a date whose doubt EDTF cannot write, and a word for it."),
    "V010": Code("A fiscal period whose days are not known", "Give `fiscal_year` in the company's company.yaml."),
    "V011": Code("Not a range", "Write the smaller number, `to`, and the greater one with the unit of both."),
    # L: links between records
    "L001": Code("An unknown source", "Add content/sources/<id>.md, or mend the id."),
    "L002": Code("An unknown entity", "Add it to content/entities.yaml, or mend the id."),
    "L003": Code("An unknown property", "Add it to content/properties.yaml, or mend the id."),
    "L004": Code("An unknown origin", "Add it to content/origins.yaml, or mend the id."),
    "L005": Code("An unknown fact", "Mend the id; a fact of another company is written company/fact."),
    "L006": Code("An id that is used twice", "Give one of the two another id."),
    "L007": Code("Nothing rests on it", "Cite it, or delete it.", Severity.WARNING),
    "L008": Code("A section and its file do not match", "List each file of facts/ under sections, and only those."),
    "L009": Code("A link to a page that is not there", "Mend the address, or delete the link."),
    "L010": Code("An unknown place", "Write a country by its English name, or add the place to content/places.yaml."),
    "L011": Code("A former id that is in use", "Name under `formerly` only ids that the folder had, and nothing has now."),
    # F: facts
    "F001": Code("`supports` names nothing that the claim says", "Name a key that the claim or its record has."),
    "F002": Code("A reference that points nowhere", "Give the quote, or a locator."),
    "F003": Code("A quote that is too long", "Keep the figure or phrase that supports the claim."),
    "F004": Code("Two claims that say the same", "Make them one claim with both references."),
    "F005": Code("The same passage twice in a claim", "Delete one of the two references."),
    "F006": Code("`inferred` names no date of the record", "Name a key that holds a date."),
    "F007": Code("An equivalent in the same currency", "Delete it, or write the other currency."),
    "F008": Code("An origin that the source does not have", "Name one of the origins of the source."),
    "F009": Code("A rank without a reason", "Say in `note` why this claim leads, or why it no longer counts."),
    "F010": Code("What cannot settle a promise", "Name a promise that another fact makes, and that came before."),
    "F011": Code("A status against what became of a promise", "Delete the status: it follows from the outcome."),
    "F012": Code("A conversion unlike the others of its year", "Look at both amounts, or confirm it.", Severity.WARNING),
    "F013": Code("A post that two people hold at one time", "Give each its period, or confirm it.", Severity.WARNING),
    "F014": Code(
        "A question that is asked twice",
        "Make one fact of the two, or confirm that they ask for different things.",
        Severity.WARNING,
    ),
    "F015": Code("A speaker of what the claim does not have", "Name a key of the record, or write the id alone."),
    "F016": Code("A date that cannot be taken from another fact", "Name an event that has a date, or write the date."),
    "F017": Code("A part that is more than its whole", "Look at both figures, or confirm it.", Severity.WARNING),
    "F018": Code("An end before its start", "Mend one of the two dates, or confirm it.", Severity.WARNING),
    "F019": Code("A day by which something is due, written as a time that lasts", 'Write `"[..2025]"`: once until then.'),
    "F020": Code("A number that no things can have", "Write a whole number, or confirm it.", Severity.WARNING),
    "F021": Code("A date after the day on which it was known", "Mend one of the dates, or confirm it.", Severity.WARNING),
    "F022": Code("A conversion of no value", "Delete it, or write the value."),
    # D: one thing under two ids
    "D001": Code("Two sources that seem to be one", "Keep one file, or confirm that they are two.", Severity.WARNING),
    "D002": Code("Two entities that seem to be one", "Keep one id, or confirm that they are two.", Severity.WARNING),
    "D003": Code("Two origins that seem to be one", "Keep one id, or confirm that they are two.", Severity.WARNING),
    # O: origins
    "O001": Code("An origin that two sources seem to share", "Name it under `origins` of both.", Severity.WARNING),
    # C: corrections
    "C001": Code("A correction of words that are cited no more", "Delete the correction, or mend the quote."),
    "C002": Code("An error of ours that has come back", "Mend the fact again, or delete the entry."),
    # Q: quotes
    "Q001": Code("A quote that is not in the text", "Copy the words from the source, to the letter."),
    "Q002": Code("A figure that is not in the quote", "Quote the words that give it, or mend the value."),
    "Q003": Code("A quote of another source", "Name the source that has the words."),
    "Q004": Code("A hedge in the words and not in the value", "Put the hedge before the value: `nearly 10%`."),
    "Q005": Code("A hedge in the value and not in the words", "Delete the hedge, or quote the words that give it."),
    "Q006": Code("A quote that is almost in the text", "Mend the words that differ, or quote the words left out."),
    "Q007": Code("A quote that stands in the text more than once", "Add a prefix or suffix, or quote more words."),
    "Q008": Code("A record that does not fit its quote", "Run `dossier prove` where the texts are, and commit the record."),
    "Q009": Code("A quote in pieces that do not belong together", "Quote one passage; ` … ` may leave a few words out."),
    "Q010": Code("A text that is not the one its source names", "Bring the text back, or take it in anew and prove it."),
    "Q011": Code("A record on which nothing rests", "Run `dossier prove`; it deletes the record.", Severity.WARNING, True),
    "Q012": Code("A figure that no quote is there to support", "Name its key in `supports` of a quote.", Severity.WARNING),
    "Q013": Code("A quote of which nothing is on record", "Run `dossier prove` where the text is.", Severity.WARNING),
    "Q014": Code("Texts without a record of proofs", "Run `dossier prove`, or bring the files `proofs.lock.yaml` back."),
    "Q015": Code("A proof of another claim", "Run `dossier prove` where the text is.", Severity.WARNING, True),
    "Q016": Code("Proofs that older rules have made", "Run `dossier prove` where the texts are.", Severity.WARNING, True),
    "Q017": Code(
        "A reading of what has changed since", "Run `dossier read`; it deletes the entry.", Severity.WARNING, True
    ),
    "Q018": Code("A claim that a reader found wrong", "Mend the claim, or quote the words that say so."),
    "Q019": Code("A figure in a text that no quote holds", "Quote the words that give it, or leave it out of the text."),
    "Q020": Code("A number that is not where its locator says", "Name row, column and scale as they are printed."),
    # T: timelines
    "T001": Code("Events out of order", "List the earlier event first."),
    "T002": Code("Not an event", "List facts whose property has a date key."),
    "T003": Code("An event that is not under one theme", "List each event of the timeline under one of its lanes, once."),
    # P: prose
    "P001": Code("A mark that cannot be read", "Write [@source-id] or {{ fact-id }}; put a backslash before other ones."),
    "P002": Code("A link that a page may not have", "Link to a whole https:// address."),
    "P003": Code("An image", "Describe it in words; pages carry no images."),
    "P004": Code("A heading of the wrong level", "Begin with ##, and skip no level."),
    "P005": Code("A record shown as one value", "Name the key: {{ fact-id.key }}."),
    "P006": Code("A mark where none can stand", "Move it behind the link, or to a company's overview.md."),
    "P007": Code("HTML", "Use Markdown, or put a backslash before `<`: pages show HTML as it is written."),
    "P008": Code("Lists or quotes too deep within each other", "Use fewer levels."),
    "P009": Code("A unit that stands twice", "Delete the word: the value brings its unit.", Severity.WARNING, True),
    # W: warnings that somebody has confirmed
    "W001": Code("What cannot be confirmed", "Mend what the finding says, and delete the line; or mend the code."),
    "W002": Code("A confirmation that nothing asks for", "Delete the line.", Severity.WARNING, True),
}  # fmt: skip

ADDED = re.compile(r"X[EW][0-9]{3}")
"""A code of an extension: an error or a warning."""
ADDED_ERROR = Code("What an extension refuses", "Its documents say what mends it.")
ADDED_WARNING = Code(
    "What an extension warns of", "Its documents say what mends it.", Severity.WARNING
)


def code_of(code: str) -> Code:
    """What a code stands for, those of extensions included."""
    return CODES.get(code) or (ADDED_WARNING if code.startswith("XW") else ADDED_ERROR)


CONFIRMABLE: dict[str, Code] = {
    code: told
    for code, told in CODES.items()
    if told.severity is Severity.WARNING and not told.is_final
}
"""The warnings that a record can confirm: it is so, and right all the same."""


def is_confirmable(code: str) -> bool:
    """Whether a record can confirm a warning of this code; those of extensions included."""
    return code in CONFIRMABLE or (
        ADDED.fullmatch(code) is not None and code_of(code).severity is Severity.WARNING
    )


OLD_FORMS = frozenset({"S010", "V008"})
"""What is read all the same, because files were once written so; `dossier fmt` brings it
up.
"""


class Finding(NamedTuple):
    """One thing that is wrong, where, and what was expected. Orders by file, line and
    column.
    """

    position: Position
    code: str
    message: str

    @property
    def severity(self) -> Severity:
        """How grave it is; the code decides."""
        return code_of(self.code).severity


class Confirmed(NamedTuple):
    """A warning that its record confirms, and why."""

    warning: Finding
    reason: str


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Whether any of the findings stops the build."""
    return any(finding.severity is Severity.ERROR for finding in findings)
