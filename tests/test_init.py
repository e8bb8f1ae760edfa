"""`dossier init`: a site of one's own from the wheel alone, that passes its own commands at
once, or nothing at all.
"""

import re
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from dossier.kit.making import move_in
from tests.builds import HEEDING, files_of
from tests.new_sites import attempt, bare, index, machine, made, program, run
from tests.shelf import shelf, wheel
from tests.test_docs import anchors_of, links_of
from tests.test_workflows import PROGRAMS, jobs
from tests.toolchain import actionlint

__all__ = ["index", "machine", "made", "program", "shelf", "wheel"]

MINUTE = 60


def test_a_site_is_made_and_built_in_a_minute(made: Path) -> None:
    """From the installed program and an index on loopback, in an empty folder; every other
    host is out of reach.
    """
    told, built, seconds = (made.parent / "told.txt").read_text("utf-8").split("\0")
    assert float(seconds) < MINUTE
    assert "A repository is begun, with a first commit." in told
    assert built.endswith(f"Open {(made / 'output' / 'index.html').as_uri()}\n")


def test_what_was_made_passes_its_own_check(made: Path) -> None:
    """Nothing is wrong or laid out otherwise, and every quote is looked up, without the
    folder of texts.
    """
    assert run(made, "make", "check").endswith(
        "No findings.\nEvery file is laid out as it should be.\n"
    )
    told = run(made, "make", "prove").splitlines()
    assert re.fullmatch(r"\d+ quotes: \d+ proved, .*; 0 not checkable\.", told[-1])
    assert "The 14 schemas are up to date.\n" == run(
        made, ".venv/bin/dossier", "schema", "--check"
    )
    assert "" == run(made, "git", "status", "--porcelain")


def test_the_pages_say_that_the_example_is_invented(made: Path) -> None:
    """On every page of the company, and of what it rests on; and readers find the texts on
    the site itself.
    """
    pages = {
        name: data.decode()
        for name, data in files_of(made / "output").items()
        if name.endswith("index.html")
    }
    about = [
        text
        for name, text in pages.items()
        if name.startswith(("companies/", "sources/")) and name.count("/") > 1
    ]
    assert len(about) > 5
    assert [] == [text for text in about if "invented" not in text]
    assert (
        "At the end of the year 182 people worked"
        in pages["sources/fennick-statement/index.html"]
    )
    assert "<title>Lamps &amp; “more”</title>" in pages["index.html"]


def test_all_is_pinned_by_hash_and_comes_from_the_index(made: Path, index: str) -> None:
    """The program from the folder of the site; and what this machine needs from the index
    that was named.
    """
    packages = {
        one["name"]: one
        for one in tomllib.loads((made / "uv.lock").read_text("utf-8"))["package"]
    }
    assert re.fullmatch(
        r"wheels/pelican_dossier-.*\.whl", packages["pelican-dossier"]["source"]["path"]
    )
    files = [file for one in packages.values() for file in one.get("wheels", ())]
    assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", file["hash"]) for file in files)
    assert any(
        file.get("url", "").startswith(index.removesuffix("simple"))
        for file in packages["babel"]["wheels"]
    )
    assert {"pytest", "mypy"} & packages.keys() == set()


def test_another_file_in_the_place_of_the_program_is_refused(
    made: Path, tmp_path: Path
) -> None:
    """By the tool of the jobs with rights, which runs it without installing anything, and
    by the installer.
    """
    copy = tmp_path / "machine" / "site"
    run(made, "git", "clone", "--quiet", made, copy)
    assert re.fullmatch(
        r"digest=sha256:[0-9a-f]{64}\n",
        run(copy, "python3", "tools/pinned.py", *SUMS, env=PY),
    )
    program = next((copy / "wheels").glob("*.whl"))
    program.write_bytes(program.read_bytes() + b"\0")
    done = attempt(copy, "python3", "tools/pinned.py", *SUMS)
    assert (1, f"{program.name} is not the file that uv.lock names.\n") == (
        done.returncode,
        done.stderr,
    )
    assert attempt(copy, "make", "site").returncode != 0


SUMS, PY = ("dossier.workflows.sums", "content"), {"PYTHONDONTWRITEBYTECODE": "1"}


@pytest.mark.parametrize("checker", ["zizmor", "actionlint", "check-jsonschema"])
def test_the_workflows_of_a_site_are_clean(made: Path, checker: str) -> None:
    workflows = sorted((made / ".github" / "workflows").glob("*.yml"))
    assert ["check", "publish", "review", "suggestion", "weekly"] == [
        path.stem for path in workflows
    ]
    if checker == "actionlint":
        assert [] == actionlint(*workflows)
        return
    words = {
        "zizmor": [
            "--offline",
            "--no-progress",
            "--persona=pedantic",
            str(made / ".github"),
        ],
        "check-jsonschema": [
            "--builtin-schema",
            "vendor.github-workflows",
            *map(str, workflows),
        ],
    }[checker]
    done = subprocess.run(
        [str(PROGRAMS / checker), *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflows_run_what_a_site_has(made: Path) -> None:
    """No module that is not there, no target that is not there, and no job of the
    repository of the program.
    """
    text = "".join(
        path.read_text("utf-8") for path in (made / ".github" / "workflows").glob("*.yml")
    )
    assert "python3 -m" not in text
    assert set(re.findall(r"\bmake (\w+)", re.sub("#.*", "", text))) == {"site"}
    assert set(re.findall(r"bootstrap\.py (\w+)", text)) == {"site", "links"}
    assert "is_template" not in text
    assert "needs: tests" not in text


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "CONTRIBUTING.md",
        "docs/maintaining.md",
        "docs/settings.md",
        "docs/model.md",
    ],
)
def test_the_documents_of_a_site_lead_somewhere(made: Path, name: str) -> None:
    """To files that it has, and headings in them; and they do not speak of the repository
    of the program.
    """
    path = made / name
    text = path.read_text("utf-8")
    for target in links_of(text):
        file, _, anchor = target.partition("#")
        place = path.parent / file if file else path
        assert place.exists(), target
        assert not anchor or anchor in anchors_of(place.read_text("utf-8")), target
    assert [] == re.findall(r"make test|the engine|tests/sites|this template", text)
    assert "{{name}}" not in text


ALONE = re.compile(
    r"\.venv/bin/dossier (?!links --dead)|python3 tools/pinned\.py dossier\.workflows\.sums"
)


def test_the_scripts_of_its_workflows_pass(made: Path, tmp_path: Path) -> None:
    """Those that ask nothing of GitHub, in the order in which they stand."""
    site = tmp_path / "machine" / "site"
    run(made, "git", "clone", "--quiet", made, site)
    (site / ".venv").symlink_to(made / ".venv")
    written = {
        name: str(tmp_path / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
    }
    passed = []
    for name in ("check", "publish", "weekly"):
        for job, told in jobs(site / ".github" / "workflows" / f"{name}.yml"):
            for script in (
                step["run"] for step in told["steps"] if ALONE.match(step.get("run", ""))
            ):
                run(
                    site,
                    "bash",
                    "-e",
                    "-c",
                    script,
                    env=written | {"SITEURL": "https://example.org/lamps"},
                )
                passed.append(f"{name} {job}")
    assert ["check content"] * 2 + ["publish build"] * 2 + [
        "weekly stale",
        "weekly links",
    ] == passed
    assert "digest=sha256:" in (tmp_path / "GITHUB_OUTPUT").read_text("utf-8")


def test_an_occupied_folder_is_refused_and_left_alone(machine: Path, program: Path) -> None:
    (machine / "occupied").mkdir()
    (machine / "occupied" / "notes.txt").write_text("mine", "utf-8")
    refused = attempt(machine, program, "init", "occupied")
    said = "dossier: occupied is not empty, it holds notes.txt; name a folder of its own. Nothing was written.\n"
    assert (1, "", said) == (refused.returncode, refused.stdout, refused.stderr)
    assert ["notes.txt"] == [path.name for path in (machine / "occupied").iterdir()]


def test_an_empty_clone_is_filled(machine: Path, program: Path) -> None:
    """The repository that somebody has just made at GitHub, with nothing in it, is the
    natural place.
    """
    run(machine, "git", "init", "--quiet", "clone")
    assert "It lies in a repository; commit it there." in run(
        machine / "clone", program, "init", "."
    )
    assert (machine / "clone" / "content" / "properties.yaml").is_file()
    assert [] == [
        path.name for path in machine.iterdir() if path.name.startswith(".clone.")
    ]


@pytest.mark.parametrize("after", [0.05, 0.3, 0.6, 1.0])
@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"]
)
def test_cut_off_it_leaves_nothing(
    machine: Path, program: Path, after: float, number: int
) -> None:
    """However far it has come; a site that was whole before the signal came is whole."""
    name = f"cut-{number}-{int(after * 100)}"
    begun = subprocess.Popen(
        [sys.executable, "-c", HEEDING, program, "init", f"deep/{name}"],
        cwd=machine,
        env=bare(machine),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(after)
    begun.send_signal(number)
    ended = begun.wait(timeout=30)
    there = machine / "deep" / name
    assert there.is_dir() == (ended == 0)
    assert not list((machine / "deep").glob(f".{name}.*"))
    if there.is_dir():
        assert (there / ".kit.json").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--url", "ftp://x"], "'ftp://x' is no public address"),
        (["--name", "a\x07b"], "is no name"),
        (["--wheel", "nothing.whl"], "nothing.whl is no wheel of pelican-dossier"),
        (["--index", "http://127.0.0.1:9/simple"], "does not answer"),
        (["--index", "packages"], "packages is no address of an index"),
    ],
)
def test_what_cannot_be_is_one_line_and_nothing_is_written(
    machine: Path, program: Path, words: list[str], said: str
) -> None:
    refused = attempt(machine, program, "init", "never", *words)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert 1 == len(refused.stderr.splitlines())
    assert not (machine / "never").exists()


def test_the_example_goes_by_one_command_and_a_company_comes(
    made: Path, tmp_path: Path
) -> None:
    """What is left is sound but for the company that is still to be written."""
    site = tmp_path / "machine" / "site"
    run(made, "git", "clone", "--quiet", made, site)
    dossier = made / ".venv" / "bin" / "dossier"
    assert run(site, dossier, "example", "remove").startswith(
        "The example is gone: 9 files."
    )
    assert not [
        path
        for path in (site / "content").rglob("*")
        if "fennick" in path.name or path.name == "example.yaml"
    ]
    assert "there is no company" in attempt(site, dossier, "check").stdout
    run(site, dossier, "new", "company", "acme", "--name", "Acme")
    assert set() == set(
        re.findall(r" ([A-Z]\d{3}) ", attempt(site, dossier, "check", "--all").stdout)
    ) - {"S004", "S003"}
    again = attempt(site, dossier, "example", "remove")
    assert (1, "dossier: the example is not there any more; nothing was removed.\n") == (
        again.returncode,
        again.stderr,
    )


def test_an_example_that_was_written_in_stays(made: Path, tmp_path: Path) -> None:
    site = tmp_path / "machine" / "site"
    run(made, "git", "clone", "--quiet", made, site)
    path = site / "content" / "companies" / "fennick" / "overview.md"
    path.write_text("Ours now.\n", "utf-8")
    refused = attempt(site, made / ".venv" / "bin" / "dossier", "example", "remove")
    assert refused.returncode == 1
    assert "somebody has written in the example since" in refused.stderr
    assert "  content/companies/fennick/overview.md" in refused.stderr
    assert path.is_file()


def test_what_somebody_put_into_the_folder_meanwhile_is_not_taken_away(
    tmp_path: Path,
) -> None:
    """Between the look at an empty folder and the moving in, another program may write
    there.
    """
    site, folder = tmp_path / "site", tmp_path / "folder"
    for path in (site / "a" / "ours", site / "b" / "ours", folder / "b" / "theirs"):
        path.parent.mkdir(parents=True)
        path.write_text("x", "utf-8")
    with pytest.raises(OSError, match="not empty"):
        move_in(site, folder)
    assert [folder / "b", folder / "b" / "theirs"] == sorted(folder.rglob("*"))
