"""The only module that speaks to Pelican: settings in, our pages beside Pelican's own, and
the strict front door.

Pelican is a renderer here and not a guard: what a stranger's pull request holds is read and
checked by us, and Pelican is kept from every other file of the content folder. Types end
here, because Pelican has none.
"""

import json
import logging
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from typing import Any, ClassVar, NoReturn

from jinja2 import TemplateError
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.readers import BaseReader, MarkdownReader
from pelican.settings import DEFAULT_CONFIG, read_settings
from pelican.writers import Writer

from dossier.collect import Findings
from dossier.edit.library import library
from dossier.export.json import export_files
from dossier.extensions import templates
from dossier.generate.audit import Audit
from dossier.generate.cluster import Cluster, Commission, commission, open_cluster
from dossier.generate.crew import Alone, Crew, Watch, in_processes, open_crew
from dossier.generate.output import MARKER, MARKER_TEXT
from dossier.generate.pipeline import load_site
from dossier.generate.press import (
    Batch,
    Press,
    refuse_without_search,
    shift,
    some,
    spans,
    unusable,
)
from dossier.generate.sending import packed, unpacked
from dossier.generate.settings import (
    CLUSTER,
    LANGUAGES,
    OUTPUT,
    SITE,
    override_folders,
    refuse_forced,
    refuse_unknown,
    setting,
    site_languages,
    site_root,
    site_settings,
    worker_count,
    workers_said,
)
from dossier.generate.writing import NOTHING_WRITTEN, Output, Parcel, Written
from dossier.messages import shortfall
from dossier.model.content import Content, SitePage
from dossier.model.dossiers import Site
from dossier.model.errors import DossierError
from dossier.model.history import NO_HISTORY, History
from dossier.read.folder import read_site_page
from dossier.render.pages.binding import bind
from dossier.render.pages.changes import changes_feed
from dossier.render.pages.evidence import read_meters
from dossier.render.pages.gallery import open_gallery
from dossier.render.pages.plan import Page, plan_evidence, plan_pages, shared_context
from dossier.render.pages.sitemap import sitemap_files
from dossier.render.prose.prose import plain_prose
from dossier.render.scan.measure import NOTHING, measure_page
from dossier.render.search.asked import groups_of
from dossier.render.site.links import SEARCH_INDEX, href, page_url
from dossier.render.theme.assets import theme_files
from dossier.render.theme.environment import OPTIONS, speak
from dossier.review.history import read_history

NAMED = 5
"""Companies whose cards are missing that are told by name."""
PLUGIN = "dossier.plugin"
Read = tuple[Site, Mapping[str, SitePage]]
"""All that pages are made of: the dossiers, and the pages that are none."""
OVERRIDES = "THEME_TEMPLATES_OVERRIDES"
NO_CONTENT = "You need to specify a path"
"""Begins what Pelican says where PATH leads nowhere."""
GUARDED: dict[str, Any] = {
    # Pelican's own readers see nothing but our pages, and copy nothing.
    "ARTICLE_PATHS": [], "PAGE_PATHS": ["pages"], "STATIC_PATHS": [], "EXTRA_PATH_METADATA": {},
    # A page named 2024-13-45.md is no date that is wrong.
    "FILENAME_METADATA": "", "PATH_METADATA": "",
    "DIRECT_TEMPLATES": [], "TEMPLATE_PAGES": {}, "THEME_STATIC_PATHS": [],
    "PAGE_URL": "{slug}/", "PAGE_SAVE_AS": "{slug}/index.html",
    # The output is replaced as a whole, or left alone; a cache of Pelican's would not see
    # that a fact has changed.
    "DELETE_OUTPUT_DIRECTORY": False, "CACHE_CONTENT": False, "LOAD_CONTENT_CACHE": False,
    # What a contributor writes is text, and a name that a template misspells ends the
    # build.
    "JINJA_ENVIRONMENT": dict(OPTIONS),
}  # fmt: skip
"""Settings that a site cannot change, because the promises of the program rest on them."""


def register() -> None:
    """Called by Pelican when it loads the plugin."""
    # Without this, Pelican warns for each page that Python-Markdown is missing
    # (getpelican/pelican#3466).
    MarkdownReader.file_extensions = []
    signals.initialized.connect(_guard_settings)
    signals.readers_init.connect(_add_reader)
    signals.generator_init.connect(_add_texts)
    signals.get_generators.connect(_add_generator)


def _guard_settings(pelican: Any) -> None:
    # Read once here, for the environments of all generators.
    try:
        refuse_unknown(pelican.settings)
        refuse_forced(pelican.settings, GUARDED, DEFAULT_CONFIG)
        pelican.settings.update(GUARDED)
        # Behind what the owner of the site lays over the theme, which counts more.
        pelican.settings[OVERRIDES] = [*pelican.settings.get(OVERRIDES, ()), *templates()]
        pelican.settings[LANGUAGES] = site_languages(pelican.settings)
    except DossierError as error:
        _end(error)


def _add_texts(generator: Any) -> None:
    language, content = generator.settings[LANGUAGES]
    speak(generator.env, language, content.tag if content else "")


def _add_reader(readers: Any) -> None:
    readers.reader_classes["md"] = PageReader


def _add_generator(pelican: Any) -> type:
    return DossierGenerator


def _history(settings: Mapping[str, Any], content: Content) -> History:
    """How the facts came to say what they say, unless the owner of the site does not want
    it told.
    """
    return (
        read_history(Path(settings["PATH"]), content)
        if setting(settings, "DOSSIER_HISTORY", bool, True)
        else NO_HISTORY
    )


class PageReader(BaseReader):  # type: ignore[misc]
    """Reads `content/pages/*.md` for Pelican, by our own rules."""

    file_extensions: ClassVar = ["md"]

    def read(self, filename: str) -> tuple[str, dict[str, Any]]:
        """The HTML of a page and what Pelican must know of it.

        A page with errors comes out empty: the generator finds the same errors, reports
        them and stops the build.
        """
        path = Path(filename)
        page = read_site_page(Path(self.settings["PATH"]), path.name, Findings())
        if page is None:
            return "", {"title": path.stem, "slug": path.stem}
        plain_links = self.settings.get("DOSSIER_PLAIN_LINKS", False)
        html = plain_prose(
            page.body, lambda target: href(page_url(page.slug), target, plain_links)
        )
        return str(html), {
            "title": page.title,
            "slug": page.slug,
            "description": page.description or page.title,
        }


def _without_card(slugs: Sequence[str]) -> str:
    """Which companies have no picture of their own, and what mends it."""
    more = [f"{len(slugs) - NAMED} more"] if len(slugs) > NAMED else []
    named = ", ".join((*slugs[:NAMED], *more))
    return (
        f"no font for cards has the name of {named}; they show that of the site."
        " DOSSIER_CARD_FONTS names others."
    )


def _end(error: DossierError) -> NoReturn:
    """End the run in one line; Pelican would show a traceback."""
    sys.stderr.write(f"{error}\n")
    raise SystemExit(1) from None


class DossierGenerator(Generator):  # type: ignore[misc]
    """Brings the pages of the dossiers, their data and the theme's files."""

    def generate_context(self) -> None:
        """Run the pipeline. Content with errors ends the run here, before anything has been
        written.
        """
        try:
            self.output = self.settings.get(OUTPUT) or Output(
                Path(self.output_path), Audit(site_root(self.settings))
            )
            sent: bytes | None = self.settings.get(SITE)
            read: Read = unpacked(sent) if sent else self._read()
            self.site, self.pages = read
            self.site_settings = site_settings(self.settings, self.pages)
            if left := shortfall(self.settings):
                self.output.progress.note(left)
            self.build = bind(
                self.site, self.site_settings, self.pages, groups_of(library().values())
            )
            self.gallery = open_gallery(self.build, Path(self.theme))
            if self.site_settings.search:
                refuse_without_search()
        except DossierError as error:
            _end(error)
        if self.gallery.undrawn:
            self.output.progress.note(_without_card(self.gallery.undrawn))
        self.context.update(shared_context(self.build, self.gallery.cards))

    def _read(self) -> Read:
        with self.output.progress.stage("reading, checking and merging"):
            site, content = load_site(
                Path(self.path), mapped=in_processes(workers_said(self.settings))
            )
        with self.output.progress.stage("reading the history"):
            site = replace(site, history=_history(self.settings, content))
        return site, content.pages

    def generate_output(self, writer: Writer) -> None:
        """Write every page where other plugins see it, and every other file beside them."""
        try:
            self._sweep_index()
            press = self.press()
            with ExitStack() as stack:
                crew = stack.enter_context(self._crew(writer, press))
                works = [Press.index] if self.site_settings.search else []
                beside = [crew.beside(work) for work in (*works, _write_data)]
                self._generate(writer, press, crew)
                with self.output.progress.stage("waiting for the search and the data"):
                    for written in beside:
                        self.output.join(written())
                with self.output.progress.stage("pages, in processes of their own"):
                    stack.close()
        except DossierError as error:
            _end(error)

    def press(self) -> Press:
        """What makes the pages."""
        pages = plan_pages(self.build)
        return Press(
            self.build, pages, self.env, self.context, self.output, self.gallery.painter
        )

    def _crew(self, writer: Writer, press: Press) -> AbstractContextManager[Crew[Press]]:
        """Who makes them."""
        if _others(writer):
            return open_crew(1, press)
        cluster: Cluster | None = self.settings.get(CLUSTER)
        if not cluster:
            count = worker_count(self.settings, len(press.pages))
            if count > 1:
                press.compile()
            return open_crew(count, press)
        overrides = override_folders(self.settings)
        folders = (Path(self.path), Path(self.theme), *overrides)
        wanted = commission(cluster.settings, _given(self.settings), folders)
        sent = packed((self.site, self.pages))
        return open_cluster(cluster.scheduler, press, press_of, wanted, sent)

    def _generate(self, writer: Writer, press: Press, crew: Crew[Press]) -> None:
        progress = self.output.progress
        measures = dict.fromkeys(self.site.dossiers, NOTHING)
        for batch in progress.steps(
            "pages", self._print(writer, press, crew), len(press.pages), _pages_of
        ):
            for slug, seen in batch.measures.items():
                measures[slug] += seen
        last = replace(press, pages=plan_evidence(self.build, measures))
        for _ in self._print(writer, last, Alone(last)):
            pass  # nothing is counted on it
        with progress.stage("data and pictures"):
            urls = self._addresses((*press.pages, *last.pages))
            ours = {
                **theme_files(Path(self.theme), override_folders(self.settings)),
                **sitemap_files(self.site_settings.site_url, urls),
                **dict(changes_feed(self.build)),
                MARKER: MARKER_TEXT,
            }
            for name, data in ours.items():
                self.output.write(name, data)
            cards = self.gallery.counted(read_meters(self.site, measures))
            for written in crew.map(Press.draw, some(cards)):
                self.output.join(written)

    def _print(self, writer: Writer, press: Press, crew: Crew[Press]) -> Iterator[Batch]:
        """Write the pages of a press: those that others may change by Pelican's own writer."""
        if _others(writer):
            yield from (self._shown(writer, press, page) for page in press.pages)
            return
        pages = len(press.pages)
        for batch in crew.map(Press.print, spans(pages), shift(pages)):
            self.output.join(batch.written)
            yield batch

    def _shown(self, writer: Writer, press: Press, page: Page) -> Batch:
        """Write a page where others can change it: then what counts is the file."""
        template = self.env.get_template(page.template)
        writer.write_file(page.path, template, press.names, url=page.url, **page.context)
        html = (Path(self.output_path) / page.path).read_text(encoding="utf-8")
        slug = page.counts_for
        return Batch(1, NOTHING_WRITTEN, {slug: measure_page(html)} if slug else {})

    def _sweep_index(self) -> None:
        """Take away the index of an earlier build, whose files have other names; Pelican
        leaves what it does not write.
        """
        if (Path(self.output_path) / MARKER).is_file():
            rmtree(Path(self.output_path) / SEARCH_INDEX, ignore_errors=True)

    def _addresses(self, pages: tuple[Page, ...]) -> Iterator[str]:
        """The urls of all pages that readers can be led to, those of Pelican at the end."""
        yield from (page.url for page in pages if page.planned.kind.in_sitemap)
        yield from (page_url(slug) for slug in self.build.ordinary)


def _others(writer: Writer) -> bool:
    """Whether somebody else has a say in what is written: then they are told of each page,
    one after the other.
    """
    return type(writer) is not Writer or bool(signals.content_written.receivers)


def _write_data(press: Press, watch: Watch[object]) -> Written:
    """Write the files for machines; they are made at once."""
    output = press.output.apart()
    for name, data in export_files(press.build.site).items():
        output.write(name, data)
    return output.written()


def _pages_of(batch: Batch) -> int:
    return batch.pages


def _given(settings: Mapping[str, Any]) -> Mapping[str, object]:
    """What a process elsewhere cannot find in the settings file alone: what came from the
    environment of this one, and what is said from the folder in which it runs.
    """
    plain = {
        name: value
        for name, value in settings.items()
        if isinstance(value, str | int | float)
    }
    folders = {
        name: [str(Path(one).resolve()) for one in settings[name]]
        for name in (OVERRIDES, "DOSSIER_CARD_FONTS")
        if settings.get(name)
    }
    return plain | folders | {"DOSSIER_WORKERS": 1}  # a worker has none of its own


class _Found(BaseException):
    """Pelican has all that it needs to write, and is not to."""


def press_of(wanted: Commission, sent: bytes | None) -> Press:
    """What makes the pages of a commission, in a process that writes nothing itself: from
    the site as the build has read it, or else from its files.
    """
    settings = load_settings(Path(wanted.settings)) | json.loads(wanted.given)
    settings[SITE] = sent
    found: list[DossierGenerator] = []

    def find(generators: Iterable[object]) -> None:
        found.extend(one for one in generators if isinstance(one, DossierGenerator))
        raise _Found

    signals.all_generators_finalized.connect(find)
    try:
        parcel = Parcel(Path(settings["OUTPUT_PATH"]), Audit(site_root(settings)))
        Pelican({**settings, OUTPUT: parcel}).run()
    except _Found:
        return found[0].press()
    except SystemExit as error:
        raise DossierError(
            "a worker of the cluster cannot read what this one can."
        ) from error
    finally:
        signals.all_generators_finalized.disconnect(find)
    raise DossierError("Pelican has made nothing.")


def load_settings(path: Path) -> dict[str, Any]:
    """Pelican's settings from a file. Raises DossierError where it cannot be used."""
    if not path.is_file():
        raise DossierError(
            f"{path} is not there; expected a settings file such as pelicanconf.py."
        )
    try:
        settings: dict[str, Any] = read_settings(str(path))
    except (
        Exception,
        SystemExit,
    ) as error:  # a settings file is a program and can fail in any way
        if str(error).startswith(NO_CONTENT):
            raise DossierError(
                f"the content folder that {path} names under PATH is not there."
            ) from error
        raise DossierError(
            f"{path} cannot be used: {type(error).__name__}: {error}"
        ) from error
    return settings


def made_settings(given: Mapping[str, Any]) -> dict[str, Any]:
    """Pelican's settings with some that are given instead of a file."""
    settings: dict[str, Any] = read_settings(override=dict(given))
    return settings


def is_alone(settings: Mapping[str, Any]) -> bool:
    """Whether no other plugin can change files once they are written, so that two sites may
    share them.
    """
    return [*settings["PLUGINS"]] == [PLUGIN]


def write_site(settings: Mapping[str, Any], output: Output) -> None:
    """Let Pelican build the whole site. Raises DossierError for anything that Pelican only
    logs.
    """
    if PLUGIN not in settings["PLUGINS"]:
        raise DossierError(
            f"PLUGINS does not name {PLUGIN!r}; without it there are no dossiers."
        )
    with _errors_collected() as errors:
        try:
            Pelican({**settings, "OUTPUT_PATH": str(output.folder), OUTPUT: output}).run()
        except TemplateError as error:
            raise unusable(settings["THEME"], error) from error
    if errors:
        raise DossierError("Pelican reported:\n" + "\n".join(errors))


@contextmanager
def _errors_collected() -> Iterator[list[str]]:
    """The errors that Pelican logs while the block runs; it goes on after them, and we do
    not.
    """
    found: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger()
    logger.addHandler(handler)
    console.quiet = (
        True  # Pelican's last word counts articles, and a site of dossiers has none
    )
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        console.quiet = False


__all__ = [
    "DossierGenerator",
    "PageReader",
    "is_alone",
    "load_settings",
    "made_settings",
    "register",
    "write_site",
]
