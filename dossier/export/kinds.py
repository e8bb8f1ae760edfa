"""What an export is: files of one kind, and what each holds of a site. All are listed by
`DATA_KINDS`; each is the `EXPORT` of the module of its name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dossier.model.addresses import DataKind, PageKind
from dossier.model.data import Data


@dataclass(frozen=True)
class Export:
    """Files of data that are made alike."""

    kind: DataKind
    make: Callable[..., Mapping[str, Data]]
    # What a file holds, of a site and of the ids in its address.
    beside: PageKind | None = None
    # The kind of page with each of which one is made, by whoever has its records at hand
    # then; if there is none, it is one file of the whole site.
