"""The numbers of people: killed, injured, missing … and how many took part."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.claims.account import Account, starting
from rashomon.claims.earlier_figures import with_earlier_figures
from rashomon.claims.echoes import spoken_of, told_in_headlines_only, without_echoes
from rashomon.claims.making import Maker, stretch
from rashomon.claims.outcomes import outcomes_settled
from rashomon.claims.perpetrators import Perpetrators
from rashomon.claims.running import died_later, run_on
from rashomon.claims.scopes import scope_of
from rashomon.claims.those_counted import those_counted
from rashomon.claims.toll_counts import TollCounts, died_of_the_hurt
from rashomon.claims.who import of_a_side, who
from rashomon.data import lexicon
from rashomon.data.kinds import kind
from rashomon.data.phrases import any_of, either, phrases, words
from rashomon.model.annotations import Argument, CountMention, EventMention
from rashomon.model.base import NullReason
from rashomon.model.claims import COUNTED, Claim, CountProperty, Property
from rashomon.model.numbers import NumberRange, exactly
from rashomon.model.spans import Piece

_WITHOUT_NUMBER = frozenset({"evacuated", "displaced", "arrested", "abducted", "missing"})
"""What may be claimed without saying how many (CONTRACT.md, numbers)."""

_OF_THEM = re.compile(r"\bof (?:them|whom) (?:was|were|had been|has been|have been)\b", re.I)
_SINCE_FOUND = re.compile(r"\bof the \d{1,6} (?:still )?missing", re.IGNORECASE)
"""What was said of the missing before: "*of the 14 missing* six have been found"."""
_THEM = re.compile(
    r"\b(?:of|among) (?:them|these|whom|the (?:injured|wounded|hurt))\b", re.IGNORECASE
)
_OF_THE = re.compile(r"(?:of|among) the (?:\w{1,14} )?(?:injured|wounded|hurt)\b,?", re.IGNORECASE)
_ELIDED = re.compile(r"[^.;:()]{1,70}\sand\s")
_ECHOING = frozenset({"definite", "none", "plural"})
_EITHER: tuple[CountProperty, ...] = ("killed", "injured")
_HARMED = frozenset({"killed", "injured", "casualties", "missing", "abducted"})


def toll_claims(mentions: Sequence[EventMention], account: Account, maker: Maker) -> list[Claim]:
    """A claim for every count of people that the mentions carry."""
    found: dict[str, Claim] = {}
    echoes: set[str] = set()
    unnumbered: set[str] = set()  # the dead without a number: "there were deaths"
    numbers: dict[str, int] = {}
    counts = TollCounts(mentions, account)
    doers = Perpetrators(mentions, account)
    for mention in mentions:
        for claim, count in _of_mention(mention, counts, doers, maker):
            found.setdefault(claim.id, claim)
            if count is not None:
                numbers[claim.id] = count.start
            if count is not None and count.basis in _ECHOING:
                echoes.add(claim.id)
                if mention.kind == "death" and spoken_of(count, account):
                    unnumbered.add(claim.id)
        for claim, count in _some_told_next(mention, counts, doers, maker):
            found.setdefault(claim.id, claim)
            numbers.setdefault(claim.id, count.start)
    echoes -= told_in_headlines_only(list(found.values()), echoes, account)
    firm = without_echoes(list(found.values()), echoes, unnumbered)
    once = _of_a_breakdown(_each_number_once(outcomes_settled(firm, mentions), numbers))
    told = _told_of_the_dead(_all_that_is_told(once), numbers)
    run = run_on(died_later(_of_one_scope(_of_a_rise(told))))
    return with_earlier_figures(those_counted(run, account, maker), account, maker)


def _told_of_the_dead(claims: list[Claim], numbers: Mapping[str, int]) -> list[Claim]:
    """ "Two *injured* recruits died": two of the injured, not all; "30 *displaced* people were
    killed": who they were, and not that 30 fled."""
    told = [c for c in claims if c.id in numbers and c.value != exactly(0)]
    dead = {numbers[c.id] for c in told if c.property == "killed"}
    hurt = {numbers[c.id] for c in told if c.property == "injured"}
    return [
        claim.model_copy(update={"partial": True})
        if claim.property == "injured" and numbers.get(claim.id) in dead
        else claim
        for claim in claims
        if claim.property != "displaced" or numbers.get(claim.id) not in dead | hurt
    ]


def _of_one_scope(claims: list[Claim]) -> list[Claim]:
    """A figure that a report gives twice, in its headline and where it says what the figure
    covers, covers the same both times."""
    scopes = {(c.property, c.value.model_dump_json()): c.scope for c in claims if c.scope}
    return [
        claim.model_copy(update={"scope": scopes[key], "why_null": _without_scope(claim)})
        if (key := (claim.property, claim.value.model_dump_json())) in scopes
        and claim.scope is None
        and claim.value != exactly(1)
        else claim
        for claim in claims
    ]


def _without_scope(claim: Claim) -> dict[str, NullReason]:
    return {name: why for name, why in claim.why_null.items() if name != "scope"}


def _of_a_rise(claims: list[Claim]) -> list[Claim]:
    """Who is told of in one sentence with a toll that rose is some of it: "the toll climbed to 12
    *with three women* succumbing overnight"."""
    up = phrases("change_words", direction="up")
    risen = [claim for claim in claims if up.search(claim.span.exact)]
    return [
        claim.model_copy(update={"partial": True})
        if any(_less(claim, each) for each in risen)
        else claim
        for claim in claims
    ]


def _of_a_breakdown(claims: list[Claim]) -> list[Claim]:
    """Who is counted without a noun behind some of them is some of them too: "one of them is in a
    critical state, *two are seriously hurt*"; "of the injured *two* have burns"."""
    some = [c for c in claims if c.partial and c.property == "injured"]
    return [
        claim.model_copy(update={"partial": True})
        if _behind_some(claim, some)
        or (claim.property == "injured" and _OF_THE.match(_said(claim)))
        else claim
        for claim in claims
    ]


def _behind_some(claim: Claim, some: Sequence[Claim]) -> bool:
    if claim.property != "injured" or claim.additional or claim.who is None:
        return False
    bare = claim.who.label in ("people", "they", "them")
    return bare and any(
        each.sentence == claim.sentence
        and each.span.start < claim.span.start
        and _THEM.search(each.span.exact)
        for each in some
    )


def _said(claim: Claim) -> str:
    return claim.sentence.exact.lstrip()


def _all_that_is_told(claims: list[Claim]) -> list[Claim]:
    """ "*One of them* was hit by a bullet": some of a crowd, and all who were hurt, unless the
    report counts others in that way."""
    whole = {claim.property for claim in claims if not claim.partial}
    return [
        claim.model_copy(update={"partial": False})
        if claim.partial and claim.property not in whole and _OF_THEM.search(claim.span.exact)
        else claim
        for claim in claims
    ]


def _less(claim: Claim, other: Claim) -> bool:
    """Whether it is the smaller figure of the same in one sentence."""
    one, most = claim.value, other.value
    if (claim.property, claim.sentence) != (other.property, other.sentence) or claim.additional:
        return False
    if not isinstance(one, NumberRange) or not isinstance(most, NumberRange):
        return False
    return one.high is not None and 0 < one.high < (most.low or 0)


def _each_number_once(claims: list[Claim], numbers: Mapping[str, int]) -> list[Claim]:
    """One claim of what befell the people of one number, with most words: "the *deaths* of two
    *deceased* men", "two men were *taken* to hospital *in critical condition*"."""
    best: dict[tuple[Property, int], Claim] = {}
    for claim in claims:
        if claim.id in numbers:
            key = (claim.property, numbers[claim.id])
            best[key] = max(best.get(key, claim), claim, key=lambda c: c.span.end - c.span.start)
    kept = {claim.id for claim in best.values()}
    return [claim for claim in claims if claim.id not in numbers or claim.id in kept]


def _of_mention(
    mention: EventMention, toll_counts: TollCounts, doers: Perpetrators, maker: Maker
) -> Iterator[tuple[Claim, CountMention | None]]:
    account = maker.account
    if mention.affects in COUNTED:
        name = mention.affects
        counts = [] if _goes_uncounted(mention, account) else toll_counts.of(mention)
        for count in counts:
            of: CountProperty = "casualties" if toll_counts.not_split(mention, count) else name
            claim = _claim(of, mention, count, doers, maker)
            if of == "casualties" and claim.value == exactly(0) and claim.stance == "asserted":
                yield from _neither(mention, count, doers, maker)
            else:
                yield claim, count
        if not counts:
            yield from ((c, None) for c in _without_number(name, mention, account, maker))
    yield from _civilians_spared(mention, doers, maker)
    if kind(mention.kind).crowd:
        for count in _takers(mention, account):
            yield _claim("participants", mention, count, doers, maker), count


def _neither(
    mention: EventMention, count: CountMention, doers: Perpetrators, maker: Maker
) -> Iterator[tuple[Claim, CountMention]]:
    """ "There were no casualties": nobody died, and nobody was hurt (CONTRACT.md, numbers)."""
    for name in _EITHER:
        yield _claim(name, mention, count, doers, maker), count


def _civilians_spared(
    mention: EventMention, doers: Perpetrators, maker: Maker
) -> Iterator[tuple[Claim, CountMention]]:
    """ "The raid hit no civilians": a word that counts nobody by itself, and none of these."""
    if mention.affects is None and mention.event_type == "ASSAULT":
        spans = [(a.start, a.end) for a in mention.arguments if a.role == "recipient"]
        for span in spans:
            for count in starting(maker.account.notes.counts, *span):
                if count.low == 0 and count.noun in words("weighing_words", use="everybody"):
                    yield from _neither(mention, count, doers, maker)


def _some_told_next(
    mention: EventMention, toll_counts: TollCounts, doers: Perpetrators, maker: Maker
) -> Iterator[tuple[Claim, CountMention]]:
    """What some of those were of whom the sentence before tells: "Four of them were women"."""
    name: CountProperty = "killed" if mention.affects == "killed" else "injured"
    if mention.affects != name:
        return
    for count in toll_counts.some_told_next(mention):
        words = (count.phrase.start, count.phrase.end)
        yield _claim(name, mention, count, doers, maker, words), count


def _takers(mention: EventMention, account: Account) -> list[CountMention]:
    """Counted phrases of those who act; only what is said in numbers or vague words."""
    spans = [(a.start, a.end) for a in mention.arguments if a.role == "actor"]
    held = _held_beside(mention, account)
    return [
        count
        for span in spans
        for count in starting(account.notes.counts, *span)
        if count.basis in ("numeral", "vague") and count.start not in held
    ]


def _held_beside(mention: EventMention, account: Account) -> set[int]:
    """Where those begin who are held in the same sentence: "*38 people* were detained for blocking
    roads" says how many were held, and not how many came."""
    beside = account.events.get(account.sentence(mention.start), ())
    held = [a for m in beside if m.affects == "arrested" for a in m.arguments]
    spans = [(a.start, a.end) for a in held if a.role == "recipient"]
    return {c.start for span in spans for c in starting(account.notes.counts, *span)}


def _claim(
    name: CountProperty,
    mention: EventMention,
    count: CountMention,
    doers: Perpetrators,
    maker: Maker,
    words: tuple[int, int] | None = None,
) -> Claim:
    account = maker.account
    bound = "than" in count.exact.casefold().split()  # "not less than twenty", "no fewer than"
    value = exactly(0) if mention.negated and not bound and count.low != 0 else count.range
    at = words or stretch(count.phrase, count, mention)
    harm = name in _HARMED
    since = died_of_the_hurt(count, mention, account.report.text)
    return maker.claim(
        name,
        value,
        at,
        who=who(
            count,
            None,
            victim=harm,
            doer=harm and doers.one(count, mention),
            like=like(count, account),
        ),
        others=harm and _done_to(count, mention, account),
        partial=(count.partial and not since)
        or _of_some(count, value, at, account)
        or _of_degree(value, at, account)
        or _graded(mention)
        or _still_treated(count, at, account),
        additional=count.additional or since,
        hedged=_hedged(at, account)
        or mention.modality == "alleged"
        or _no_word(value, at, account),
        scope=scope_of(at, account),
    )


def like(count: CountMention, account: Account) -> CountMention | None:
    """Whose noun goes without saying: "two border guards were killed and *five wounded*"."""
    if count.noun not in (None, "wounded", "injured", "hurt", "dead") or count.additional:
        return None
    start, _ = account.bounds(account.sentence(count.start))
    before = [each for each in account.counts_in(start, count.start) if not each.partial]
    if count.partial or count.basis != "numeral" or not before or before[-1].noun is None:
        return None
    between = account.report.text[before[-1].phrase.end : count.phrase.start]
    return before[-1] if before[-1].basis == "numeral" and _ELIDED.fullmatch(between) else None


def _done_to(count: CountMention, mention: EventMention, account: Account) -> bool:
    """Whether the words tell what somebody did to the counted, so that he is not among them:
    "killing five", "five victims"; "five people are dead" may count him too."""
    if count.noun == "victim":
        return True
    if mention.kind == "death":  # "the toll rose to five": nobody's deed
        return False
    guards = words("event_cues", "word", role="guard")
    by = [a for a in mention.arguments if a.role == "actor"]
    if any(guards.intersection(_words_of(a, account)) for a in by):  # they may have shot the gunman
        return False
    between = account.report.text[mention.end : count.phrase.start].split()
    return mention.end <= count.start and not between[:3] and not count.partial


def _goes_uncounted(mention: EventMention, account: Account) -> bool:
    """Whether one is named and many go with him: "the envoy *and other staff* were evacuated" says
    of nobody how many."""
    if mention.affects not in _WITHOUT_NUMBER:
        return False
    spans = [(a.start, a.end) for a in mention.arguments if a.role == "recipient"]
    for start, end in spans:
        counts = account.counts_in(start, end)
        one = len(counts) == 1 and counts[0].low == counts[0].high == 1
        if one and _and_many().search(account.report.text, counts[0].phrase.end, end):
            return True
    return False


@cache
def _and_many() -> re.Pattern[str]:
    """ "And *his family*", "along with *the diplomatic staff*"."""
    many = {row["noun"] for row in lexicon("people") if row["type"] == "group"}
    many |= {row["noun"] for row in lexicon("people") if row["number"] == "plural"}
    many |= {f"{noun}s" for noun in words("people", "noun", type="person")}
    joins = any_of("care_words", use="with")
    return re.compile(rf"\b(?:{joins})\s(?:[\w’'-]+\s){{0,3}}(?:{either(many)})\b", re.IGNORECASE)


def _without_number(
    name: CountProperty, mention: EventMention, account: Account, maker: Maker
) -> Iterator[Claim]:
    befallen = [a for a in mention.arguments if a.role == "recipient"]
    if name not in _WITHOUT_NUMBER or not befallen or mention.negated:
        return
    first = befallen[0]
    piece = Piece.cut(account.report.text, first.start, first.end)
    if _personal(first, account):
        yield maker.claim(name, NumberRange(low=None), stretch(piece, mention))


def _personal(argument: Argument, account: Account) -> bool:
    """Whether the phrase is about people at all."""
    nouns = words("people", "noun") - _outcomes()
    said = _words_of(argument, account)
    return any(word in nouns or word.removesuffix("s") in nouns for word in said)


@cache
def _outcomes() -> frozenset[str]:
    """Nouns for what befell people that do not stand for the people: "deaths in custody"."""
    people = {row["lemma"] for row in lexicon("events") if "victim-noun" in row["flags"]}
    return words("people", "noun", type="toll") - people


def _words_of(argument: Argument, account: Account) -> list[str]:
    return re.findall(r"\w+", account.report.text[argument.start : argument.end].casefold())


def _of_some(
    count: CountMention, value: NumberRange, at: tuple[int, int], account: Account
) -> bool:
    """Whether a nought is of certain people only: "the gunman was not hurt", "neither officer",
    "no one else", "no civilian", "no casualties among the guards"."""
    if value != exactly(0):
        return False
    nobody = count.low == 0 or count.exact.casefold() in ("anybody", "anyone")
    if not nobody or count.additional or (count.noun or "one") not in _anybody():
        return True
    if of_a_side(count):  # "no civilian casualties"
        return True
    text = account.report.text
    _, last = account.bounds(account.sentence(at[0]))
    inside = _among().search(text, count.start, max(at[1], count.phrase.end))
    beside = inside or _among().match(text, at[1]) or _among().match(text, count.phrase.end)
    return bool(beside or _own_side().search(text, count.end, last))


@cache
def _among() -> re.Pattern[str]:
    """ "No casualties *among* the soldiers": what says of whom a nought is."""
    return re.compile(rf"\s(?:{any_of('weighing_words', use='of-whom')})\b", re.IGNORECASE)


def _of_degree(value: NumberRange, at: tuple[int, int], account: Account) -> bool:
    """Whether a nought is of the gravely hurt only: "nobody was *seriously* hurt"."""
    said = account.report.text[at[0] : at[1]]
    return value == exactly(0) and bool(phrases("conditions").search(said))


def _graded(mention: EventMention) -> bool:
    """Whether it tells only how gravely some of the hurt were: "two *critically*"."""
    return mention.exact.casefold() in words("event_cues", "word", role="degree")


@cache
def _own_side() -> re.Pattern[str]:
    """ "No casualties were suffered *on our side*"."""
    return phrases("weighing_words", "word", use="own-side")


@cache
def _anybody() -> frozenset[str]:
    """Nouns of which "no …" speaks of all who may have been killed or hurt."""
    tolls = words("people", "noun", type="toll")
    return frozenset(words("weighing_words", use="anybody") | tolls)


def _hedged(at: tuple[int, int], account: Account) -> bool:
    """Whether a hedge stands in the same sentence at or before the words."""
    start, _ = account.bounds(account.sentence(at[0]))
    return bool(phrases("copy_hedges").search(account.report.text[start : at[1]]))


def _no_word(value: NumberRange, at: tuple[int, int], account: Account) -> bool:
    """ "No reports of casualties": a nought that nobody asserts (CONTRACT.md, numbers)."""
    start, _ = account.bounds(account.sentence(at[0]))
    text = account.report.text
    unsaid = phrases("soft_zeros").search(text, start, at[1]) or _reported().match(text, at[1])
    return value == exactly(0) and bool(unsaid or _reported().search(text, *at))


def _still_treated(count: CountMention, at: tuple[int, int], account: Account) -> bool:
    """ "Still treated" or "discharged" counts are partial (CONTRACT.md, low, best, high, 2), unless
    the same words say that they were hurt; one person is no count."""
    text = account.report.text
    if count.basis not in ("numeral", "vague"):
        return False
    if _in_care().match(text, count.phrase.end) or _SINCE_FOUND.search(
        text, max(0, at[0] - 9), at[1]
    ):
        return True
    said = text[at[0] : at[1]]
    return not phrases("hurting").search(said) and bool(phrases("partial").search(said))


@cache
def _reported() -> re.Pattern[str]:
    """ "No deaths *were immediately reported*"."""
    between = any_of("care_words", use="reported")
    return re.compile(rf"\s(?:(?:{between})\s){{1,4}}reported\b", re.IGNORECASE)


@cache
def _in_care() -> re.Pattern[str]:
    still, ward = (any_of("care_words", use=use) for use in ("still", "ward"))
    return re.compile(rf"\s(?:(?:{still})\s)?(?:{ward})\b", re.IGNORECASE)
