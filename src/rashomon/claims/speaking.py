"""For which body a voice speaks, as an actor of the report."""

import re

from rashomon.claims.account import Account
from rashomon.claims.parties import Parties
from rashomon.data.body_names import telling_words
from rashomon.data.naming import country, voice_command
from rashomon.data.phrases import words
from rashomon.model.annotations import NameMention
from rashomon.model.voices import Voice

_NOBODY = frozenset({"outlet", "agency"})
_PART = re.compile(r"\sof\s(?:the\s)?", re.IGNORECASE)


def body_of(voice: Voice, account: Account, parties: Parties) -> NameMention | None:
    """The force, group or state for which a voice speaks, as it is named last; a person who
    speaks for none is himself."""
    if voice.kind in _NOBODY:
        return None
    unnamed = voice.kind == "unnamed"  # "a military source" speaks for the military, or nobody
    for called in (voice.command,) if unnamed else (voice.command, voice.name):
        bare = (called or "").split(" (")[0]
        body = parties.force(bare) if bare else None
        if body is not None:
            return body
    if unnamed:
        return None
    named = [n for n in account.notes.names if n.canonical == voice.name]
    if voice.kind == "state":
        land = country(voice.name)
        states = (n for n in account.notes.names if n.kind == "state")
        named = [n for n in states if land is not None and country(n.canonical) == land]
    kinds = ("person",) if voice.kind == "person" else ("state", "organisation")
    fitting = [n for n in named if n.kind in kinds]
    return fitting[-1] if fitting else None


def state_of(name: NameMention) -> NameMention:
    """The state whose people, or whose name in another form, this is."""
    land = country(name.canonical) or country(name.exact)
    called = land.name if land is not None else name.canonical
    code = land.code if land is not None else name.country
    return name.model_copy(update={"kind": "state", "canonical": called, "country": code})


def is_own(doer: NameMention, voice: Voice) -> bool:
    """Whether the voice speaks of itself, or of those under its command."""
    mine = telling_words(doer.canonical)
    for name in (voice.name, (voice.command or "").split(" (")[0]):
        for part in (name, *_PART.split(name)[1:]):
            if part and (mine <= telling_words(part) or telling_words(part) <= mine):
                return True
    if _of_one_state(doer, voice) or _under_its_command(doer, voice):
        return True
    land = country(voice.name) if voice.kind == "state" else None
    return land is not None and land.code == doer.country and doer.kind in ("state", "force")


def _under_its_command(doer: NameMention, voice: Voice) -> bool:
    """ "*U.S. forces* have struck …", says the Department of Defense."""
    command = voice_command(doer.canonical, "official")
    return command is not None and command in (voice.command, voice.name)


def _of_one_state(doer: NameMention, voice: Voice) -> bool:
    """Whether both go only by nouns for the armed power of a state: "*government* aircraft", said
    by "a *military* source"."""
    powers = words("deeds", "words", use="power")
    return doer.canonical in powers and (voice.command or voice.name) in powers
