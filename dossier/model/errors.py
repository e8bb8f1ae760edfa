"""The exceptions that the program raises on purpose: it cannot go on."""


class DossierError(Exception):
    """Something outside the content stops the run; the text is one line for the person at
    the keyboard.
    """


class ContentError(DossierError):
    """The content has errors; the text is the whole report."""
