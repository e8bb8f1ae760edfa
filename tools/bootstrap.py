"""Refuse a Python that is too old, in one line; otherwise make `.venv` ready
(environment.py does that).

It stays with words that Python 2.7 can read too, so that the line is printed and not a
syntax error.
"""

import os
import sys

OLDEST = (3, 11)


def refusal(executable, version):
    # type: (str, tuple[int, ...]) -> str
    """What to tell the owner of a Python that is too old; nothing when it will do."""
    if version[:2] >= OLDEST:
        return ""
    return (
        "{} is Python {}; pelican-dossier needs {} or newer: install it, or say `make"
        " PYTHON=python3.12 site`".format(
            executable, ".".join(map(str, version[:3])), ".".join(map(str, OLDEST))
        )
    )


if __name__ == "__main__":
    told = refusal(sys.executable, tuple(sys.version_info[:3]))
    if told:
        sys.exit(told)
    sys.path.insert(
        0, os.path.dirname(os.path.abspath(__file__))
    )  # PYTHONSAFEPATH leaves it out
    import environment  # only now: an old Python could not even read it

    sys.exit(environment.main(sys.argv[1:]))
