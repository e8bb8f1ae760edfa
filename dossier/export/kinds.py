"""What an export is: files of one kind, and what each holds of a site. All are listed by
`DATA_KINDS`; each is the `EXPORT` of the module of its name.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dossier.model.addresses import DataKind, Ids
from dossier.model.data import Data
from dossier.model.dossiers import Site


@dataclass(frozen=True)
class Export:
    """Files of data that are made together."""

    kind: DataKind
    files: Callable[[Site], Iterable[tuple[Ids, Mapping[str, Data]]]]
    # What each holds, with the ids in its address.


def one_file(kind: DataKind, make: Callable[[Site], Mapping[str, Data]]) -> Export:
    """An export that is a single file."""
    return Export(kind, lambda site: [((), make(site))])
