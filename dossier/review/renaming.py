"""What has another id than before and says so under `formerly`: a company with its folder,
and a fact. A comparison holds the two against each other.
"""

from collections.abc import Iterator, Mapping

from dossier.model.facts import Fact, FactId
from dossier.read.layout import Role
from dossier.review.files import Files
from dossier.review.sides import Side

FOLDER = "companies/{}/"


def renamed_companies(before: Files, head: Side) -> Mapping[str, str]:
    """The ids of today by those that the folders had, of which none is there any more. Of
    several that one company took in, the first goes on in it; the others went.
    """
    was, now = (
        {file.id for file in files.layout[Role.COMPANY]} for files in (before, head.files)
    )
    found: dict[str, str] = {}
    for slug in sorted(now - was):
        company = head.company(slug)
        gone = [old for old in (company.formerly if company else ()) if old in was - now]
        for old in gone[:1]:
            found.setdefault(old, slug)
    return found


def with_ids_of_today(files: Files, renamed: Mapping[str, str]) -> Files:
    """The same texts at the paths that they would have under other ids of companies."""
    paths = dict(_paths(files.ids, renamed))
    back = {now: was for was, now in paths.items()}

    def load(wanted: tuple[str, ...]) -> Mapping[str, bytes]:
        names = {back.get(path, path): path for path in wanted}
        return {names[path]: data for path, data in files.load(tuple(names)).items()}

    ids = {paths.get(path, path): id for path, id in files.ids.items()}
    return Files(files.name, files.commit, ids, load, files.out)


def _paths(ids: Mapping[str, str], renamed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for old, new in renamed.items():
        head = FOLDER.format(old)
        for path in ids:
            if path.startswith(head):
                yield path, FOLDER.format(new) + path.removeprefix(head)


def renamed_facts(
    facts: Mapping[FactId, Fact], before: Mapping[FactId, Fact]
) -> Mapping[FactId, FactId]:
    """The ids of today by those before, of facts that are not there under them any more:
    of several that one fact tells now, the first goes on in it.
    """
    found: dict[FactId, FactId] = {}
    for id, fact in facts.items():
        old = FactId(id.company, fact.formerly[0]) if fact.formerly else id
        if old in before and old not in facts and id not in before:
            found[old] = id
    return found
