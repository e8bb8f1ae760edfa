"""What a process hands back to that which asked, as bytes: records by the ten thousand, so
that each must be quick to write down and to make again, and as small then as it was.
"""

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter, methodcaller
from typing import Any

Reduce = Callable[[Any], Any]
"""Says what something is made of, as `__reduce__` does."""
AS_PYTHON_DOES: Reduce = methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)


def packed(thing: object) -> bytes:
    """Something, to be sent to another process of the same program."""
    written = io.BytesIO()
    _Writer(written, pickle.HIGHEST_PROTOCOL).dump(thing)
    return written.getvalue()


def unpacked(data: bytes) -> Any:
    """What was sent."""
    return pickle.loads(data)  # noqa: S301 -- by a process of ours


class _Reductions(dict[type, Reduce]):
    """How things of each type are written down, where Python does not say it well."""

    def __missing__(self, kind: type) -> Reduce:
        if issubclass(kind, type):  # a class is sent by its name
            raise KeyError(kind)
        says_itself = kind.__reduce__ is not object.__reduce__
        by_fields = is_dataclass(kind) and not says_itself
        self[kind] = _by_fields(kind) if by_fields else AS_PYTHON_DOES
        return self[kind]


def _by_fields(kind: type) -> Reduce:
    """Made of its fields in their order, but for those that it works out of the others:
    from its attributes in a dictionary, as Python does it, it would keep the dictionary.
    """
    names = [one.name for one in fields(kind) if one.init]
    if len(names) < 2:  # of one name, what follows gives no tuple
        return AS_PYTHON_DOES
    values = attrgetter(*names)
    return lambda record: (kind, values(record))


class _Writer(pickle.Pickler):
    dispatch_table = _Reductions(copyreg.dispatch_table)
