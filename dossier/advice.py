"""What a person can type to mend something, where the program runs: in a checkout by its own tool, elsewhere by pip."""

import shlex
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
BOOTSTRAP = Path("tools", "bootstrap.py")


def called() -> str:
    """How this program is called here: by its name alone where the shell would find the same one."""
    own = Path(sys.argv[0]).absolute()
    if own.name != "dossier" or shutil.which("dossier") == str(own):
        return "dossier"
    return shown(own)


def install(extra: str) -> str:
    """The line that installs an extra of this package for the Python that runs it."""
    if (CHECKOUT / BOOTSTRAP).is_file():
        return f"python3 {shown(CHECKOUT / BOOTSTRAP)} {extra}"
    return add(f"pelican-dossier[{extra}]")


def add(package: str) -> str:
    """The line that installs a package for the Python that runs this program."""
    python = shown(Path(sys.executable))
    first = "" if find_spec("pip") else f"{python} -m ensurepip && "
    return f"{first}{python} -m pip install '{package}'"


def shown(path: Path) -> str:
    """A path as a shell takes it, from the current folder where it lies below."""
    here = Path.cwd()
    return shlex.quote(str(path.relative_to(here) if path.is_relative_to(here) else path))
