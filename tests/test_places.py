"""Places: which names are known, and where they are."""

from pathlib import Path

import pytest
from babel import Locale

from dossier.model.locations import Location
from dossier.read.territories import territories
from tests.helpers import findings_in, read_site, told

DUBAI = (
    "dubai: {name: Dubai, country: United Arab Emirates, longitude: 55.3, latitude: 25.2}\n"
)


def test_a_territory_has_the_name_of_cldr() -> None:
    """Each is known by it; other names that people write come besides."""
    names = {
        place.country: Locale("en").territories[place.country]
        for place in territories().values()
    }
    assert {} == {code: name for code, name in names.items() if name not in territories()}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Brazil", "BR"),
        ("Hong Kong", "HK"),
        ("Singapore", "SG"),
        ("Taiwan", "TW"),
        ("Kosovo", "XK"),
    ],
)
def test_names_that_people_write(name: str, country: str) -> None:
    """Small territories and those whose standing is disputed are known too."""
    assert country == territories()[name].country


def test_every_territory_is_somewhere_on_the_globe() -> None:
    """West to east and south to north."""
    points = {
        place.country: (place.longitude, place.latitude) for place in territories().values()
    }
    assert all(
        abs(longitude) <= 180 and abs(latitude) <= 90
        for longitude, latitude in points.values()
    )


def test_the_content_adds_places_of_its_own(tmp_path: Path) -> None:
    """They are known by name, beside the territories; one on which nothing rests is a
    warning.
    """
    content = read_site(tmp_path, {"places.yaml": DUBAI})
    assert Location("Dubai", "AE", 55.3, 25.2) == content.locations["Dubai"]
    assert content.locations["Brazil"].is_territory


@pytest.mark.parametrize(
    ("places", "findings"),
    [
        (DUBAI, ["places.yaml:1:1 L007"]),
        (DUBAI.replace("Dubai", "Brazil"), ["places.yaml:1:15 L006"]),
        (DUBAI + DUBAI.replace("dubai", "other"), ["places.yaml:2:15 L006"]),
        (DUBAI.replace("Emirates", "Emirate"), ["places.yaml:1:31 L010"]),
        (DUBAI.replace("55.3", "181"), ["places.yaml:1:64 V007"]),
        (DUBAI.replace("25.2", "1e1"), ["places.yaml:1:80 V007"]),
    ],
)
def test_mistakes_in_the_register(tmp_path: Path, places: str, findings: list[str]) -> None:
    """Each is found where it stands."""
    assert findings == told(findings_in(tmp_path, {"places.yaml": places}))
