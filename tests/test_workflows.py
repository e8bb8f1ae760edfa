"""The workflows are sound: they follow their schema, give nobody more than is needed, and name what they run exactly."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize(
    "command",
    [
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS],
        ["check-jsonschema", "--builtin-schema", "vendor.dependabot", ROOT / ".github" / "dependabot.yml"],
        ["zizmor", "--offline", "--no-progress", "--persona=pedantic", ROOT / ".github"],
    ],
    ids=["workflows", "dependabot", "zizmor"],
)
def test_checker_finds_nothing(command: list[str | Path]) -> None:
    """The schemas hold, and the auditor of workflows has nothing to say."""
    done = subprocess.run([PROGRAMS / command[0], *command[1:]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_a_commit_with_its_version(path: Path) -> None:
    """An action is pinned by a full commit, and a person can see which version that is."""
    for used in re.findall(r"uses: (.*)", path.read_text("utf-8")):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used)
