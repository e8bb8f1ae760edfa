"""Where readers leave their findings, so that one run reports all of them."""

from dossier.model.findings import Finding
from dossier.model.places import Position


class Refused(Exception):
    """One value is not what its key asks for; caught at the key, noted, and reading goes
    on.
    """

    def __init__(self, position: Position, code: str, message: str) -> None:
        super().__init__(message)
        self.finding = Finding(position, code, message)


class AlreadyNoted(Refused):
    """A value about which a finding stands already: it is left out, and nothing more is
    said.
    """

    def __init__(self, position: Position) -> None:
        super().__init__(position, "", "")


class Findings:
    """A growing list of findings."""

    def __init__(self) -> None:
        self._all: list[Finding] = []

    def add(self, position: Position, code: str, message: str) -> None:
        """Note one finding."""
        self._all.append(Finding(position, code, message))

    def note(self, refused: Refused) -> None:
        """Note what a refused value has to say."""
        if not isinstance(refused, AlreadyNoted):
            self._all.append(refused.finding)

    def take(self, others: "Findings") -> None:
        """Note all that was found elsewhere."""
        self._all += others.in_order()

    def in_order(self) -> tuple[Finding, ...]:
        """All findings, by file, line and column, each once."""
        return tuple(sorted(set(self._all)))
