"""What all tests share. `--update-golden` writes what is expected anew, for a person to
review.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# The programs that tests start keep what they compile, apart from the checkout: compiling
# is half of a small build.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parent.parent / ".tools" / "pycache")

# The same examples in every run, no clock over them, and no folder of them left behind.
settings.register_profile("project", deadline=None, derandomize=True, database=None)
settings.load_profile("project")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Half as many workers again as there are cores: those that test in a browser, or watch
    a program, wait for a good part of their time.
    """
    from dossier.generate.crew import usable_cores

    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    cores = usable_cores() if sys.platform == "linux" else os.cpu_count() or 1
    return cores + (cores + 1) // 2


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites expected output."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write expected output anew; review the difference.",
    )


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with that of a file, or writes it there when the golden files are
    updated.
    """

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(text, "utf-8")
        assert path.read_text("utf-8") == text

    return compare
