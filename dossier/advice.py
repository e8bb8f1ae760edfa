"""What a person can type to mend something, where the program runs: in a checkout or site
by its own tool, else by pip.
"""

import shlex
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
SITE = Path(sys.prefix).parent
"""The folder that the program is installed in, where that is a site of its own."""
BOOTSTRAP = Path("tools", "bootstrap.py")


def called() -> str:
    """How this program is called here: by its name alone where the shell would find the
    same one.
    """
    own = Path(sys.argv[0]).absolute()
    if own.name != "dossier" or shutil.which("dossier") == str(own):
        return "dossier"
    return shown(own)


def install(extra: str) -> str:
    """The line that installs an extra of this package for the Python that runs it."""
    tool = next(
        (place / BOOTSTRAP for place in (CHECKOUT, SITE) if (place / BOOTSTRAP).is_file()),
        None,
    )
    return f"python3 {shown(tool)} {extra}" if tool else add(f"pelican-dossier[{extra}]")


def add(package: str) -> str:
    """The line that installs a package for the Python that runs this program."""
    python = shown(Path(sys.executable))
    first = "" if find_spec("pip") else f"{python} -m ensurepip && "
    return f"{first}{python} -m pip install '{package}'"


def shown(path: Path) -> str:
    """A path as a shell takes it, from the current folder where it lies below."""
    here = Path.cwd()
    return shlex.quote(str(path.relative_to(here) if path.is_relative_to(here) else path))
