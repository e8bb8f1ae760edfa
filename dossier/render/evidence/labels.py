"""What the parts of a claim are called on pages."""

from dossier.model.values import Property
from dossier.render.language import words
from dossier.render.site.render_context import RenderContext


def key_label(render: RenderContext, prop: Property, key: str) -> str:
    """What a key of a record or of a claim is called."""
    if key in prop.keys:
        return prop.keys[key].label or key
    return (
        key.replace("-", " ")
        if key in prop.qualifiers
        else render.say(words.claims.CLAIM_PARTS[key])
    )
