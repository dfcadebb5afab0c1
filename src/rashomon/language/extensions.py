"""What our components leave on a spaCy ``Doc``, under ``doc._``."""

from spacy.tokens import Doc

EXTENSIONS: dict[str, object] = {
    "published": None,  # datetime.date | None: the day against which times are resolved
    "outlet": None,  # str | None: the outlet's name, evidence for places and voices
    "title": None,  # str | None: the headline, evidence for places
    "url": None,  # str | None: the page's address, evidence for where the outlet is at home
    "sections": (),
    "items": (),
    "names": (),
    "places": (),
    "times": (),
    "counts": (),
    "mentions": (),
    "attributions": (),
    "charges": (),
}


def register() -> None:
    """Make sure that every extension exists; safe to call many times."""
    for name, default in EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
