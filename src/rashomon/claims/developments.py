"""What later came of an incident: arrests, charges, funerals, verdicts, each with its own day."""

from collections.abc import Iterable, Iterator

from rashomon.claims.account import Account
from rashomon.claims.frames import frame, times_of
from rashomon.claims.groups import Group
from rashomon.claims.making import Maker, stretch
from rashomon.claims.when import after_publication, happenings, stamped
from rashomon.data.kinds import kind, kinds_of
from rashomon.data.phrases import words
from rashomon.model.annotations import EventMention, TimeMention
from rashomon.model.base import NullReason
from rashomon.model.claims import Claim, DevelopmentValue
from rashomon.model.spans import Piece

_DONE = ("actual", "alleged")
_PARTIES = ("actor", "recipient")


def development_claims(found: Group, account: Account, maker: Maker) -> list[Claim]:
    """A claim for each follow-up that the report tells as done; of one kind and day one in a
    sentence, and none without a day beside one with. A follow-up that is itself what the report
    tells of (the arrest in a report of an arrest) is none of its own developments."""
    told: dict[tuple[int, str], dict[str | None, Claim]] = {}
    for mention in sorted(_done(found, account), key=lambda m: not _days(m, account)):
        claim = _claim(mention, account, maker)
        days = told.setdefault((claim.sentence.start, mention.kind), {})
        day = _days(mention, account)
        if day or not days:
            days.setdefault(day[0].timex if day else None, claim)
    return [claim for days in told.values() for claim in days.values()]


def _done(found: Group, account: Account) -> Iterator[EventMention]:
    happened = {m.start for m in happenings(found.mentions)}
    for mention in found.mentions:
        itself = mention.start in happened and mention.kind == found.kind
        earlier = mention.background and not found.background
        if not kind(mention.kind).develops or itself or earlier or mention.negated:
            continue
        if mention.modality not in _DONE or not account.readable(mention.start):
            continue
        if _of_nobody(mention, account):
            continue
        if mention.kind == "discharge" and not _from_custody(mention, account):
            continue
        if _days(mention, account) or _told(mention):
            yield mention


def _of_nobody(mention: EventMention, account: Account) -> bool:
    """ "Nor had *anybody* been arrested"."""
    spans = ((a.start, a.end) for a in mention.arguments if a.role == "recipient")
    said = {account.report.text[start:end].casefold() for start, end in spans}
    idle = words("grammar_words", use="anybody") | words("grammar_words", use="nobody")
    return not said.isdisjoint(idle)


def _from_custody(mention: EventMention, account: Account) -> bool:
    """ "Was *released on bail*"; not from hospital, nor a report that was released."""
    said = set(account.lemmas.get(account.sentence(mention.start), ()))
    ward, custody = words("event_cues", role="ward"), words("event_cues", role="custody")
    return bool(said & custody) and not said & ward


def _told(mention: EventMention) -> bool:
    """Whether the words tell that it came to pass, and of whom: "her arrest" or "charges" alone do
    not; a curfew, of which no verb tells, befalls everybody; that people "bury their dead" tells
    of no one funeral."""
    if kind(mention.kind).develops == "dated":
        return False
    if not words("events", "lemma", pos="VERB", kind=mention.kind):
        return True
    befell = any(each.role in _PARTIES for each in mention.arguments)
    return befell and not _is_noun(mention)


def _is_noun(mention: EventMention) -> bool:
    """Whether a noun names it."""
    said = mention.exact.casefold()
    return bool({said, said.removesuffix("s")} & words("events", "lemma", pos="NOUN"))


def _claim(mention: EventMention, account: Account, maker: Maker) -> Claim:
    """Who spoke in the paragraph before told of the incident, and not of what followed."""
    days = _days(mention, account)
    said = _words(mention, days, account.report.text)
    goes_on = not account.opens_paragraph(account.sentence(mention.start))
    claim = maker.claim("development", _value(mention, days, None), said, inherit=goes_on)
    if days or claim.as_of is None:
        return claim
    value = _value(mention, days, claim.as_of)
    return maker.claim("development", value, said, inherit=goes_on)


def _days(mention: EventMention, account: Account) -> list[TimeMention]:
    """The times that hang on its words, without those of the page and those to come: who "was
    charged and is to appear on Thursday" was charged before."""
    return [
        time
        for time in times_of(mention, account)
        if _hangs_on(time, mention, account)
        and (when := frame(time)) is not None
        and not stamped(time, account)
        and not after_publication(when, account)
    ]


def _hangs_on(time: TimeMention, mention: EventMention, account: Account) -> bool:
    """Not "arrested over the *shooting* of *last week*": no other event comes between."""
    own = set(account.lemmas_in(mention.start, mention.end))
    for governor in time.governors:
        if own.intersection(governor.split()):
            return True
        if kinds_of(governor) or governor in words("event_cues", role="happen"):
            return False
    return _is_noun(mention) or not time.governors


def _words(mention: EventMention, days: Iterable[TimeMention], text: str) -> tuple[int, int]:
    """The follow-up with whom it befell and its day, where these stand close together."""
    whom = [Piece.cut(text, a.start, a.end) for a in mention.arguments if a.role in _PARTIES]
    return stretch(mention, *whom, *days)


def _value(mention: EventMention, days: list[TimeMention], said: str | None) -> DevelopmentValue:
    if not days:
        codes: dict[str, NullReason] = {"earliest": "not-stated", "granularity": "not-stated"}
        codes |= {} if said else {"latest": "unresolved"}
        return DevelopmentValue(
            development=mention.kind, earliest=None, latest=said, granularity=None, why_null=codes
        )
    known = days[0]
    codes = {
        name: "unresolved"
        for name in ("earliest", "latest", "granularity")
        if getattr(known, name) is None
    }
    return DevelopmentValue(
        development=mention.kind,
        earliest=known.earliest,
        latest=known.latest,
        granularity=known.granularity,
        why_null=codes,
    )
