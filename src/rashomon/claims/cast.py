"""Whom a report names beyond those who act in an event: groups, forces, bodies that speak, persons
of whom it tells who they are; what it says of two of them; and the labels put on them."""

import re
from collections.abc import Iterator

from rashomon.claims.account import Account
from rashomon.claims.called import Called, by_common_noun, called
from rashomon.claims.labels import label_all
from rashomon.claims.making import Maker
from rashomon.claims.parties import Parties, local_id
from rashomon.claims.persons import Described, described
from rashomon.claims.statements import Namesake, Statement, namesakes, statements
from rashomon.data.naming import known
from rashomon.data.phrases import words
from rashomon.data.spelling import fold
from rashomon.model.annotations import Attribution, NameMention
from rashomon.model.voices import NotTheSame, PartOf, Voice

_BODIES = frozenset({"group", "force"})
_SPEAKING = frozenset({"official", "group", "state", "person"})
_LETTERS = re.compile(r"(?<![\w.])[A-Z]{2,4}(?![\w.])")


def cast(account: Account, maker: Maker, parties: Parties) -> None:
    """Add to the parties everybody of the prose who is somebody, and all labels."""
    others = {each.start: each for each in namesakes(account)}
    for name in _bodies(account):
        parties.named(name)
    for each in described(account):
        if each.name.start not in others:
            _person(each, account, parties)
    for attribution in account.notes.attributions:
        body = _speaking(attribution, account)
        if body is not None:
            parties.called(*body)
    for statement in statements(account):
        _state(statement, parties)
    for namesake in others.values():
        _tell_apart(namesake, parties)
    label_all(account, maker, parties)


def _bodies(account: Account) -> Iterator[NameMention]:
    """Groups and forces, and bodies that their own nouns, the lexicons or what they say give away.
    The letters of a group are the group."""
    named = [n for n in account.notes.names if account.readable(n.start)]
    short = {_initials(name.canonical): name for name in named if name.kind in _BODIES}
    places = {place.exact for place in account.notes.places}
    for name in named:
        whole = short.get(name.exact) if name.kind == "organisation" else None
        if whole is not None and len(name.exact) > 1:
            same = {"canonical": whole.canonical, "kind": whole.kind, "country": whole.country}
            yield name.model_copy(update=same)
        elif name.kind in _BODIES or (name.exact not in places and _is_body(name)):
            yield name


def _is_body(name: NameMention) -> bool:
    if name.kind == "office":
        return True
    if name.kind != "organisation":
        return False
    nouns = words("name_nouns", "noun", kind="organisation") | words(
        "name_nouns", "noun", kind="office"
    )
    telling = bool({fold(word) for word in name.canonical.split()} & nouns)
    return telling or name.canonical != name.exact or known(name.canonical) is not None


def _initials(name: str) -> str:
    """ "Arvik Rescue Front" → "ARF"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _person(each: Described, account: Account, parties: Parties) -> None:
    who = called(each.name)
    letters = {_initials(office): office for office in each.offices if " " in office}
    short = {found[0] for found in _LETTERS.finditer(account.report.text)} & letters.keys()
    spelled = dict.fromkeys((each.name.exact, each.written, *each.offices, *sorted(short)))
    actor_id = parties.called(who, *spelled)
    actor = parties.actors[actor_id]
    roles = tuple(dict.fromkeys((*actor.roles, *each.roles)))
    parties.actors[actor_id] = actor.model_copy(update={"roles": roles})


def _speaking(attribution: Attribution, account: Account) -> tuple[Called, str] | None:
    """The body that a source names by a common noun ("the interior ministry said")."""
    source = attribution.source
    if source is None or not account.readable(source.start):
        return None
    if account.names_in(source.start, source.end):
        return None
    body = by_common_noun(source.exact)
    return (body, _without_article(source.exact)) if body else None


def _without_article(phrase: str) -> str:
    first, _, rest = " ".join(phrase.split()).partition(" ")
    return rest if rest and first.casefold() in ("the", "a", "an", "its", "their") else phrase


def _state(said: Statement, parties: Parties) -> None:
    one = parties.named(said.one)
    other = parties.named(said.other) if said.other is not None else None
    actor = parties.actors[one]
    if said.says == "differs":
        apart = NotTheSame(name=said.name, actor=other, span=said.span)
        stated = actor.model_copy(update={"not_the_same_as": (*actor.not_the_same_as, apart)})
    else:
        whole = PartOf(actor=other or "", span=said.span)
        stated = actor.model_copy(update={"part_of": (*actor.part_of, whole)})
    parties.actors[one] = stated


def _tell_apart(said: Namesake, parties: Parties) -> None:
    """Two actors of one name, each said not to be the other."""
    mine = parties.called(called(said.of))
    who = called(said.of)._replace(tag=said.post or str(said.start))
    theirs = parties.called(who, said.of.canonical)
    roles = (fold(said.post),) if said.post else ()
    for one, other in ((mine, theirs), (theirs, mine)):
        actor = parties.actors[one]
        apart = NotTheSame(name=said.of.canonical, actor=other, span=said.span)
        update = {
            "not_the_same_as": (*actor.not_the_same_as, apart),
            "roles": (*actor.roles, *(roles if one == theirs else ())),
        }
        parties.actors[one] = actor.model_copy(update=update)


def linked(voice: Voice, account: Account, parties: Parties) -> Voice:
    """The voice with the actor of this report that it is, where it is one."""
    spots = (_heard(s.start, s.end, voice, account, parties) for s in voice.names)
    actor = next(filter(None, spots), None) or _of_name(voice, parties)
    if actor is None and not voice.names and known(voice.name) is None:
        body = by_common_noun(voice.name)  # it issues the text
        actor = parties.called(body, voice.name) if body else None
    if actor is None:
        return voice
    codes = {name: code for name, code in voice.why_null.items() if name != "actor"}
    return voice.model_copy(update={"actor": actor, "why_null": codes})


def _of_name(voice: Voice, parties: Parties) -> str | None:
    """The only actor of the report that has the voice's name."""
    same = [a.id for a in parties.actors.values() if a.name == voice.name and a.kind != "crowd"]
    return same[0] if len(same) == 1 else None


def _heard(start: int, end: int, voice: Voice, account: Account, parties: Parties) -> str | None:
    if voice.kind not in _SPEAKING and voice.kind != "unnamed":
        return None
    inside = account.names_in(start, end)
    own = [n for n in inside if n.canonical == voice.name or n.exact == voice.name]
    people = [n for n in inside if n.kind == "person"]
    for name in (*own, *people, *inside):
        actor = local_id(account.report.id, called(name))
        if actor in parties.actors:
            return actor
    if inside:
        return None
    text = account.report.text[start:end]
    body = by_common_noun(text)
    if body is not None:  # who only denies or claims is cast by nothing else
        actor = local_id(account.report.id, body)
        return actor if actor in parties.actors else parties.called(body, _without_article(text))
    return _shortened(_without_article(text), parties)


def _shortened(phrase: str, parties: Parties) -> str | None:
    """The only actor of the report of whose name the phrase is the noun: "the ministry", "the
    Commissioner"."""
    mine = fold(phrase)
    if not mine or " " in mine:
        return None
    fitting = [
        actor.id
        for actor in parties.actors.values()
        if actor.kind != "crowd"
        and any(
            mine in (fold(n.text).split()[-1:] + fold(n.text).split(" of ")[:1])
            for n in actor.names
        )
    ]
    return fitting[0] if len(fitting) == 1 else None
