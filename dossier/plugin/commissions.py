"""What processes elsewhere need to make the pages of a site, and the same made there."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from pelican import Pelican, signals

from dossier.generate.audit import Audit
from dossier.generate.cluster import Cluster, Commission, commission
from dossier.generate.press import Press
from dossier.generate.settings import OUTPUT, SITE, override_folders, site_root
from dossier.generate.writing import Parcel
from dossier.model.errors import DossierError
from dossier.plugin.running import OVERRIDES, load_settings


@runtime_checkable
class Pressing(Protocol):
    """A generator of Pelican that makes our pages."""

    def press(self) -> Press:
        """What makes them."""


def site_commission(
    cluster: Cluster, settings: Mapping[str, Any], content: str, theme: str
) -> Commission:
    """What the workers of a cluster are to make of this site."""
    folders = (Path(content), Path(theme), *override_folders(settings))
    return commission(cluster.settings, _given(settings), folders)


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
    found: list[Pressing] = []

    def find(generators: Iterable[object]) -> None:
        found.extend(one for one in generators if isinstance(one, Pressing))
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
