"""Commands that look at content, compare it and lay it out."""

from datetime import datetime
from pathlib import Path

import click

from dossier.commands.options import ARCHIVE, CONTENT, CONTENT_FOLDER, say
from dossier.commands.stopping import stoppable


@click.command()
@CONTENT
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True,
    help="How to tell it: as text, as data, as annotations of GitHub Actions, or as SARIF 2.1.0.",
)  # fmt: skip
@click.option(
    "--all",
    "show_all",
    is_flag=True,
    help="As text, show every finding, not the first five of each code, and each"
    " thing in our own words that no quote has.",
)
@click.option(
    "--strict", is_flag=True, help="Fail on warnings too, unless they are confirmed."
)
@click.option(
    "--since", default="HEAD", show_default=True, metavar="REVISION",
    help="List what asks for a look and did not then; what did is counted.",
)  # fmt: skip
@click.option(
    "--workers",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="How many processes read and check.  [default: as many as there are processors, and"
    " one for a few dozen companies]",
)
def check(
    content: Path, form: str, since: str, *, show_all: bool, strict: bool, workers: int
) -> None:
    """Read CONTENT and report everything that is wrong with it, without building."""
    from dossier.generate.crew import in_processes
    from dossier.generate.looks import look_lines
    from dossier.generate.own import own_lines
    from dossier.generate.pipeline import inspect
    from dossier.model.findings import has_errors
    from dossier.read.memory import collected_later, kept_for_good
    from dossier.report.formats import FORMATS, WHOLE

    mapped = in_processes(workers)
    with stoppable(), collected_later():
        found = inspect(content, mapped)
        kept_for_good(found)
        if form in ("text", "github"):
            say(look_lines(found.content, content, since))
            say(own_lines(found.content, content, mapped, is_whole=show_all))
    click.echo(
        (WHOLE if show_all else FORMATS)[form](found.findings, content, found.confirmed)
    )
    if has_errors(found.findings) or (strict and found.findings):
        raise SystemExit(1)


@click.command()
@CONTENT
@click.option(
    "--date",
    "today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day to count ages to; else the last commit's.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True,
    help="For a person at a terminal, or as a list for an issue, empty if none is stale.",
)  # fmt: skip
def stale(content: Path, today: datetime | None, form: str) -> None:
    """List the facts of CONTENT that nobody has looked at for longer than their properties
    allow.
    """
    from dossier.generate.pipeline import load_site
    from dossier.report.text import near
    from dossier.upkeep.stale import stale_facts, stale_items, stale_lines

    site, _ = load_site(content, today.date() if today else None)
    listed = stale_facts(site)
    for line in (stale_items if form == "markdown" else stale_lines)(listed, near(content)):
        click.echo(line)
    if form == "text":
        click.echo(
            f"{len(listed)} of {len(site.facts)} facts are stale on"
            f" {site.as_of.isoformat()}."
        )


@click.command()
@CONTENT
@click.option(
    "--dead",
    type=click.Path(path_type=Path),
    help="A report of lychee about the list, in JSON: tell what is dead.",
)
def links(content: Path, dead: Path | None) -> None:
    """List the addresses that the sources and entities of CONTENT give, one a line, for a
    checker of links.
    """
    from dossier.generate.pipeline import load_content
    from dossier.report.text import near
    from dossier.upkeep.dead_links import addresses, dead_addresses

    found = load_content(content)
    for line in dead_addresses(found, near(content), dead) if dead else addresses(found):
        click.echo(line)


@click.command()
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
    "--merge-base",
    is_flag=True,
    help="Compare with the commit at which HEAD left BASE, not with BASE as it is now.",
)
def diff(base: str, head: str | None, content: Path, form: str, merge_base: bool) -> None:
    """Tell in facts what changes from the revision BASE to HEAD, or to the files as they
    are now.

    The files themselves are left alone. The exit status is 0 even where a side has errors,
    which the report then names: to judge them is for `dossier check`.
    """
    from dossier.review.comparing import compare_revisions
    from dossier.review.data import report_json
    from dossier.review.html import report_html
    from dossier.review.markdown import markdown

    write = {"markdown": markdown, "json": report_json, "html": report_html}[form]
    click.echo(write(compare_revisions(content, base, head, merge_base)), nl=False)


@click.command()
@CONTENT
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("schema"),
    show_default=True,
    help="The folder of schemas.",
)
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; fail if a schema is not up to date.",
)
def schema(content: Path, output: Path, only_check: bool) -> None:
    """Write the JSON Schemas by which editors complete, explain and underline what stands
    in CONTENT.
    """
    from dossier.edit.schemas import outdated, schemas_of, write_schemas

    schemas = schemas_of(content)
    changed = outdated(schemas, output) if only_check else write_schemas(schemas, output)
    for path in changed:
        click.echo(f"{path} {'is not up to date' if only_check else 'is written'}.")
    if not changed:
        click.echo(f"The {len(schemas)} schemas are up to date.")
    if only_check and changed:
        raise SystemExit(1)


@click.command()
@CONTENT
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Change nothing; fail if a file is laid out otherwise.",
)
@click.option(
    "--short",
    is_flag=True,
    help="Write once what files of facts repeat, and leave out what words tell.",
)
@ARCHIVE
def fmt(content: Path, only_check: bool, short: bool, archive: Path) -> None:
    """Lay out the files of CONTENT in the one way there is; what they say and every remark
    stays.

    Dates and records of proofs of an old form are brought up.
    Files with errors are left as they are, and reported.
    """
    from dossier.edit.formatting import survey, write
    from dossier.edit.records import split_records
    from dossier.prove.sparing import spared
    from dossier.read import read_content
    from dossier.report.text import brief, near

    if not only_check:
        say(split_records(content))
    found = survey(
        content, spared(read_content(content).content, archive) if short else None
    )
    if not only_check:
        write(found)
    for laid in found.changed:
        told = (
            f":{laid.first_difference}:1 is laid out otherwise."
            if only_check
            else " is laid out anew."
        )
        click.echo("\n".join([f"{near(laid.path)}{told}", *laid.told_renewals(only_check)]))
    for path in found.kept:
        click.echo(
            f"{near(path)} is left as it is: laid out anew, it would say something else."
        )
    if found.faults:
        click.echo(brief(found.faults, content))
    if found.faults or found.kept or (only_check and found.changed):
        raise SystemExit(1)
    if not found.changed:
        click.echo("Every file is laid out as it should be.")
