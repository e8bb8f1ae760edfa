"""What a plain text lets one guess of its language and its day; a short one says nothing."""

import pytest

from dossier.intake.plain import draft_text
from dossier.intake.tongues import language_of

TEXTS = {
    "en": "The yard said that the hulls are built in the old hall and that it is on time, with the paint from the north."
    " The crew was in the town for the launch, which was by the river.",
    "de": "Die Werft baut den Rumpf in der alten Halle und ist mit der Arbeit nicht fertig. Der Lack ist von der Küste,"
    " und die Leute sind auf dem Weg. Das ist für die Stadt ein Fest.",
    "fr": "Le chantier construit la coque dans la vieille halle et la peinture est du nord. Les gens sont venus pour le"
    " lancement avec des fleurs, et une fête est prévue par la ville.",
    "es": "El astillero construye los cascos en la nave y el trabajo es del norte. Los obreros fueron por la ciudad con"
    " las flores, y se espera que una fiesta sea para el pueblo.",
    "pt": "O estaleiro constrói os cascos e não está em atraso. As pessoas da cidade foram com uma banda para a festa, e o"
    " barco foi do porto para os rios em que dos dois lados se via.",
    "it": "Il cantiere costruisce lo scafo nel capannone e gli operai sono della città. La festa è per il varo, con una"
    " banda che è del paese, e la vernice di mare non è alla fine dei lavori.",
    "nl": "De werf bouwt het schip in de oude hal en de verf is van het noorden. Het werd niet op tijd klaar, zijn de"
    " mensen aan het woord, en voor de stad is dat een feest met een band.",
    "ja": "造船所は古い工場で船体を作っている。町の人々は進水式を待っている。",
    "ko": "조선소는 오래된 공장에서 배를 만들고 있다. 마을 사람들은 진수식을 기다린다.",
    "": "Hull 7: 120 m, 14 kn.",
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_small_words_tell_the_language(language: str) -> None:
    assert language == language_of(TEXTS[language])[0]


def test_two_languages_in_one_text_are_none() -> None:
    assert ("", "") == language_of(f"{TEXTS['de']} {TEXTS['en']}")


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("HARWICK, 24 October 2025 - The yard said more.", "2025-10-24"),
        ("Harwick, October 24, 2025 (Own report) The yard said more.", "2025-10-24"),
        ("Lemmern, 3. November 2025. " + TEXTS["de"], "2025-11-03"),
        ("In spring, 24 people came. Later, more.", ""),
        ("The yard, which is old, has 24 October days - and more.", ""),
    ],
)
def test_a_dateline_tells_the_day(line: str, issued: str) -> None:
    details = draft_text(f"A title\n\n{line}\n").details
    assert issued == next((one.value for one in details if one.key == "issued"), "")
