"""Words that tell who says something, and words that tell how far it had come, language by
language.
"""

import re
from collections.abc import Mapping

from dossier.model.claims import Status
from dossier.model.scripts import UNSPACED_LANGUAGES

SPOKEN: Mapping[str, str] = {
    "en": (
        r"sa(?:id|ys?|ying)|told|tells?|add(?:ed|s)|announc(?:ed|es|ing)|wr(?:ote|ites)|not(?:ed|es)|stat(?:ed|es)"
        r"|confirm(?:ed|s)|explain(?:ed|s)|claim(?:ed|s)|den(?:ied|ies)|insist(?:ed|s)|argu(?:ed|es)|warn(?:ed|s)"
        r"|predict(?:ed|s)|pledg(?:ed|es)|promis(?:ed|es)|vow(?:ed|s)|disclos(?:ed|es)|reveal(?:ed|s)|unveil(?:ed|s)"
        r"|declar(?:ed|es)|comment(?:ed|s)|acknowledg(?:ed|es)|stress(?:ed|es)|outlin(?:ed|es)|report(?:ed|s)"
    ),
    "de": (
        r"sagt(?:e|en)?|erklärt(?:e|en)?|teilt(?:e|en)?"
        r" |kündigt(?:e|en)?|betont(?:e|en)?|berichtet(?:e|en)?"
    ),
    "fr": (
        r"a (?:déclaré|annoncé|indiqué|affirmé|précisé|expliqué)|dit|déclare|annonce|indique|affirme"
    ),
    "es": r"dijo|dice|anunció|declaró|afirmó|señaló|aseguró|explicó|informó",
    "zh": "说|表示|称|指出|宣布|透露|认为|强调|公布|披露",
    "ja": "述べ|発表|語っ|明らかに",
}
"""What a speaker does, in the forms that stand right behind the name."""
SAID_BY: Mapping[str, str] = {
    "en": (
        r"according to|(?<=[,\"']"
        r" )(?:said|says|added|adds|wrote|writes|noted|explained|argued|insisted)"
    ),
    "de": r"laut|nach Angaben von|(?<=[,\"'] )(?:sagte|erklärte)",
    "fr": r"selon|d'après|(?<=[,\"'] )a (?:déclaré|annoncé|indiqué|affirmé)",
    "es": r"según|de acuerdo con|(?<=[,\"'] )(?:dijo|declaró|afirmó|señaló)",
    "zh": "据|根据",
    "ja": "によると",
}
"""What stands before the name of a speaker."""
STATUSES: Mapping[str, Mapping[Status, str]] = {
    "en": {
        Status.ANNOUNCED: (
            r"announc(?:ed|es|ing|ements?)|unveil(?:ed|s|ing)|pledg(?:ed|es|ing)"
        ),
        Status.FORECAST: (
            r"forecasts?|guidance|outlook|project(?:ed|s|ion|ions)|targets?|targeted|expects?|expected"
            r"|guid(?:es?|ed) (?:to|for)"
        ),
        Status.CONFIRMED: r"confirm(?:ed|s|ing)",
        Status.COMPLETED: r"complet(?:ed|es|ing|ion)|finished|concluded",
        Status.CANCELLED: (
            r"cancel(?:s|l?ed|l?ing|lation)|scrap(?:s|ped|ping)|called"
            r" off|abandon(?:s|ed|ing)"
        ),
        Status.DENIED: r"den(?:y|ies|ied|ying|ials?)|refut(?:es|ed|ing)",
        Status.RUMOURED: (
            r"reportedly|allegedly|(?:is|are|was|were) said"
            r" to|rumou?r(?:ed|s)?|(?:been|are) reports"
        ),
        Status.REPORTED: r"(?<!been )(?<!are )report(?:ed|s)",
    },
    "zh": {
        Status.ANNOUNCED: "宣布|公布",
        Status.FORECAST: "预计|预测|预期|目标",
        Status.CONFIRMED: "证实|确认",
        Status.COMPLETED: "完成",
        Status.CANCELLED: "取消|放弃",
        Status.DENIED: "否认",
        Status.RUMOURED: "传闻|据传|据称|传言",
        Status.REPORTED: "据报道|报道称",
    },
}
"""The words that confirm a status: of those of several, none."""
OPEN: Mapping[str, str] = {
    "en": (
        r"will|would|could|may|might|plans?|planned|expect(?:s|ed)?|aims?|intends?|to"
        r" be|if|unless|yet"
    ),
    "zh": "将|计划|预计|拟|可能|如果|尚未|未",
}
"""Words beside which nothing is settled: what they stand beside confirms no status but
those of `FREE`.
"""
PARTLY: Mapping[str, str] = {
    "en": (
        r"(?:half|partly|partially|nearly|almost|largely|mostly|in part|%|per"
        r" ?cent|yet to be|far from|once|when)\b[^.;,]{0,20}\bcomplet|complet(?:ed|ion)[^.;,]{0,12}\b(?:on"
        r" paper|in part|in name|only)\b"
    ),
}
"""Words in the sentence that say that what is called completed is so in part, or in name."""
FREE = frozenset({Status.ANNOUNCED, Status.FORECAST, Status.RUMOURED})
"""What has been announced or foretold, or is hearsay, may well be open."""


def spoken_by(name: str, language: str) -> re.Pattern[str]:
    """How a sentence says that somebody of a name speaks."""
    said, by, who = SPOKEN[language], SAID_BY[language], re.escape(name)
    if language in UNSPACED_LANGUAGES:
        return re.compile(
            rf"{who}[^，。,.]{{0,12}}?(?:{said})|(?:{by})[^，。"
            rf",.]{{0,6}}?{who}|{who}(?:{by})"
        )
    aside = r"(?:,[^,.;:\"]{1,80},| \([^)]{1,60}\))?"
    led = (
        r"(?<! (?:at|of|to|in) )(?<! by )(?<! for )(?<! (?:from|with) )(?<! about )(?<!"
        r" against )"
    )
    return re.compile(
        rf"{led}\b{who}(?:'s? (?:\w+ )?\w+)?{aside}(?:"
        rf" (?:also|later|has|have|had|then|[a-z]+ly)){{0,2}} (?:{said})\b"
        rf"|\b(?:{by}) (?:[\w'-]+,? ){{0,6}}?{who}\b"
    )


def confirms(status: Status, words: str, language: str, sentence: str = "") -> bool:
    """Whether words tell that something had come so far, and no other, and leave nothing
    open; nor does the sentence that they stand in.
    """
    known = STATUSES.get(language)
    if not known:
        return False
    edge = "" if language in UNSPACED_LANGUAGES else r"\b"
    told = {
        one
        for one, listed in known.items()
        if re.search(rf"{edge}(?:{listed}){edge}", words, re.IGNORECASE)
    }
    is_open = bool(re.search(rf"{edge}(?:{OPEN[language]}){edge}", words, re.IGNORECASE))
    partly = PARTLY.get(language)
    if partly and re.search(partly, sentence or words, re.IGNORECASE):
        return False
    return told == {status} and (status in FREE or not is_open)
