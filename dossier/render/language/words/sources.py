"""What is said about a source and its origins, and how one is cited."""

from dossier.model.sources import OriginKind, SourceType
from dossier.render.language.phrases import Phrase, Plural

SOURCE_TYPES = {
    SourceType.NEWS: Phrase("news article"),
    SourceType.MAGAZINE: Phrase("magazine article"),
    SourceType.JOURNAL: Phrase("journal article"),
    SourceType.WEBPAGE: Phrase("web page"),
    SourceType.POST: Phrase("post"),
    SourceType.REPORT: Phrase("report"),
    SourceType.BOOK: Phrase("book"),
    SourceType.INTERVIEW: Phrase("interview"),
    SourceType.SPEECH: Phrase("speech"),
    SourceType.BROADCAST: Phrase("broadcast"),
    SourceType.DATASET: Phrase("dataset"),
    SourceType.LEGAL: Phrase("court document"),
    SourceType.REGULATION: Phrase("regulation"),
}
UNTITLED = Phrase("untitled %(type)s")
CREDITED = Phrase("credited %(credit)s")
ORIGIN_KINDS = {
    OriginKind.WIRE: Phrase("news agency report"),
    OriginKind.STATEMENT: Phrase("company statement"),
    OriginKind.FILING: Phrase("filing"),
    OriginKind.INTERVIEW: Phrase("interview"),
    OriginKind.OWN: Phrase("own reporting"),
    OriginKind.UNKNOWN: Phrase("unknown origin"),
}

TYPE = Phrase("Kind")
TITLE = Phrase("Title")
AUTHORS = Phrase("By")
OUTLET = Phrase("Appeared in")
PUBLISHER = Phrase("Publisher")
ISSUED = Phrase("Date")
ACCESSED = Phrase("Read on")
CREDIT = Phrase("Credit")
LANGUAGE = Phrase("Language")
LICENCE = Phrase("Licence")
INTEGRITY = Phrase("Hash of the text that quotes were proved in")
ADDRESS = Phrase("Address")
ARCHIVE = Phrase("Archived copy")
UNKNOWN = Phrase("not known")
INFERRED_KEYS = {
    "issued": Phrase("the date"),
    "accessed": Phrase("when it was read"),
    "origins": Phrase("where its reporting comes from"),
}
ORIGIN_UNKNOWN = Phrase("origin unknown")
NO_REPORT = Phrase("no report")
UNKNOWN_IN_PART = Phrase("unknown in part")
CORROBORATION = Phrase("%(reports)s, %(origins)s")
CORROBORATION_OF = Phrase("%(parts)s: %(voices)s")
CITED_IN = Phrase("Cited in the overview of")
ABOUT_CITED = Phrase("Companies whose overview cites %(source)s.")
NO_YEAR = Phrase("Year not known")
RESTING = Plural("%(num)s fact rests on it", "%(num)s facts rest on it")

# What stands between the parts of a citation, and between names that may hold a comma.
COMMA = Phrase(", ")
SEMICOLON = Phrase("; ")
WORDS_QUOTED = Phrase("“%(words)s”")
WORDS_SINGLY = Phrase("‘%(words)s’")
QUOTED = Phrase("“%(title)s”")
QUOTED_SINGLY = Phrase("‘%(title)s’")
UNTITLED_BY = Phrase("%(untitled)s by %(authors)s")
