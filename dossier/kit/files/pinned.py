"""Run a module of the program that uv.lock pins, out of its wheel: `python3 tools/pinned.py
dossier.workflows.sums output`.

Jobs that may write use it: they install nothing, and run the one file whose hash is
compared here first.
"""

import hashlib
import runpy
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def wheel() -> Path:
    """The file of the program; the run ends here where it is not the one that the lock
    names.
    """
    packages = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    program = next(package for package in packages if package["name"] == "pelican-dossier")
    path: Path = ROOT / program["source"]["path"]
    if (
        f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        != program["wheels"][0]["hash"]
    ):
        sys.exit(f"{path.name} is not the file that uv.lock names.")
    return path


if __name__ == "__main__":
    sys.path.insert(0, str(wheel()))
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
