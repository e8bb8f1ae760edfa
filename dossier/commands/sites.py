"""Commands that make a site, keep it whole, build it and show it."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from dossier.commands.listing import Commands
from dossier.commands.options import ARCHIVE, CONTENT, OUTPUT, SETTINGS, say
from dossier.commands.stopping import stoppable


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--name",
    default="",
    help="The name of the site.  [default: that of the company, or `Company dossiers`]",
)
@click.option(
    "--company", default="", metavar="NAME", help="The company with which it will begin."
)
@click.option("--url", default="", help="The address at which it will be published.")
@click.option(
    "--repository",
    default="",
    metavar="URL",
    help="Where its facts are written, such as https://github.com/owner/name.",
)
@click.option(
    "--without-example",
    is_flag=True,
    help="Leave the invented company out; it needs one of yours to be built.",
)
@click.option(
    "--index",
    default="",
    metavar="URL",
    help="Take its packages from this index, and not from the public one.",
)
@click.option(
    "--wheel",
    type=click.Path(path_type=Path),
    help="The file of the program; if left out, this one is packed.",
)
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
    """Make a site of one's own in FOLDER: settings, pages, an example, workflows, and a
    lock of all that it needs.

    Nothing has to be said but the folder, and nothing is asked. It is made whole or not at
    all.
    """
    from dossier.kit.making import SiteOrder, make_site
    from dossier.kit.pieces import make_wishes

    wishes = make_wishes(name, company, url, repository)
    order = SiteOrder(folder, wishes, wheel, index, with_example=not without_example)
    with stoppable():
        say(make_site(order))


@click.command()
@click.argument("site", type=click.Path(path_type=Path), default=Path())
@click.option("--write", "is_written", is_flag=True, help="Do it; else it is only shown.")
@click.option(
    "--wheel",
    type=click.Path(path_type=Path),
    help="The file of the program; if left out, this one is packed.",
)
def upgrade(site: Path, is_written: bool, wheel: Path | None) -> None:
    """Bring a site that `dossier init` made up to this program, and show what differs.

    What its owner has changed stays as it is. The files of the content are laid out, and
    say what they said.
    """
    from dossier.kit.upgrading import upgrade as bring_up

    say(bring_up(site, wheel, is_written=is_written))


@click.group(cls=Commands)
def example() -> None:
    """The invented company of a new site."""


@example.command("remove")
def remove_example() -> None:
    """Take it away: its company, its sources and all that they say, unless somebody has
    changed them.
    """
    from dossier.kit.example import remove_example as remove

    say(remove(Path()))


@click.command()
@CONTENT
@ARCHIVE
@SETTINGS
def doctor(content: Path, archive: Path, settings: Path) -> None:
    """Say what is there of all that a site needs, what is missing, and the line that mends
    it.
    """
    from dossier.doctor import Surroundings, examine, report_lines

    looks = examine(Surroundings(content, archive, settings))
    say(report_lines(looks))
    if any(look.mend and look.is_needed for look in looks):
        raise SystemExit(1)


@click.command()
@click.argument("language", required=False, default="")
@click.option(
    "--write",
    "is_written",
    is_flag=True,
    help="Enter what is missing in the catalogue of the site.",
)
@SETTINGS
def messages(language: str, is_written: bool, settings: Path) -> None:
    """Say which texts of the interface are missing in LANGUAGE, or how many are in each."""
    from dossier.messages import Interface, language_of, overview
    from dossier.plugin import load_settings

    interface = Interface.of(load_settings(settings))
    if not language:
        say(overview(interface))
        return
    wanted = language_of(language)
    if is_written:
        click.echo(f"{interface.enter(wanted)} is written.")
    missing = interface.missing(wanted)
    say((*missing, f"{wanted}: {len(missing)} text{'s' * (len(missing) != 1)} missing."))


@click.command()
@SETTINGS
@OUTPUT
@click.option(
    "--workers",
    type=click.IntRange(0),
    metavar="N",
    help="How many processes read, check and make the pages.  [default: what the settings"
    " file says, or as many as there are processors]",
)
@click.option(
    "--executor",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Whose processes they are: of this machine, or of a cluster.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Of the cluster, such as tcp://10.0.0.5:8786."
)
@click.option("--profile", is_flag=True, help="Say where the time went, stage by stage.")
def build(
    settings: Path,
    output: Path | None,
    *,
    workers: int | None,
    executor: str,
    scheduler: str | None,
    profile: bool,
) -> None:
    """Build the site: all of it, or, where anything is wrong, nothing."""
    from dossier.generate.cluster import Cluster
    from dossier.generate.settings import CLUSTER

    if (executor == "dask") != bool(scheduler):
        raise click.UsageError("--executor dask and --scheduler go together.")
    more: dict[str, object] = {}
    if workers is not None:
        more["DOSSIER_WORKERS"] = workers
    if scheduler:
        more[CLUSTER] = Cluster(scheduler, settings)

    def tell(folder: Path) -> None:
        click.echo(
            f"The site is in {folder}. Open {(folder / 'index.html').absolute().as_uri()}"
        )

    _build(settings, output, tell, more, profile)


@click.command()
@SETTINGS
@OUTPUT
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="0 takes any free one.",
)
def serve(settings: Path, output: Path | None, port: int) -> None:
    """Build the site and serve it to this machine alone, until Ctrl+C."""
    from dossier.generate.server import serve_folder

    serve_folder(_build(settings, output), port, click.echo)


def _build(
    settings_file: Path,
    output: Path | None,
    done: Callable[[Path], object] = lambda _: None,
    more: Mapping[str, object] = MappingProxyType({}),
    profile: bool = False,
) -> Path:
    with stoppable():  # from here on: what it takes to build is dear to load
        from dossier.building import build_site
        from dossier.generate.progress import Progress
        from dossier.plugin import load_settings
        from dossier.report.text import near

        settings = {**load_settings(settings_file), **more}
        folder = output or Path(settings["OUTPUT_PATH"])
        progress = Progress(time.perf_counter, _processor, _say_beside, sys.stderr.isatty())
        build_site(settings, folder, progress, lambda: done(near(folder)))
    if profile:
        click.echo(progress.table(), err=True)
    return near(folder)


def _processor() -> float:
    """The seconds of the processor that this process has taken, and those that it has begun
    and waited for.
    """
    return sum(os.times()[:4])


def _say_beside(text: str) -> None:
    """How far something is, at once and beside what it prints."""
    click.echo(text, nl=False, err=True)
