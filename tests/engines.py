"""The browsers that readers have besides the one of the other tests, each asked in the same
few words.

Not every machine can have them all: two are Debian's, one is for Linux alone. Where
`EVERY_ENGINE` is set, as `.ci/run` does, one that is missing is a failure; elsewhere it is
a line that says which was not tried. It knows how engines are obtained, begun and spoken
to, and nothing of what a page must hold.
"""

import base64
import http.client
import json
import os
import platform
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn, Protocol

import pytest
from playwright.sync_api import Page

from tests.toolchain import (
    CHROMIUM_ARGUMENTS,
    NODE,
    TOOLS,
    alone,
    debian_packages,
    npm_package,
    open_browser,
    run,
    whole_browser,
)

PATIENCE = 60.0  # seconds, for a machine that does much else
WIDTH, HEIGHT = 1440, 900
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Space": " "}
"""Keys by the names that pages see, as WebDriver writes them."""

UNPACK = """const [from, to] = process.argv.slice(1), fs = require("fs"), zlib = require("zlib");
fs.createReadStream(from).pipe(zlib.createBrotliDecompress()).pipe(fs.createWriteStream(to, { mode: 0o755 }));"""


class Engine(Protocol):
    """A running browser with one window."""

    def open(self, url: str) -> None:
        """Go to an address, and wait until the page is there."""

    def run(self, script: str) -> Any:
        """What the body of a function returns."""

    def press(self, key: str) -> None:
        """Press a key, named as pages see it, where the focus is."""

    def click(self, selector: str) -> None:
        """Click on the first element that is so selected."""

    def paper(self) -> bytes:
        """What comes out of a printer, as PDF, on A4. Not every one can tell."""


@dataclass(frozen=True)
class Driven:
    """A browser that Playwright drives."""

    page: Page

    def open(self, url: str) -> None:
        """Go to an address."""
        self.page.goto(url)

    def run(self, script: str) -> Any:
        """What the body of a function returns."""
        return self.page.evaluate(f"() => {{ {script} }}")

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)

    def click(self, selector: str) -> None:
        """Click on an element."""
        self.page.locator(selector).first.click()

    def paper(self) -> bytes:
        """What comes out of a printer."""
        return self.page.pdf(format="A4")


Ask = Callable[[str, Mapping[str, Any]], Any]
"""Sends a command with what belongs to it; its answer."""


@dataclass(frozen=True)
class Remote:
    """A browser that understands the commands of WebDriver, whichever way they reach it."""

    ask: Ask

    def open(self, url: str) -> None:
        """Go to an address."""
        self.ask("Navigate", {"url": url})
        # A driver may take the end of an earlier way, to a note of the same page, for the
        # end of this one.
        there = f"return location.href === {json.dumps(url)} && document.readyState === 'complete'"
        awaited(lambda: self.run(there))

    def run(self, script: str) -> Any:
        """What the body of a function returns."""
        return self.ask("ExecuteScript", {"script": script, "args": []})

    def press(self, key: str) -> None:
        """Press a key."""
        sign = KEYS.get(key, key)
        keys = {
            "type": "key",
            "id": "keys",
            "actions": [{"type": kind, "value": sign} for kind in ("keyDown", "keyUp")],
        }
        self.ask("PerformActions", {"actions": [keys]})

    def click(self, selector: str) -> None:
        """Click on an element."""
        place = "{ block: 'center', behavior: 'instant' }"
        self.run(f"document.querySelector({json.dumps(selector)}).scrollIntoView({place})")
        found = self.ask("FindElement", {"using": "css selector", "value": selector})
        self.ask("ElementClick", {"id": next(iter(found.values()))})

    def paper(self) -> bytes:
        """What comes out of a printer."""
        return base64.b64decode(self.ask("Print", {"page": {"width": 21, "height": 29.7}}))


@contextmanager
def todays_chromium() -> Iterator[Engine]:
    """The browser of the other tests, as people have it."""
    with open_browser(whole_browser()) as browser:
        yield Driven(browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}))


@contextmanager
def old_chromium() -> Iterator[Engine]:
    """Chromium 119, of October 2023, as package-lock.json pins it. It never has a window,
    so nothing has to say so.
    """
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        lack("there is none for this machine, but for Linux on x86-64")
    arguments = [
        argument for argument in CHROMIUM_ARGUMENTS if not argument.startswith("--headless")
    ]
    with open_browser(unpacked_chromium(), arguments) as browser:
        yield Driven(browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}))


def unpacked_chromium() -> Path:
    """The program out of its package, all of it or nothing."""
    package = npm_package("@sparticuz/chromium")
    target = (
        TOOLS
        / f"chromium-{json.loads((package / 'package.json').read_text('utf-8'))['version']}"
    )
    with alone("chromium"):
        if not target.exists():
            half = target.with_suffix(".half")
            done = run([NODE, "-e", UNPACK, package / "bin" / "chromium.br", half])
            if done.returncode:
                lack(done.stderr.strip()[:300])
            half.replace(target)
    return target


@contextmanager
def firefox() -> Iterator[Engine]:
    """Today's Firefox, which listens at a port of its own and writes down which one."""
    program = command("firefox", "firefox-esr", packages=("firefox-esr",))
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        profile = Path(home)
        (profile / "user.js").write_text('user_pref("marionette.port", 0);\n', "utf-8")
        with running(
            [program, "--headless", "--marionette", "--no-remote", "--profile", home],
            {"HOME": home},
        ):
            port = int(awaited(lambda: said(profile / "MarionetteActivePort")))
            with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
                speak = Marionette(line)
                speak("NewSession", {"capabilities": {}})
                speak("SetWindowRect", {"width": WIDTH, "height": HEIGHT})
                yield Remote(speak)


class Marionette:
    """Firefox's own line: every message is its length, a colon, and JSON."""

    def __init__(self, line: socket.socket) -> None:
        self.line, self.words = line, line.makefile("rb")
        self.hear()

    def __call__(self, name: str, given: Mapping[str, Any]) -> Any:
        """Send a command; its answer."""
        message = json.dumps([0, 0, f"WebDriver:{name}", given]).encode()
        self.line.sendall(b"%d:%s" % (len(message), message))
        _, _, fault, answer = self.hear()
        assert not fault, fault
        return answer["value"] if list(answer) == ["value"] else answer

    def hear(self) -> Any:
        """The next message."""
        length = b"".join(iter(lambda: self.words.read(1), b":"))
        return json.loads(self.words.read(int(length)))


PATHS = {
    "Navigate": "POST /url",
    "ExecuteScript": "POST /execute/sync",
    "PerformActions": "POST /actions",
    "FindElement": "POST /element",
    "ElementClick": "POST /element/{id}/click",
}
"""Where WebDriver takes each command."""

# Its window has 800 by 600 pixels, and nothing widens it.
COG = ["--platform=headless", "--automation"]


@contextmanager
def old_webkit() -> Iterator[Engine]:
    """WPE WebKit 2.38, of 2022, which is Safari 16 beneath."""
    program = command("WPEWebDriver", packages=("wpewebkit-driver", "cog"))
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as home,
        socket.create_server(("127.0.0.1", 0)) as taken,
    ):
        port = taken.getsockname()[1]
        taken.close()
        with running([program, f"--port={port}"], {"HOME": home, "XDG_RUNTIME_DIR": home}):
            awaited(lambda: listens(port))
            options = {"binary": shutil.which("cog"), "args": COG}
            wanted = {"capabilities": {"alwaysMatch": {"wpe:browserOptions": options}}}
            session = f"/session/{request(port, 'POST', '/session', wanted)['sessionId']}"
            try:
                yield Remote(lambda name, given: request(port, *way(session, name, given)))
            finally:
                request(port, "DELETE", session)


def way(
    session: str, name: str, given: Mapping[str, Any]
) -> tuple[str, str, Mapping[str, Any]]:
    """How a command reaches a driver: method, path and body."""
    method, path = PATHS[name].split()
    return method, session + path.format(**given), given


def request(
    port: int, method: str, path: str, body: Mapping[str, Any] | None = None
) -> Any:
    """What a driver answers."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    line.request(method, path, None if body is None else json.dumps(body))
    with line.getresponse() as answer:
        value = json.load(answer)["value"]
    assert answer.status == http.HTTPStatus.OK, value
    return value


def listens(port: int) -> bool:
    """Whether somebody listens at a port."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def said(path: Path) -> str:
    """What a file says, and nothing where it is not there yet."""
    return path.read_text("utf-8") if path.is_file() else ""


def awaited(look: Callable[[], Any]) -> Any:
    """What is seen as soon as anything is."""
    until = time.monotonic() + PATIENCE
    while not (seen := look()) and time.monotonic() < until:
        time.sleep(0.05)
    assert seen, "nothing came"
    return seen


@contextmanager
def running(orders: Sequence[str | Path], environment: Mapping[str, str]) -> Iterator[None]:
    """A program, silent, until it is no longer needed."""
    nowhere = subprocess.DEVNULL
    program = subprocess.Popen(
        orders,
        env=os.environ | environment,
        stdout=nowhere,
        stderr=nowhere,
        start_new_session=True,
    )
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGTERM)
        program.wait(PATIENCE)


def command(*names: str, packages: Sequence[str]) -> str:
    """The first of these programs that is there, else Debian's, where we may install it."""
    found = first(names)
    if not found:
        debian_packages(*packages)
        found = first(names)
    return found or lack(f"install it (Debian: `apt-get install {' '.join(packages)}`)")


def first(names: Sequence[str]) -> str | None:
    """Where the first of these programs is that there are."""
    return next(filter(None, map(shutil.which, names)), None)


def lack(why: str) -> NoReturn:
    """End a test whose engine is not there: it was not held, and where every engine is
    wanted, that is a failure.
    """
    if os.environ.get("EVERY_ENGINE"):
        pytest.fail(f"this engine is missing: {why}", pytrace=False)
    pytest.skip(f"this engine was not tried: {why}")


ENGINES: Mapping[str, Callable[[], AbstractContextManager[Engine]]] = {
    "Chromium": todays_chromium,
    "Chromium 119": old_chromium,
    "Firefox": firefox,
    "WebKit 2.38": old_webkit,
}
