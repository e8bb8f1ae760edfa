"""Records out of texts, one by one, wherever the texts are: a build reads all there are, a
comparison those that differ.

What cannot be read is a finding, and None.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from dossier.collect import Findings, Refused
from dossier.model.companies import Company, Timeline
from dossier.model.content import SitePage
from dossier.model.judgements import Judgements
from dossier.model.proofs import Records
from dossier.model.prose import NO_PROSE, Prose
from dossier.model.sources import Source
from dossier.read.companies import read_company, read_timeline
from dossier.read.joining import join
from dossier.read.judgements import read_judgements
from dossier.read.layout import ContentFile, Role
from dossier.read.pages import read_page
from dossier.read.proofs import read_proofs
from dossier.read.prose import parse_prose
from dossier.read.shapes import Spot
from dossier.read.sources import read_source
from dossier.read.texts import Texts
from dossier.yaml.frontmatter import Parts, split_front_matter
from dossier.yaml.nodes import Node, parse_yaml

T = TypeVar("T")
Read = Callable[[Node, Spot], T]
"""From what stands in a file to the record that it is."""


@dataclass(frozen=True)
class Register(Generic[T]):
    """What stands in the file of a role, or in several."""

    node: Node | None
    found: T | None
    # None where there is no file, or where they cannot be read.
    is_whole: bool
    # Whether each of its files could be read.


class RecordReader:
    """Reads records out of texts."""

    def __init__(self, texts: Texts) -> None:
        self.texts, self.out = texts, texts.out

    def node(self, path: str) -> Node | None:
        """What stands in a file of YAML, before it is known what it means."""
        text = self.texts.text(path)
        return parse_yaml(path, text, self.out) if text is not None else None

    def of_file(self, path: str, read: Read[T]) -> T | None:
        """The record that a file of YAML is."""
        return self.of_node(self.node(path), read)

    def of_node(self, node: Node | None, read: Read[T]) -> T | None:
        """The record that a node is."""
        return attempt(node, read, self.out)

    def of_text(self, path: str, text: str, line: int, read: Read[T]) -> T | None:
        """The record in a text that begins at a line of its file."""
        return self.of_node(parse_yaml(path, text, self.out, line), read)

    def register(self, role: Role, read: Read[T]) -> Register[T]:
        """A map of records, in a file or several: properties, entities, origins."""
        files = self.texts.layout[role]
        self.texts.fetch(file.path for file in files)
        nodes = [node for file in files if (node := self.node(file.path))]
        node = join(nodes, self.out)
        return Register(node, self.of_node(node, read), len(nodes) == len(files) > 0)

    def parts(self, path: str) -> Parts | None:
        """The front matter and the body of a file of Markdown."""
        text = self.texts.text(path)
        return split_front_matter(path, text, self.out) if text is not None else None

    def source(self, file: ContentFile, with_body: bool = True) -> Source | None:
        """A source, with or without what stands below its front matter."""
        parts = self.parts(file.path)
        read = partial(read_source, written=parts.body if parts and with_body else "")
        return self._front_matter(file, parts, read, with_body)

    def page(self, file: ContentFile, with_body: bool = True) -> SitePage | None:
        """An ordinary page, with or without its text."""
        return self._front_matter(file, self.parts(file.path), read_page, with_body)

    def _front_matter(
        self,
        file: ContentFile,
        parts: Parts | None,
        read: Callable[[str, Node, Prose, Spot], T],
        with_body: bool,
    ) -> T | None:
        if parts is None:
            return None
        body = (
            parse_prose(parts.body, file.path, parts.body_line, None, self.out)
            if with_body
            else NO_PROSE
        )
        return self.of_text(
            file.path,
            parts.yaml,
            parts.yaml_line,
            lambda node, spot: read(file.id, node, body, spot),
        )

    def company(self, slug: str) -> Company | None:
        """What a company's own file says."""
        return self.of_file(Role.COMPANY.value.format(slug), partial(read_company, slug))

    def timeline(self, file: ContentFile) -> Timeline | None:
        """A chosen timeline."""
        return self.of_file(file.path, partial(read_timeline, file.id, file.ids[0]))

    def proofs(self, company: str) -> Records | None:
        """What was proved of a company."""
        return self.of_file(
            Role.PROOFS.value.format(company), partial(read_proofs, company)
        )

    def judgements(self, company: str) -> Judgements | None:
        """What people have read of a company."""
        return self.of_file(
            Role.JUDGEMENTS.value.format(company), partial(read_judgements, company)
        )


def attempt(node: Node | None, read: Read[T], out: Findings) -> T | None:
    """The record that a node is; None, and a finding, where its top is not what it must be."""
    if node is None:
        return None
    try:
        return read(node, Spot("", out))
    except Refused as refused:
        out.note(refused)
        return None
