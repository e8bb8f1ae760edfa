"""The command `dossier`: thin, with everything heavy imported by the command that needs it."""

import signal
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType

import click

from dossier import __version__
from dossier.model.errors import ContentError, DossierError

CONTENT = click.argument("content", type=click.Path(path_type=Path), default=Path("content"))
SETTINGS = click.option(
    "--settings", type=click.Path(path_type=Path), default=Path("pelicanconf.py"), show_default=True,
    help="The settings file of the site.",
)  # fmt: skip
OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), help="Where to build; the settings file says it otherwise."
)

CONTENT_FOLDER = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="The content folder."
)
ARCHIVE = click.option(
    "--archive", type=click.Path(path_type=Path), default=Path("archive"), show_default=True,
    help="Where the texts of sources are kept; it is never published.",
)  # fmt: skip
SECTION = click.option("--section", default="", metavar="ID", help="The section; if left out, the one where its like stand.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def dossier() -> None:
    """Company dossiers: facts in YAML, checked, merged and printed with their sources."""


@dossier.command()
@CONTENT
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True,
    help="How to tell it: as text, as data, as annotations of GitHub Actions, or as SARIF 2.1.0.",
)  # fmt: skip
@click.option("--all", "show_all", is_flag=True, help="As text, show every finding, not the first five of each code.")
@click.option("--strict", is_flag=True, help="Fail on warnings too, unless they are confirmed.")
@click.option(
    "--since", default="HEAD", show_default=True, metavar="REVISION",
    help="List what asks for a look and did not then; what did is counted.",
)  # fmt: skip
def check(content: Path, form: str, show_all: bool, strict: bool, since: str) -> None:
    """Read CONTENT and report everything that is wrong with it, without building."""
    from dossier.generate.formats import FORMATS, WHOLE
    from dossier.generate.looks import look_lines
    from dossier.generate.own import own_lines
    from dossier.generate.pipeline import inspect
    from dossier.model.findings import has_errors

    found = inspect(content)
    if form in ("text", "github"):
        _say(look_lines(found.content, content, since))
        _say(own_lines(found.content))
    click.echo((WHOLE if show_all else FORMATS)[form](found.findings, content, found.confirmed))
    if has_errors(found.findings) or (strict and found.findings):
        raise SystemExit(1)


@dossier.command()
@CONTENT
@click.option("--date", "today", type=click.DateTime(["%Y-%m-%d"]), help="The day to count ages to; else the last commit's.")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True,
    help="For a person at a terminal, or as a list for an issue, empty if none is stale.",
)  # fmt: skip
def stale(content: Path, today: datetime | None, form: str) -> None:
    """List the facts of CONTENT that nobody has looked at for longer than their properties allow."""
    from dossier.check.report import near
    from dossier.export.stale import stale_facts, stale_items, stale_lines
    from dossier.generate.pipeline import load_site

    site, _ = load_site(content, today.date() if today else None)
    listed = stale_facts(site)
    for line in (stale_items if form == "markdown" else stale_lines)(listed, near(content)):
        click.echo(line)
    if form == "text":
        click.echo(f"{len(listed)} of {len(site.facts)} facts are stale on {site.as_of.isoformat()}.")


@dossier.command()
@CONTENT
@click.option(
    "--dead", type=click.Path(path_type=Path), help="A report of lychee about the list, in JSON: tell what is dead."
)
def links(content: Path, dead: Path | None) -> None:
    """List the addresses that the sources and entities of CONTENT give, one a line, for a checker of links."""
    from dossier.check.report import near
    from dossier.export.addresses import addresses, dead_addresses
    from dossier.generate.pipeline import load_content

    found = load_content(content)
    for line in dead_addresses(found, near(content), dead) if dead else addresses(found):
        click.echo(line)


@dossier.command()
@click.argument("base")
@click.argument("head", required=False)
@CONTENT_FOLDER
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json", "html"]),
    default="markdown",
    show_default=True,
    help="For a comment on a pull request, for programs, or as a page of its own.",
)
@click.option(
    "--merge-base", is_flag=True, help="Compare with the commit at which HEAD left BASE, not with BASE as it is now."
)
def diff(base: str, head: str | None, content: Path, form: str, merge_base: bool) -> None:
    """Tell in facts what changes from the revision BASE to HEAD, or to the files as they are now.

    The files themselves are left alone. The exit status is 0 even where a side has errors, which the report then names:
    to judge them is for `dossier check`.
    """
    from dossier.review.comparing import compare_revisions
    from dossier.review.data import report_json
    from dossier.review.html import report_html
    from dossier.review.markdown import markdown

    write = {"markdown": markdown, "json": report_json, "html": report_html}[form]
    click.echo(write(compare_revisions(content, base, head, merge_base)), nl=False)


@dossier.command()
@CONTENT
@click.option(
    "--output", type=click.Path(path_type=Path), default=Path("schema"), show_default=True, help="The folder of schemas."
)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if a schema is not up to date.")
def schema(content: Path, output: Path, only_check: bool) -> None:
    """Write the JSON Schemas by which editors complete, explain and underline what stands in CONTENT."""
    from dossier.edit.schemas import outdated, schemas_of, write_schemas

    schemas = schemas_of(content)
    changed = outdated(schemas, output) if only_check else write_schemas(schemas, output)
    for path in changed:
        click.echo(f"{path} {'is not up to date' if only_check else 'is written'}.")
    if not changed:
        click.echo(f"The {len(schemas)} schemas are up to date.")
    if only_check and changed:
        raise SystemExit(1)


@dossier.command()
@CONTENT
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail if a file is laid out otherwise.")
@click.option("--short", is_flag=True, help="Write once what files of facts repeat, and leave out what words tell.")
@ARCHIVE
def fmt(content: Path, only_check: bool, short: bool, archive: Path) -> None:
    """Lay out the files of CONTENT in the one way there is; what they say and every remark stays.

    Dates and records of proofs of an old form are brought up.
    Files with errors are left as they are, and reported.
    """
    from dossier.check.report import brief, near
    from dossier.edit.formatting import survey, write
    from dossier.edit.records import split_records
    from dossier.prove.sparing import spared
    from dossier.read import read_content

    if not only_check:
        _say(split_records(content))
    found = survey(content, spared(read_content(content).content, archive) if short else None)
    if not only_check:
        write(found)
    for laid in found.changed:
        told = f":{laid.first_difference}:1 is laid out otherwise." if only_check else " is laid out anew."
        click.echo("\n".join([f"{near(laid.path)}{told}", *laid.told_renewals(only_check)]))
    for path in found.kept:
        click.echo(f"{near(path)} is left as it is: laid out anew, it would say something else.")
    if found.faults:
        click.echo(brief(found.faults, content))
    if found.faults or found.kept or (only_check and found.changed):
        raise SystemExit(1)
    if not found.changed:
        click.echo("Every file is laid out as it should be.")


@dossier.group(invoke_without_command=True)
@CONTENT_FOLDER
@ARCHIVE
@click.pass_context
def new(context: click.Context, content: Path, archive: Path) -> None:
    """Begin a file or record: sound but for what must be filled in, and never over something.

    Alone, at a terminal, it asks for a fact, and checks each answer as it is typed.
    """
    if context.invoked_subcommand is None and sys.stdin.isatty():
        from dossier.asking import Desk, interview

        _say(interview(Desk(content, archive, _ask, click.echo)))
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(2)


def _ask(said: str) -> str:
    return str(click.prompt(said, default="", show_default=False))


@new.command("company")
@click.argument("id")
@click.option("--name", default="", help="The name that readers see.")
@CONTENT_FOLDER
def new_company(id: str, name: str, content: Path) -> None:
    """Begin the company ID, with a first section and a first fact."""
    from dossier.edit import beginning

    _say(beginning.new_company(content, id, name))


@new.command("fact")
@click.argument("company")
@click.argument("id")
@click.option(
    "--property", "prop", required=True, metavar="ID", help="What it answers; it decides how the value is written."
)
@SECTION
@CONTENT_FOLDER
def new_fact(company: str, id: str, prop: str, section: str, content: Path) -> None:
    """Begin the fact ID of COMPANY, at the end of the file of its section."""
    from dossier.edit import beginning

    _say(beginning.new_fact(content, beginning.Wish(company, id, prop, section)))


@new.command("event")
@click.argument("company")
@click.argument("id")
@click.option("--property", "prop", default="", metavar="ID", help="A property with a date; `event` if left out.")
@SECTION
@CONTENT_FOLDER
def new_event(company: str, id: str, prop: str, section: str, content: Path) -> None:
    """Begin the event ID of COMPANY: a fact with a date, which can stand in timelines."""
    from dossier.edit import beginning

    _say(beginning.new_event(content, beginning.Wish(company, id, prop, section)))


@new.command("property")
@click.argument("id", required=False, default="")
@click.option("--like", default="", metavar="NAME", help="The property of the library to take under this ID.")
@CONTENT_FOLDER
def new_property(id: str, like: str, content: Path) -> None:
    """Add the property ID of the library to those of the site; without an ID, name all of the library."""
    from dossier.edit import beginning

    _say(beginning.new_property(content, id, like) if id else beginning.told_library())


@new.command("source")
@click.argument("id")
@CONTENT_FOLDER
def new_source(id: str, content: Path) -> None:
    """Begin the source ID by hand; `dossier source add` makes one from an article."""
    from dossier.edit import beginning

    _say(beginning.new_source(content, id))


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


@dossier.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="", help="The name of the site.  [default: that of the company, or `Company dossiers`]")
@click.option("--company", default="", metavar="NAME", help="The company with which it will begin.")
@click.option("--url", default="", help="The address at which it will be published.")
@click.option(
    "--repository", default="", metavar="URL", help="Where its facts are written, such as https://github.com/owner/name."
)
@click.option("--without-example", is_flag=True, help="Leave the invented company out; it needs one of yours to be built.")
@click.option("--index", default="", metavar="URL", help="Take its packages from this index, and not from the public one.")
@click.option("--wheel", type=click.Path(path_type=Path), help="The file of the program; if left out, this one is packed.")
def init(
    folder: Path,
    *,
    name: str,
    company: str,
    url: str,
    repository: str,
    without_example: bool,
    index: str,
    wheel: Path | None,
) -> None:
    """Make a site of one's own in FOLDER: settings, pages, an example, workflows, and a lock of all that it needs.

    Nothing has to be said but the folder, and nothing is asked. It is made whole or not at all.
    """
    from dossier.kit.making import SiteOrder, make_site
    from dossier.kit.pieces import make_wishes

    signal.signal(signal.SIGTERM, _stop)
    wishes = make_wishes(name, company, url, repository)
    _say(make_site(SiteOrder(folder, wishes, wheel, index, with_example=not without_example)))


@dossier.command()
@click.argument("site", type=click.Path(path_type=Path), default=Path())
@click.option("--write", "is_written", is_flag=True, help="Do it; else it is only shown.")
@click.option("--wheel", type=click.Path(path_type=Path), help="The file of the program; if left out, this one is packed.")
def upgrade(site: Path, is_written: bool, wheel: Path | None) -> None:
    """Bring a site that `dossier init` made up to this program, and show what differs.

    What its owner has changed stays as it is. The files of the content are laid out, and say what they said.
    """
    from dossier.kit.upgrading import upgrade as bring_up

    _say(bring_up(site, wheel, is_written=is_written))


@dossier.group()
def example() -> None:
    """The invented company of a new site."""


@example.command("remove")
def remove_example() -> None:
    """Take it away: its company, its sources and all that they say, unless somebody has changed them."""
    from dossier.kit.example import remove_example as remove

    _say(remove(Path()))


@dossier.group()
def source() -> None:
    """Bring sources in."""


@source.command()
@click.argument("place", metavar="FILE|URL")
@click.option("--id", default="", help="The id of the source; else one is made from its author, year and title.")
@CONTENT_FOLDER
@ARCHIVE
@click.option("--origin", "origins", multiple=True, metavar="ID", help="An origin it draws on; may be given several times.")
def add(place: str, id: str, content: Path, archive: Path, origins: tuple[str, ...]) -> None:
    """Take FILE or URL in as a source: its record into the content, its text into the archive.

    FILE is plain text, Markdown, a saved web page, or an export of sources as CSL-JSON or RIS.
    """
    from dossier.intake.adding import Folders, Wishes, add_sources

    for line in add_sources(place, Folders(content, archive), Wishes(id, origins)):
        click.echo(line)


@dossier.command()
@CONTENT
@ARCHIVE
def origins(content: Path, archive: Path) -> None:
    """Compare the texts of the sources of CONTENT, and say which seem to share an origin."""
    from dossier.check.escapes import printable
    from dossier.check.report import report
    from dossier.origins.linter import survey
    from dossier.origins.told import told
    from dossier.read import read_sources

    reading = read_sources(content)
    found = survey(reading.content, archive)
    for line in told(found):
        click.echo(printable(line))
    click.echo(report((*reading.findings, *found.findings), content))


@dossier.command()
@CONTENT
@ARCHIVE
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="For a person at a terminal, or each reference as data; the report then goes to the standard error.",
)  # fmt: skip
def prove(content: Path, archive: Path, form: str) -> None:
    """Look up every quote of CONTENT in the texts at hand, compare its figures, and keep a record."""
    from dossier.prove.content import prove_folder
    from dossier.prove.data import references_json

    proved = prove_folder(content, archive)
    if form == "json":
        click.echo(references_json(proved.references))
    click.echo(proved.report, err=form == "json")
    if proved.failed:
        raise SystemExit(1)


@dossier.command("read")
@CONTENT
@ARCHIVE
@click.option("--by", default="", help="The name of the reader; else the one that git knows.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the reading; else today.")
@click.option("--list", "form", flag_value="list", help="Ask nothing: a line for each quote that waits.")
@click.option("--json", "form", flag_value="json", help="Ask nothing: all that waits, for programs.")
def read_queue(content: Path, archive: Path, by: str, day: datetime | None, form: str | None) -> None:
    """Go through the quotes of CONTENT that wait for a person, and write down who has read them with their claims.

    Each is shown with its sentence in the text at hand, and with what asks for a look; say whether the passage says what
    the claim says. It asks at a terminal alone.
    """
    from dossier.prove.reading import ANSWERS, QUESTION, Desk, load_queue, queue_json, queue_lines, read_through
    from dossier.review.git import user_name

    if form:
        found, waiting = load_queue(content, archive)
        click.echo(queue_json(found, waiting) if form == "json" else "\n".join(queue_lines(waiting, content)))
        return
    if not is_terminal():
        raise DossierError("this asks a person, at a terminal; `dossier read --list` and `--json` say what waits.")
    reader = by or user_name(content) or click.prompt("Your name")
    keys = click.Choice([*ANSWERS])
    ask = partial(click.prompt, QUESTION, type=keys, show_choices=False)
    desk = Desk(click.echo, ask, partial(click.style, bold=True))
    click.echo(read_through(content, archive, reader, (day or datetime.now().astimezone()).date(), desk))


def is_terminal() -> bool:
    """Whether a person can answer."""
    return sys.stdin.isatty()


@dossier.command()
@CONTENT
@ARCHIVE
@SETTINGS
def doctor(content: Path, archive: Path, settings: Path) -> None:
    """Say what is there of all that a site needs, what is missing, and the line that mends it."""
    from dossier.doctor import Surroundings, examine, told

    looks = examine(Surroundings(content, archive, settings))
    _say(told(looks))
    if any(look.mend and look.is_needed for look in looks):
        raise SystemExit(1)


@dossier.command()
@click.argument("form", type=click.Path(path_type=Path))
@CONTENT
def suggest(form: Path, content: Path) -> None:
    """Make the change of CONTENT that a filled-in correction form asks for, or say what is missing.

    FORM holds the text of the issue. What is printed is the text of a pull request or of an answer, in Markdown.
    """
    from dossier.suggest.suggesting import suggest as make_change

    outcome = make_change(form, content)
    click.echo(outcome.text)
    if not outcome.done:
        raise SystemExit(1)


@dossier.command()
@SETTINGS
@OUTPUT
@click.option("--profile", is_flag=True, help="Say where the time went, stage by stage.")
def build(settings: Path, output: Path | None, profile: bool) -> None:
    """Build the site: all of it, or, where anything is wrong, nothing."""

    def tell(folder: Path) -> None:
        click.echo(f"The site is in {folder}. Open {(folder / 'index.html').absolute().as_uri()}")

    _build(settings, output, tell, profile)


@dossier.command()
@SETTINGS
@OUTPUT
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
def serve(settings: Path, output: Path | None, port: int) -> None:
    """Build the site and serve it to this machine alone, until Ctrl+C."""
    from dossier.generate.server import serve_folder

    serve_folder(_build(settings, output), port, click.echo)


def _build(
    settings_file: Path, output: Path | None, done: Callable[[Path], object] = lambda _: None, profile: bool = False
) -> Path:
    from dossier.building import build_site
    from dossier.check.report import near
    from dossier.generate.progress import Progress
    from dossier.plugin import load_settings

    settings = load_settings(settings_file)
    folder = output or Path(settings["OUTPUT_PATH"])
    signal.signal(signal.SIGTERM, _stop)
    progress = Progress(time.perf_counter, time.process_time, _say_beside, sys.stderr.isatty())
    build_site(settings, folder, progress, lambda: done(near(folder)))
    if profile:
        click.echo(progress.table(), err=True)
    return near(folder)


def _say_beside(text: str) -> None:
    """How far something is, at once and beside what it prints."""
    click.echo(text, nl=False, err=True)


def _stop(number: int, frame: FrameType | None) -> None:
    """Leave as after an error, so that what was begun is swept away."""
    sys.exit(128 + number)


def main() -> None:
    """The entry point: what the program cannot go on from is one line, or a report on the content, never a traceback."""
    try:
        dossier()
    except ContentError as error:
        click.echo(error, err=True)
        sys.exit(1)
    except DossierError as error:
        from dossier.check.escapes import printable

        click.echo("\n".join(map(printable, f"dossier: {error}".split("\n"))), err=True)
        sys.exit(1)
