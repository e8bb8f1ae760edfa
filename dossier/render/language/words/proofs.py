"""How far an answer can be trusted."""

from collections.abc import Mapping

from dossier.model.proofs import Level, ProofState, State
from dossier.render.language.phrases import Phrase

USUAL_PROOF = Phrase("Unless marked otherwise, this holds for each answer: %(proof)s.")

NO_QUOTE = Phrase("no quote to prove")
NOT_PROVED = Phrase("quote found, not proved: %(parts)s")
"""Of an answer of which other parts are."""
PROOFS: Mapping[State, Phrase] = {
    Level.PROVED: Phrase("proved"),
    Level.LOOK: Phrase("asks for a look"),
    Level.WORDS: Phrase("quote found"),
    Level.READ: Phrase("read by a person"),
    ProofState.FIGURE: Phrase("quote found, figure not in it"),
    ProofState.ELSEWHERE: Phrase("quote of another source"),
    ProofState.NEAR: Phrase("almost these words"),
    ProofState.AMBIGUOUS: Phrase("words that stand there more than once"),
    ProofState.NOT_FOUND: Phrase("quote not found"),
    ProofState.WRONG: Phrase("found wrong by a reader"),
    ProofState.UNCHECKED: Phrase("not checked"),
}
LEVELS: Mapping[Level, Phrase] = {
    Level.PROVED: Phrase("each figure, date and name is in the words of the source"),
    Level.LOOK: Phrase("the same, but words beside it ask a person to look"),
    Level.WORDS: Phrase(
        "the quoted words are in the source, and what we say of them is in our own words"
    ),
    Level.READ: Phrase("a person has read the claim and the passage together"),
}
NOT_CHECKED = Phrase("nobody has compared it with the source")
NO_WORDS = Phrase("no quote is there to support it")
ASKS_BECAUSE = Phrase("asks for a look: %(cues)s")
WITHOUT_QUOTE = Phrase("not supported by a quote")
ROW = Phrase("row %(row)s")
COLUMN = Phrase("column %(column)s")
IN_OUR_WORDS = Phrase("(our own words: no quote has it)")
OWN_WORDS = Phrase("our own words")
ABOUT_OWN_WORDS = Phrase(
    "in a note or a narrative: no quote that it stands on has this figure, date, quotation"
    " or name"
)
LABEL_OWN = Phrase(
    "The label says %(parts)s in our own words: no quote of this fact has it."
)
BARE = Phrase("not supported by a quote: %(parts)s")
READ_BY = Phrase("read by %(readers)s")
READER = Phrase("%(name)s on %(date)s")
CUES = {
    "name": Phrase("the name stands in another sentence"),
    "speaker": Phrase("who says so"),
    "denial": Phrase("a denial beside it"),
    "ended": Phrase("it was dropped"),
    "plan": Phrase("a plan"),
    "condition": Phrase("a condition"),
    "maybe": Phrase("only possible"),
    "doubt": Phrase("hearsay"),
    "estimate": Phrase("an estimate of others"),
    "old": Phrase("an earlier value"),
    "change": Phrase("a change or a level"),
    "sign": Phrase("a loss beside it"),
    "per": Phrase("so much for each"),
    "part": Phrase("a part of another figure"),
    "subject": Phrase("about another"),
    "role": Phrase("another role, or one that is over"),
    "metric": Phrase("another measure"),
    "event": Phrase("the date of something else"),
    "period": Phrase("of another time"),
    "list": Phrase("a list that goes on"),
    "column": Phrase("which column it stands in"),
    "row": Phrase("which row it stands in"),
    "scale": Phrase("another scale between table head and number"),
    "cause": Phrase("a cause that the words do not give"),
    "comparison": Phrase("a comparison that the words do not make"),
    "unknown": Phrase("words that are not understood"),
}
"""What asks a person to look, in a few words, by the id of the cue."""
CARD_PROVED = Phrase("%(share)s of figures proved")
