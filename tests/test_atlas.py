"""The atlas has all that there is to have, so that what it shows holds for any company."""

from dossier.model.values import RECORD, TYPES
from tests.atlas import EVENTS, VALUES, event_facts, files, keys, properties


def test_every_type_of_value_is_there_alone_in_lists_and_in_records() -> None:
    types = {(one["type"], one.get("many", False)) for _, one in properties()}
    single = set(TYPES) - {RECORD}
    assert single == set(VALUES)
    assert {(kind.id, many) for kind in single for many in (False, True)} | {
        ("record", False)
    } == types
    assert {(kind.id, many) for kind in single for many in (False, True)} == {
        (one["type"], one.get("many", False)) for one in keys().values()
    }


def test_there_are_as_many_events_as_are_promised() -> None:
    assert 300 == EVENTS == len(dict(event_facts()))


def test_the_same_content_comes_out_each_time() -> None:
    assert files() == files()
