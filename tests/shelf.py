"""The wheel of the package, built once, and the folder of all wheels that it needs, kept in
the checkout.
"""

import shutil
from pathlib import Path

import pytest

import environment
import wheels
from tests.toolchain import TOOLS


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the package as it is now."""
    return wheels.build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def shelf(wheel: Path) -> Path:
    """A folder with that wheel, those that it needs, and the installer; what is fetched
    once stays.
    """
    folder = TOOLS / "wheels"
    folder.mkdir(parents=True, exist_ok=True)
    with environment.alone(TOOLS / "wheels.lock"):
        others = [
            *wheels.needed(wheels.OWN),
            wheels.best(wheels.locked()[wheels.INSTALLER]["wheels"]),
        ]
        there = [wheels.fetched(folder, one) for one in others]
    for path in there:
        shutil.copy2(path, wheel.parent)
    wheels.write_requirements(wheel.parent, [wheel, *there[:-1]])
    return wheel.parent
