"""Propose what was made of a correction form: a branch and a pull request, or an answer
below the form.

The job that read the form has no rights, and this one, which has them, reads none of it: it
takes files at paths that a correction can have, and a text. All is done through the API, so
that no key lies in a checkout.
"""

import json
import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.workflows.github import BOT, GitHub, fitted, harmless

MARKER = "<!-- dossier: suggestion -->"
LABEL = "accepted"
SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
ALLOWED = re.compile(rf"content/(?:sources/{SLUG}\.md|companies/{SLUG}/facts/{SLUG}\.yaml)")
"""What a correction touches: the file of its fact, and perhaps that of a new source."""
MAX_FILES = 2
MAX_BYTES = 1_000_000


@dataclass(frozen=True)
class Suggestion:
    """What the other job left."""

    text: str
    files: Mapping[str, str]


@dataclass(frozen=True)
class Destination:
    """Where it goes: the form, and the branch that a change is made on."""

    issue: int
    base: str
    commit: str

    @property
    def branch(self) -> str:
        """One form has one branch, however often it is tried."""
        return f"suggestion-{self.issue}"


def main() -> None:
    """Read what the other job left, and propose it."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    place = Destination(
        event["issue"]["number"],
        event["repository"]["default_branch"],
        os.environ["GITHUB_SHA"],
    )
    print(
        propose(
            GitHub(os.environ["GITHUB_REPOSITORY"]),
            read_suggestion(Path("suggestion")),
            place,
        )
    )


def read_suggestion(folder: Path) -> Suggestion:
    """The text and the files. Raises ValueError where there is anything else."""
    found = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }
    texts = {name: _read(path) for name, path in sorted(found.items())}
    text = texts.pop("outcome.md")
    if odd := [name for name in texts if not ALLOWED.fullmatch(name)]:
        raise ValueError(f"no correction changes {odd[0]!r}")
    if len(texts) > MAX_FILES:
        raise ValueError(f"no correction changes {len(texts)} files")
    return Suggestion(text, texts)


def _read(path: Path) -> str:
    if path.is_symlink() or path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path} is a link, or larger than {MAX_BYTES} bytes")
    return path.read_text("utf-8")


def propose(hub: GitHub, found: Suggestion, place: Destination) -> str:
    """Open the pull request, or answer; return what was done."""
    title, _, body = harmless(found.text).strip().partition("\n")
    if not found.files:
        _answer(hub, place, f"{title}\n{body}")
        hub.send("DELETE", f"issues/{place.issue}/labels/{LABEL}", {})
        return f"#{place.issue} was told what is missing."
    _push(hub, found, place, f"{title}\n\nSuggested in #{place.issue}.")
    text = f"{fitted(body.strip(), '')}\n\nCloses #{place.issue}, where it was suggested."
    try:
        number = _open(hub, place, title, text)
    except subprocess.CalledProcessError:  # the repository does not let workflows open any
        address = f"https://github.com/{hub.repository}/compare/{place.base}...{place.branch}?expand=1"
        _answer(
            hub,
            place,
            f"The change is on the branch `{place.branch}`. [Open the pull"
            f" request]({address}).\n\n{text}",
        )
        return f"{place.branch} was made; a person has to open its pull request."
    _answer(hub, place, f"Proposed as #{number}.")
    return f"#{number} proposes it."


def _push(hub: GitHub, found: Suggestion, place: Destination, message: str) -> None:
    """One commit on a branch of its own, made anew each time."""
    blobs = [
        {"path": path, "mode": "100644", "type": "blob", "content": text}
        for path, text in found.files.items()
    ]
    parent = hub.get(f"git/commits/{place.commit}")
    tree = hub.send(
        "POST", "git/trees", {"base_tree": parent["tree"]["sha"], "tree": blobs}
    )
    commit = hub.send(
        "POST",
        "git/commits",
        {"message": message, "tree": tree["sha"], "parents": [place.commit]},
    )
    ref = f"refs/heads/{place.branch}"
    if any(
        item["ref"] == ref for item in hub.get(f"git/matching-refs/heads/{place.branch}")
    ):
        hub.send("PATCH", f"git/{ref}", {"sha": commit["sha"], "force": True})
    else:
        hub.send("POST", "git/refs", {"ref": ref, "sha": commit["sha"]})


def _open(hub: GitHub, place: Destination, title: str, text: str) -> int:
    owner = hub.repository.partition("/")[0]
    there = hub.get(f"pulls?state=open&head={owner}:{place.branch}")
    if there:
        number = int(there[0]["number"])
        hub.send("PATCH", f"pulls/{number}", {"title": title, "body": text})
        return number
    asked = {"title": title, "body": text, "head": place.branch, "base": place.base}
    return int(hub.send("POST", "pulls", asked)["number"])


def _answer(hub: GitHub, place: Destination, text: str) -> None:
    """One comment below the form, kept current."""
    body = {"body": f"{MARKER}\n{text}"}
    ours = [
        item
        for item in hub.pages(f"issues/{place.issue}/comments?per_page=100")
        if _is_ours(item)
    ]
    if ours:
        hub.send("PATCH", f"issues/comments/{ours[0]['id']}", body)
    else:
        hub.send("POST", f"issues/{place.issue}/comments", body)


def _is_ours(item: Mapping[str, Any]) -> bool:
    return bool(item["user"]["login"] == BOT and item["body"].startswith(MARKER))


if __name__ == "__main__":
    main()
