"""What stands below the front matter of a source, in little room: most of what is read of
articles, and needed only while the page of its source is made.

It is the text that was read and checked, whatever becomes of its file until then.
"""

import pickle
import zlib
from dataclasses import dataclass, field

from dossier.model.prose import NO_PROSE, PageLink, Prose

SPEED = 1
"""Of packing: more effort saves a thirtieth of the room."""


@dataclass(frozen=True)
class PackedBody:
    """A prose, and where it is the text of a source, that text as it is written."""

    links: tuple[PageLink, ...] = ()
    # Those of the prose to other pages of the site.
    packed: bytes = field(default=b"", repr=False)
    # Empty where nothing stands there.

    @classmethod
    def of(cls, prose: Prose, text: str = "") -> "PackedBody":
        """The body that holds both."""
        if not prose.pieces and not text:
            return cls()
        written = pickle.dumps((prose, text), pickle.HIGHEST_PROTOCOL)
        return cls(prose.links, zlib.compress(written, SPEED))

    @property
    def prose(self) -> Prose:
        """What people read of it, made anew for whoever asks."""
        return self._unpacked[0]

    @property
    def text(self) -> str:
        """The text as it is written; empty where it is none of a source."""
        return self._unpacked[1]

    @property
    def _unpacked(self) -> tuple[Prose, str]:
        if not self.packed:
            return NO_PROSE, ""
        found: tuple[Prose, str] = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 - packed by us, in this run
        return found


NO_BODY = PackedBody()
