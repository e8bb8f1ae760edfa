"""All sources, in the names of CSL-JSON but for their dates, which are EDTF."""

from collections.abc import Mapping

from dossier.export.kinds import Export
from dossier.export.values import day_data, without_blanks
from dossier.export.wording import wording_data
from dossier.model.addresses import DATA_SOURCES
from dossier.model.data import Data
from dossier.model.dossiers import Site, SourceEntry
from dossier.model.own_words import Ours
from dossier.model.sources import Author, Source


def _sources(site: Site) -> Mapping[str, Data]:
    return {
        "sources": [
            _source(entry, site.wording.of_source(id)) for id, entry in site.sources.items()
        ]
    }


def _source(entry: SourceEntry, summary: Ours) -> Data:
    """A source in the names of CSL-JSON, but for its dates, which are EDTF; with its
    origins and what rests on it.
    """
    source = entry.source
    return _citation(source) | without_blanks(
        {
            "archive": source.archive,
            "integrity": source.integrity,
            "credit": source.credit,
            "license": source.licence,
            "inferred": dict(sorted(source.inferred.items())),
            "origins": [origin.id for origin in entry.origins],
            "own_words": wording_data(summary) if summary.sentences else None,
        }
    )


def _citation(source: Source) -> dict[str, Data]:
    return without_blanks(
        {
            "id": source.id,
            "type": source.type.value,
            "title": source.title,
            "author": [_author(author) for author in source.authors],
            "publisher": source.publisher,
            "container-title": source.container,
            "URL": source.url,
            "issued": day_data(source.issued),
            "accessed": day_data(source.accessed),
            "language": source.language,
        }
    )


def _author(author: Author) -> Data:
    return without_blanks(
        {"family": author.family, "given": author.given, "literal": author.literal}
    )


EXPORT = Export(DATA_SOURCES, _sources)
