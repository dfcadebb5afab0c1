"""What a reader must know before anything else: for whom a page was made, and as of when."""

from collections.abc import Iterator

from rashomon.model.dossier import Dossier
from rashomon.publishing.dates import day_words

_PUBLIC = "Made to be passed on"
_UNSEEN = "A name that was not recognised as one could not be masked."


def notes(dossier: Dossier) -> tuple[str, ...]:
    """A sentence or two for each setting that changes what the page is."""
    return tuple(_notes(dossier))


def _notes(dossier: Dossier) -> Iterator[str]:
    settings = dossier.made_with.settings
    if settings.get("public"):
        yield _passed_on(bool(settings.get("with_names")), bool(settings.get("exact_places")))
    as_of = settings.get("as_of")
    if as_of:
        yield (
            f"As of {day_words(str(as_of))}: the record as it could be made then, "
            "from what had surely been published by that time."
        )


def _passed_on(with_names: bool, exact_places: bool) -> str:
    names = "" if with_names else "private persons stand as roles, "
    places = "" if exact_places else ", and no place is finer than a settlement"
    unseen = "" if with_names else f" {_UNSEEN}"
    return f"{_PUBLIC}: {names}only the quoted sentences of the reports are given{places}.{unseen}"
