"""List every file of a site with its hash, in the way that `sha256sum --check` reads; the
list is what is attested.

Pages leaves hidden files out, so they are not listed.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

LIST = "SHA256SUMS"


def main() -> None:
    """Write the list into the folder that is named, and print its own hash for the step
    after.
    """
    folder = Path(sys.argv[1])
    text = "".join(
        f"{hashed(path)}  {path.relative_to(folder).as_posix()}\n" for path in files(folder)
    )
    (folder / LIST).write_text(text, "utf-8", newline="\n")
    print(f"digest=sha256:{hashed(folder / LIST)}")


def files(folder: Path) -> Iterator[Path]:
    """The files that are published, in order of their paths."""
    for path in sorted(
        folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()
    ):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path != folder / LIST:
            yield path


def hashed(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()
