"""The few things that our workflows ask of GitHub, by way of `gh`, which every runner has
and which holds the token.

The standard library alone, so that a job with rights installs nothing. It knows nothing of
dossiers.
"""

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

BOT = "github-actions[bot]"
"""Whose comments and issues are ours: what anybody else marks as ours is not touched."""
MAX_BODY = 65_536  # characters of a comment or an issue, by GitHub's rules, which count one beyond the first 65,536 as two
MAX_TEXT = 62_000  # of them for what is told; the rest is for our own words
ALLOWED_TAGS = re.compile(r"</?(?:details|summary|br|del|ins|sub|sup)>", re.IGNORECASE)


@dataclass(frozen=True)
class GitHub:
    """One repository."""

    repository: str

    def get(self, path: str) -> Any:
        """What is at a path of the repository's part of the API."""
        return json.loads(self._call(path))

    def pages(self, path: str) -> list[Any]:
        """Every item of a list that comes in pages."""
        return [
            item
            for page in json.loads(self._call(path, "--paginate", "--slurp"))
            for item in page
        ]

    def download(self, path: str) -> bytes:
        """The bytes at a path."""
        return self._call(path)

    def send(self, method: str, path: str, body: Mapping[str, Any]) -> Any:
        """Change something, and return what GitHub says of it."""
        return json.loads(
            self._call(path, "--method", method, "--input", "-", text=json.dumps(body))
        )

    def _call(self, path: str, *options: str, text: str = "") -> bytes:
        command = [
            "gh",
            "api",
            f"repos/{self.repository}/{path}",
            *options,
        ]  # a list: no shell reads any of it
        return subprocess.run(
            command, input=text.encode(), stdout=subprocess.PIPE, check=True
        ).stdout


def harmless(text: str) -> str:
    """Text that strangers may have written, as Markdown that calls nobody, shows no
    pictures and holds no HTML of its own.

    The character U+200B parts a sign from what would make a mention, a link to another
    thread or a picture of it.
    """
    plain = "".join(
        char for char in text.replace("\u00a0", " ") if char.isprintable() or char in "\n\t"
    )
    parted = re.sub(r"(?<=[@#])(?=\w)|(?<=!)(?=\[)", "\u200b", plain)
    return re.sub(
        "<",
        lambda found: "<" if ALLOWED_TAGS.match(parted, found.start()) else "&lt;",
        parted,
    )


def fitted(text: str, more: str) -> str:
    """The text, or as many whole lines of it as there is room for, and how many are left
    out.
    """
    counted = text.encode("utf-16-le")
    if len(counted) <= 2 * MAX_TEXT:
        return text
    kept = counted[: 2 * MAX_TEXT].decode("utf-16-le", errors="ignore").rpartition("\n")[0]
    left = text.count("\n", len(kept)) or 1
    return f"{kept}\n\n… and {left} more lines. {more}"
