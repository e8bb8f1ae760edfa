"""Keep one issue for a list that comes and goes: opened when there is something, renewed,
and closed when nothing is left.

It never opens a second one, and touches none that somebody else has opened.
"""

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossier.workflows.github import BOT, GitHub, fitted, harmless


def main() -> None:
    """Read the list and keep its issue."""
    given = arguments().parse_args()
    listed = given.list.read_text("utf-8")
    print(
        keep(
            GitHub(os.environ["GITHUB_REPOSITORY"]),
            given.label,
            given.title,
            given.intro,
            listed,
        )
    )


def arguments() -> argparse.ArgumentParser:
    """What the program is told."""
    parser = argparse.ArgumentParser(prog="rolling", description=__doc__)
    parser.add_argument("label", help="the label by which the issue is found again")
    parser.add_argument("title", help="the title of the issue")
    parser.add_argument(
        "list", type=Path, help="a file with the list; an empty one closes the issue"
    )
    parser.add_argument(
        "intro", help="a sentence or two above the list: what to do about it"
    )
    return parser


def keep(hub: GitHub, label: str, title: str, intro: str, listed: str) -> str:
    """Make the issue what the list says, and return what was done."""
    found = [
        item
        for item in hub.pages(f"issues?labels={label}&state=all&per_page=100")
        if _is_ours(item)
    ]
    number = max((item["number"] for item in found), default=0)
    is_open = any(item["state"] == "open" for item in found if item["number"] == number)
    if not listed.strip():
        if is_open:
            hub.send(
                "PATCH",
                f"issues/{number}",
                {"state": "closed", "state_reason": "completed"},
            )
        return f"Nothing is left of #{number}." if is_open else "There is nothing to tell."
    body = f"{intro}\n\n{fitted(harmless(listed).strip(), 'The run that made this list has all of them.')}"
    if number:
        hub.send(
            "PATCH", f"issues/{number}", {"title": title, "body": body, "state": "open"}
        )
        return f"#{number} was renewed."
    made = hub.send("POST", "issues", {"title": title, "body": body, "labels": [label]})
    return f"#{made['number']} was opened."


def _is_ours(item: Mapping[str, Any]) -> bool:
    return item["user"]["login"] == BOT and "pull_request" not in item


if __name__ == "__main__":
    main()
