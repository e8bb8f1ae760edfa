"""What the parts of a claim are called on pages."""

from dossier.model.values import Property
from dossier.render.frame.sheets import Sheet
from dossier.render.language import words


def key_label(sheet: Sheet, prop: Property, key: str) -> str:
    """What a key of a record or of a claim is called."""
    return prop.keys[key].label or key if key in prop.keys else sheet.say(words.CLAIM_PARTS[key])
