"""From the annotations of one report to its episodes: one incident as one report tells it."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from rashomon.claims.account import Account
from rashomon.claims.answers import answered, is_bare
from rashomon.claims.blame import Blame
from rashomon.claims.cast import cast, linked
from rashomon.claims.chains import Chains
from rashomon.claims.charges import Charges
from rashomon.claims.crowd_sizes import crowd_sizes
from rashomon.claims.developments import development_claims
from rashomon.claims.digests import Grouping, digest
from rashomon.claims.doubts import Doubts
from rashomon.claims.grouping import group
from rashomon.claims.groups import Group, aftermath, main_of, prominence, telling
from rashomon.claims.headlines import headed
from rashomon.claims.making import Maker, stretch
from rashomon.claims.means import Means, told_by_means
from rashomon.claims.parties import Parties
from rashomon.claims.refuted import disbelieved, refuted
from rashomon.claims.relations import reason_claims, ties
from rashomon.claims.remaining import remaining
from rashomon.claims.responsible import Responsible
from rashomon.claims.roundups import behind, divided, led_by, round_up
from rashomon.claims.sequels import Homes
from rashomon.claims.speakers import Speakers
from rashomon.claims.struck import Struck, by_force
from rashomon.claims.taken_away import taken_away
from rashomon.claims.tolls import toll_claims
from rashomon.claims.when import happenings, time_frames, when_claims
from rashomon.claims.where import sites, where_claims
from rashomon.data.kinds import coding, kind
from rashomon.data.naming import capital_of, country
from rashomon.data.phrases import words as listed
from rashomon.model.annotations import Annotated, EventMention
from rashomon.model.base import content_id
from rashomon.model.claims import Claim, Property, TextValue
from rashomon.model.episodes import Episode, Tie
from rashomon.model.spans import Piece
from rashomon.model.times import Interval
from rashomon.model.voices import Actor

_TEXTS: dict[str, Property] = {"weapon": "weapon", "damage": "damage", "cause": "cause"}
_MISHAPS = frozenset({"accident", "disaster"})
_NOT_PARTIES = frozenset({"agency", "outlet", "demonym"})
_WORD = re.compile(r"[^\W_]+")
_FADES = 0.25
"""A word of the fifth sentence is said half as loud as one of the first."""
_STORY_NAMES, _STORY_WORDS = 6, 12
NOTHING_TOLD = "statement"
"""The kind of a report in which no event was recognised: it still says something."""


class Sentences(NamedTuple):
    """The sentences that speak of an incident, those that speak of no other, and those in which
    somebody may be blamed for it or deny it; and where the mentions of other incidents start."""

    owned: Sequence[int]
    alone: frozenset[int]
    blamed: Sequence[int]
    foreign: Collection[int]


def episodes(annotated: Annotated) -> tuple[Episode, ...]:
    """The episodes of one report, its main one first; at least one for every report.

    Of a round-up each item is read as a report of its own, and none is main unless the words
    before the first item tell of one.
    """
    account = Account.of(annotated)
    items = round_up(telling(account), account)
    summed = () if items else digest(telling(account), account, _grouped_from(annotated))
    if items:
        told = _of_round_up(account, divided(annotated, items), items[0].start)
    elif summed:
        told = _of_round_up(account, _without_head(divided(annotated, summed)), 0)
    else:
        told = _of_report(account, labelled=True)
    return tuple(told) or (_empty(account),)


def _grouped_from(annotated: Annotated) -> Grouping:
    def grouped(start: int) -> list[Group]:
        return group(Account.of(behind(annotated, start)))

    return grouped


def _without_head(parts: Sequence[Annotated]) -> list[Annotated]:
    """The items of a bulletin whose head only sums them up."""
    head, *items = parts
    empty = head.annotations.model_copy(update={"mentions": ()})
    return [head.model_copy(update={"annotations": empty}), *items]


def _of_round_up(account: Account, parts: Sequence[Annotated], first: int) -> list[Episode]:
    """``parts`` are what stands around the items, and the items; ``first`` is where these begin."""
    around, *items = (_of_report(Account.of(part)) for part in parts)
    leads = bool(around) and kind(around[0].kind).role == "event" and around[0].mentions[0] < first
    leads = leads and led_by([m for m in telling(account) if m.start < first], account)
    aside = [] if leads else [each.model_copy(update={"main": False}) for each in around]
    led = [
        each.model_copy(update={"main": False, "item": each.main})
        for item in items
        for each in item
    ]
    told = [*around, *led] if leads else [*led, *aside]
    return _with_cast(told, account)


def _with_cast(told: Sequence[Episode], account: Account) -> list[Episode]:
    """The first with everybody whom the whole report names or labels, the others without the
    labels, so that each is noted once."""
    speakers = Speakers(account)
    maker = Maker(account, Chains(account, speakers, frozenset()), 0, Doubts(account))
    parties = Parties(account, maker, 0)
    cast(account, maker, parties)
    plain = [
        each.model_copy(update={"actors": tuple(_unlabelled(actor) for actor in each.actors)})
        for each in told
    ]
    return [_joined(plain[0], speakers, parties), *plain[1:]] if plain else []


def _unlabelled(actor: Actor) -> Actor:
    return actor.model_copy(update={"labels": ()})


def _joined(episode: Episode, speakers: Speakers, parties: Parties) -> Episode:
    heard = {each.id: each for each in episode.voices} | speakers.voices
    voices = {key: linked(each, speakers.account, parties) for key, each in heard.items()}
    actors = {each.id: each for each in episode.actors} | parties.actors
    return episode.model_copy(
        update={
            "actors": tuple(actors[key] for key in sorted(actors)),
            "voices": tuple(voices[key] for key in sorted(voices)),
        }
    )


def _of_report(account: Account, labelled: bool = False) -> list[Episode]:
    """What a report, or an item of a round-up, tells; everybody it labels if ``labelled``."""
    groups = group(account)
    main = main_of(groups, account)
    if main is None:
        return []
    ordered = [main, *(each for each in groups if each is not main)]
    owned = _sentences_owned(ordered, account)
    alone = _sentences_alone(ordered, account)
    blamed = answered(ordered, owned, account)
    told: list[Episode] = []
    taken: set[tuple[object, ...]] = set()
    homes = {m.start: number for number, each in enumerate(ordered) for m in each.mentions}
    tied = ties(account, Homes(homes, sorted(main.mentions, key=lambda m: m.start)))
    for number, each in enumerate(ordered):
        foreign = {m.start for g in ordered if g is not each and not is_bare(g) for m in g.mentions}
        foreign |= _answers_to_force(each)
        sentences = Sentences(owned[number], alone[number], blamed[number], foreign)
        own = tuple(tie for tie in tied if homes.get(tie.mention) == number)
        episode = _episode(each, account, each is main, sentences, labelled, own)
        fresh = tuple(c for c in episode.claims if _may_be_shared(c) or _said(c) not in taken)
        taken |= {_said(claim) for claim in fresh}
        told.append(episode.model_copy(update={"claims": fresh}))
    story = _story(told[0])
    return [told[0], *(each.model_copy(update={"story": story}) for each in told[1:])]


def _story(main: Episode) -> tuple[str, ...]:
    """By what reports of one matter know each other, though what they tell in passing is told in a
    line each: the words of the most told names and places, and others told most. A name may be
    given in full by one report and cut short by the next."""
    stress = dict(zip(main.words, main.stress, strict=True))
    words = sorted(stress, key=lambda word: (-stress[word], word))[:_STORY_WORDS]
    spots = [name for site in main.sites for name in (site.value.name, site.facility) if name]
    told = (*main.names[:_STORY_NAMES], *spots[:_STORY_NAMES], *words)
    return tuple(sorted({word for each in told for word in _WORD.findall(each.casefold())}))


def _answers_to_force(told: Group) -> set[int]:
    """Where an incident of violence tells of tear gas: who fired that did not do the deed."""
    if "attack" not in kind(told.kind).within:
        return set()
    return {mention.start for mention in told.mentions if mention.kind == "crowd-control"}


def main_telling(account: Account) -> tuple[list[EventMention], Collection[int]]:
    """The mentions of what the report is mainly about, and the sentences that tell of no other."""
    groups = group(account)
    main = main_of(groups, account)
    if main is None:
        return [], range(len(account.notes.sentences))
    ordered = [main, *(each for each in groups if each is not main)]
    return main.mentions, _sentences_alone(ordered, account)[0]


def _may_be_shared(claim: Claim) -> bool:
    """Whether two incidents may have one claim's words: a day or a town they may, a toll not."""
    return claim.property in ("when", "where")


def _said(claim: Claim) -> tuple[object, ...]:
    return claim.property, claim.span.start, claim.span.end, claim.value.model_dump_json()


def _episode(
    found: Group,
    account: Account,
    main: bool,
    sentences: Sentences,
    labelled: bool,
    tied: tuple[Tie, ...],
) -> Episode:
    speakers = Speakers(account)
    owned, alone = sentences.owned, sentences.alone
    words = _words(owned, account, main)
    own = frozenset(account.sentence(m.start) for m in found.mentions)
    first = found.mentions[0].start
    maker = Maker(account, Chains(account, speakers, own), first, Doubts(account))
    parties = Parties(account, maker, first)
    claims = headed(_claims(found, account, maker, parties), account)
    blame = Blame(account, maker, parties, sentences.foreign)
    charges = Charges(account, maker, parties, sentences.foreign)
    claims += _responsible(Responsible(account, maker, parties, charges), blame, sentences)
    plain = blame.plainly(sentences.blamed)
    claims += remaining(owned, account, maker)
    if any(kind(name).crowd for name in found.kinds):
        claims += crowd_sizes(owned, account, maker)
    if "kidnapping" in found.kinds:
        claims += taken_away(owned, account, maker)
    claims = disbelieved(claims, account)
    claims += reason_claims(tied, maker)
    means = Means(account, maker, own.intersection(alone), {m.start for m in found.mentions})
    claims += refuted(claims, account, maker)
    about = {*alone.intersection(owned), *(means.only_named() if main else ())}
    claims += means.claims(sorted(about), claims)
    called = told_by_means(found.kind, claims)
    struck = Struck(account, maker, means.mine).claims(sorted(own | about))
    voices = speakers.voices
    if main and labelled:
        cast(account, maker, parties)
        voices = {key: linked(voice, account, parties) for key, voice in voices.items()}
    event_type, mode = _coded(found) if called == found.kind else coding(called)
    return Episode(
        id=content_id("e", account.report.id, *(m.start for m in found.mentions)),
        report=account.report.id,
        kind=called,
        event_type=event_type,
        mode=mode,
        modality="alleged" if _telling(found).modality == "alleged" else "actual",
        main=main,
        background=found.background,
        distinct=found.distinct,
        published=_published(account),
        times=time_frames(found.mentions, account, alone, main),
        sites=sites(found.mentions, account, alone, main),
        claims=tuple(sorted(claims, key=lambda c: (c.span.start, c.property, c.id))),
        voices=tuple(voices[key] for key in sorted(voices)),
        actors=tuple(parties.actors[key] for key in sorted(parties.actors)),
        names=_names(owned, account),
        persons=_names(owned, account, ("person",)),
        words=tuple(words),
        stress=tuple(words.values()),
        mentions=tuple(m.start for m in found.mentions),
        prominence=round(prominence(found, account), 3),
        ties=tied,
        aftermath=round(aftermath(account), 3) if main else 0.0,
        lands=_lands(owned, account),
        struck=tuple(struck) if by_force(called, claims) else (),
        plain=tuple(plain),
    )


def _claims(found: Group, account: Account, maker: Maker, parties: Parties) -> list[Claim]:
    mentions = found.mentions
    return [
        *when_claims(mentions, account, maker),
        *where_claims(mentions, account, maker),
        *toll_claims(mentions, account, maker),
        *parties.claims(mentions),
        *_text_claims(found, account, maker),
        *development_claims(found, account, maker),
    ]


def _responsible(told: Responsible, blame: Blame, sentences: Sentences) -> list[Claim]:
    """Who is held responsible by whom, once for each sentence that says so."""
    found = [*told.claims(sentences.blamed), *blame.claims(sentences.blamed)]
    said: dict[tuple[object, ...], Claim] = {}
    for claim in found:
        voice = claim.chain[-1].voice
        said.setdefault((claim.sentence.start, claim.value.model_dump_json(), voice), claim)
    return list(said.values())


def _text_claims(told: Group, account: Account, maker: Maker) -> list[Claim]:
    """Weapon, damage and cause, which are only words."""
    found: dict[str, Claim] = {}
    without = {"weapon"} if _mishap(told) else set()
    for mention in happenings(told.mentions):
        for argument in mention.arguments:
            if argument.role in _TEXTS and argument.role not in without:
                piece = Piece.cut(account.report.text, argument.start, argument.end)
                if piece.exact.casefold() in listed("pronouns"):
                    continue
                value = TextValue(text=" ".join(piece.exact.split()))
                claim = maker.claim(_TEXTS[argument.role], value, stretch(piece))
                found.setdefault(claim.id, claim)
    return list(found.values())


def _mishap(found: Group) -> bool:
    """Whether nobody did it to anybody: two cars that collide are no weapons."""
    return bool(_MISHAPS & ({found.kind} | kind(found.kind).within))


def _telling(found: Group) -> EventMention:
    """The mention that gives the group its kind, else its first."""
    of_kind = [m for m in found.mentions if m.kind == found.kind]
    coded = [m for m in of_kind if m.event_type and m.mode] or of_kind or found.mentions
    return coded[0]


def _coded(found: Group) -> tuple[str | None, str | None]:
    """The PLOVER type and mode of a group."""
    mention = _telling(found)
    return mention.event_type, mention.mode


def _published(account: Account) -> Interval | None:
    published = account.report.published
    return Interval(earliest=published[:10], latest=published[:10]) if published else None


def _sentences_owned(groups: Sequence[Group], account: Account) -> list[list[int]]:
    """Which sentences speak of which group: its own, and for the main one (the first) all the
    prose that belongs to no other, nor stands in a block that tells only of others."""
    own = [sorted({account.sentence(m.start) for m in each.mentions}) for each in groups]
    others = {index for indexes in own[1:] for index in indexes} - set(own[0])
    elsewhere = _blocks(groups[1:], account) - _blocks(groups[:1], account)
    prose = [
        index
        for index, sentence in enumerate(account.notes.sentences)
        if index not in others
        and account.readable(sentence.start)
        and _block(sentence.start, account) not in elsewhere
    ]
    return [prose, *own[1:]]


def _blocks(groups: Sequence[Group], account: Account) -> set[int]:
    found = (_block(m.start, account) for each in groups for m in each.mentions)
    return {start for start in found if start is not None}


def _block(offset: int, account: Account) -> int | None:
    section = account.section(offset)
    return section.start if section is not None and section.kind == "block-quote" else None


def _sentences_alone(groups: Sequence[Group], account: Account) -> list[frozenset[int]]:
    """Which sentences speak of one group and of no other: only there do a time and a place that
    the grammar ties to nothing belong to it. To the main one (the first) belong all in which no
    other is told."""
    own = [frozenset(account.sentence(m.start) for m in each.mentions) for each in groups]
    tally = Counter(index for indexes in own for index in indexes)
    alone = [frozenset(index for index in indexes if tally[index] == 1) for indexes in own]
    others = frozenset(index for indexes in own[1:] for index in indexes)
    everything = frozenset(range(len(account.notes.sentences)))
    return [everything - others, *alone[1:]]


def _lands(owned: Sequence[int], account: Account) -> tuple[str, ...]:
    """The countries that the sentences name."""
    found: set[str | None] = set()
    for index in owned:
        named = account.named.get(index, ())
        found |= {n.country for n in named if n.kind not in ("person", "agency", "outlet")}
        lands = [country(n.canonical) for n in named if n.kind in ("state", "demonym")]
        for place in account.places_in(*account.bounds(index)):
            lands.append(country(capital_of(place.exact) or ""))
            found.add(place.country_code if place.kind == "country" else None)
        found |= {land.code for land in lands if land is not None}
    return tuple(sorted(code for code in found if code))


def _names(
    owned: Sequence[int], account: Account, kinds: tuple[str, ...] | None = None
) -> tuple[str, ...]:
    """Canonical names in the sentences, most frequent first."""
    tally = Counter(
        name.canonical
        for index in owned
        for name in account.named.get(index, ())
        if (name.kind in kinds if kinds else name.kind not in _NOT_PARTIES)
    )
    return tuple(sorted(tally, key=lambda name: (-tally[name], name)))


def _words(owned: Sequence[int], account: Account, titled: bool) -> dict[str, float]:
    """Content lemmas of the sentences and, of a report's main episode, of the title, in order;
    each with how much it is said: once in the title or first sentence counts 1, later less."""
    said = dict.fromkeys(_title_words(account) if titled else (), 1.0)
    for index in owned:
        for lemma in account.lemmas.get(index, ()):
            said[lemma] = said.get(lemma, 0.0) + 1 / (1 + _FADES * index)
    return {lemma: round(said[lemma], 3) for lemma in sorted(said)}


def _title_words(account: Account) -> set[str]:
    """Words of the title in lower case; as lemmas where the text has the same words."""
    text = account.report.text
    lemmas = {
        found.group().lower(): lemma
        for offset, lemma in account.words
        if (found := _WORD.match(text, offset))
    }
    said = (word.lower() for word in _WORD.findall(account.report.title or ""))
    return {lemmas.get(word, word) for word in said if len(word) > 1} - listed("function_words")


def _empty(account: Account) -> Episode:
    """The episode of a report in which no event was recognised."""
    everything = range(len(account.notes.sentences))
    words = _words(everything, account, titled=True)
    return Episode(
        id=content_id("e", account.report.id, NOTHING_TOLD),
        report=account.report.id,
        kind=NOTHING_TOLD,
        event_type=None,
        mode=None,
        modality="actual",
        main=True,
        background=False,
        distinct=None,
        published=_published(account),
        times=time_frames([], account, everything, main=True),
        sites=sites([], account, (), main=True),
        claims=(),
        voices=(),
        actors=(),
        names=_names(everything, account),
        persons=_names(everything, account, ("person",)),
        words=tuple(words),
        stress=tuple(words.values()),
        mentions=(),
        prominence=0.0,
    )
