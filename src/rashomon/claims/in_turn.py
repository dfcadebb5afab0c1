"""Two events of one sentence that its words set apart: "marched *two days after* the raid"."""

import re
from collections.abc import Sequence
from functools import cache

from rashomon.claims.account import Account, within
from rashomon.claims.frames import of_a_crowd
from rashomon.data.kinds import kind
from rashomon.data.phrases import any_of, phrases, words
from rashomon.model.annotations import EventMention

_OVERLAP = 30
"""Characters before a mention at which the connecting words that it is part of may begin."""

_NAMED = 40
"""Characters between the connecting words and the event that they name."""

_BEFORE = 4
"""Words that may stand before fronted connecting words: "*About three* hours after"."""


def told_in_sequence(mentions: Sequence[EventMention], account: Account) -> frozenset[int]:
    """The starts of mentions that the same sentence tells as another event, before or after
    these: "the march *followed* the deaths of …", "in *retaliation for* the raid", "*hours after*
    the raid a driver was shot"."""
    found: set[int] = set()
    own = {m.start for m in mentions}
    for mention in mentions:
        for other in within(account.notes.mentions, *account.sentence_of(mention)):
            first, last = sorted((mention, other), key=lambda m: m.start)
            if other.start not in own and _set_apart(first, last, account):
                found.add(other.start)
    return frozenset(found)


def sundered(one: EventMention, other: EventMention, account: Account) -> bool:
    """Whether the words between two mentions make two events of them, whatever the parse says:
    "the fire came *two weeks after* a man was killed and two were hurt"."""
    first, last = sorted((one, other), key=lambda m: m.start)
    by_words = _two_events(first, last, account) or _fronted(first, last, account)
    return kind(first.kind).role == "event" and by_words


def _set_apart(first: EventMention, last: EventMention, account: Account) -> bool:
    return (
        _two_events(first, last, account)
        or _of_a_crowd_after(first, last, account)
        or _fronted(first, last, account)
    )


def _two_events(first: EventMention, last: EventMention, account: Account) -> bool:
    """Whether the words between two mentions make two events of them; that somebody died of one
    is none of its own ("two deaths *following* the blast")."""
    if _of_the_hurt(last, account):
        return False
    between = _and().split(account.report.text[first.end : last.start])[-1]
    if kind(first.kind).role == "effect" and first.kind != "killing":
        between = phrases("sequence", relation="follows", subject="first").sub(" ", between)
    elif _in_the_words(first, last, account) or about(first, last, account):
        return True
    parted = phrases("sequence", apart="yes").search(between)
    if parted:
        return not _of_what_stands_between(parted, between, first, last, account)
    deed = kind(last.kind).role != "effect"
    return deed and bool(phrases("sequence", apart="deed").search(between))


def _of_the_hurt(mention: EventMention, account: Account) -> bool:
    """Whether it is told of some of those hurt before: "the riot's toll is nine, after *one of the
    wounded* died"."""
    text = account.report.text
    befallen = (text[a.start : a.end] for a in mention.arguments if a.role == "recipient")
    some = phrases("grammar_words", "word", use="some-of-the-hurt")
    return any(some.search(each) for each in befallen)


@cache
def _and() -> re.Pattern[str]:
    """Ends what the connecting words name: "marched against the arrest, *and* stormed a hall"."""
    return re.compile(rf",\s+(?:{any_of('grammar_words', use='and-another')})\s")


def _of_what_stands_between(
    parted: re.Match[str], between: str, first: EventMention, last: EventMention, account: Account
) -> bool:
    """ "Burned houses *in revenge for the killings*, injuring two": the words part the first from
    what they stand before up to the comma, and the grammar makes the last a part of the first."""
    after = last.start - len(between) + parted.end()
    told = within(account.notes.mentions, after, last.start)
    ends = bool(told) and "," in account.report.text[told[-1].end : last.start]
    return ends and last.tied_to == first.start


def _in_the_words(first: EventMention, last: EventMention, account: Account) -> bool:
    """ "Marched in *protest* at the arrest": the first is a word of what joins another event to
    the second."""
    start, _ = account.sentence_of(first)
    begin = max(start, first.start - _OVERLAP)
    found = phrases("sequence", apart="yes").finditer(account.report.text, begin, last.start)
    return any(each.start() < first.end < each.end() for each in found)


def about(first: EventMention, last: EventMention, account: Account) -> bool:
    """ "A blockade in Orsk *over* the killing": what a crowd's doing is said to be about; not how
    long it was or when ("clashes over the weekend")."""
    found = _about().fullmatch(account.report.text, first.end, last.start)
    if found is None or not kind(first.kind).crowd:
        return False
    between = within(account.notes.mentions, first.end, last.start)
    return not (between or account.times_in(found.end(1), last.start))


@cache
def _about() -> re.Pattern[str]:
    over = any_of("sequence", "phrase", apart="behind")
    word = r"[\w'’-]+\s+"
    return re.compile(rf"\s+(?:{word}){{0,6}}?({over})\s+(?:{word}){{1,3}}", re.IGNORECASE)


def _fronted(first: EventMention, last: EventMention, account: Account) -> bool:
    """ "*Hours after* the raid, a driver was shot": the first is only named to say when or why the
    second was done; that somebody died or was held since is no deed of its own."""
    if kind(last.kind).role != "event" and last.kind != "killing":
        return False
    return is_fronted(first, account) and "," in account.report.text[first.end : last.start]


def is_fronted(mention: EventMention, account: Account) -> bool:
    """Whether the sentence opens with connecting words and the event that they name."""
    text = account.report.text
    start, _ = account.sentence_of(mention)
    opening = phrases("sequence", fronted="yes").search(text, start, mention.start)
    if opening is None or mention.start - opening.end() > _NAMED:
        return False
    earlier = within(account.notes.mentions, start, mention.start)
    return not earlier and len(text[start : opening.start()].split()) <= _BEFORE


def _of_a_crowd_after(first: EventMention, last: EventMention, account: Account) -> bool:
    """What a crowd did after something is none of that: "marched *after* a boy was shot"; unless
    the crowd did both ("stormed the hall after throwing a bomb")."""
    if acting(first) & _hands(last, account) or first.tied_to is not None:
        return False  # "fired at *striking* teachers after a march": who they are, and no deed
    between = account.report.text[first.end : last.start]
    crowd = kind(first.kind).crowd or of_a_crowd([first], account, "actor")
    return crowd and bool(phrases("sequence", apart="crowd").search(between))


def acting(mention: EventMention) -> set[int]:
    """Where the grammar has those who act."""
    return {each.start for each in mention.arguments if each.role == "actor"}


def _hands(mention: EventMention, account: Account) -> set[int]:
    """Who acts in it, or in what the grammar ties it to: "detonating a *car bomb*"."""
    near = within(account.notes.mentions, *account.sentence_of(mention))
    tied = [m for m in near if m.tied_to == mention.start or m.start == mention.tied_to]
    return acting(mention).union(*(acting(each) for each in tied))


def after_it(mention: EventMention, account: Account) -> str | None:
    """The words that set a mention apart from what the sentence before tells: "*It came two days
    after* another man was stabbed", "*The operation was in response to* the ambush"."""
    start, _ = account.sentence_of(mention)
    before = account.report.text[start : mention.start].lstrip()
    found = phrases("sequence", apart="yes").search(before)
    if found is None or not _takes_up(before.casefold().split()[:2]):
        return None
    if any(within(account.notes.mentions, start, mention.start)):
        return None
    return before[: found.end()]


def _takes_up(opening: Sequence[str]) -> bool:
    """Whether a sentence that opens so is about the event told before it: "it", "the operation"."""
    if not opening or opening[0] in words("event_cues", role="take-up"):
        return bool(opening)
    takes_up = opening[0] in words("pointing_words", use="back")
    return takes_up and opening[-1] in words("event_cues", role="taken-up")


def named_as_earlier(mention: EventMention, account: Account) -> bool:
    """Whether its sentence names it only as what came before another event that it tells:
    "attacked the farm two days after *the raid*"."""
    start, end = account.sentence_of(mention)
    before = [o for o in within(account.notes.mentions, start, end) if o.end <= mention.start]
    return any(_comes_after(o, mention, account) for o in before)


def _comes_after(first: EventMention, last: EventMention, account: Account) -> bool:
    """Whether the words say of the first of two events that it came after the other."""
    between = account.report.text[first.end : last.start]
    later = phrases("sequence", apart="yes", subject="first").search(between)
    return bool(later) or _of_a_crowd_after(first, last, account)


def named_by(mention: EventMention, account: Account) -> str:
    """How another event of its sentence is said to hang on it, by words right before it:
    "caused-by" for *the arrest* in "marched in protest at the arrest of an editor"."""
    start, _ = account.sentence_of(mention)
    told = within(account.notes.mentions, start, mention.start)
    for relation in _HANGING:
        pattern = phrases("sequence", relation=relation, subject="first")
        for found in pattern.finditer(account.report.text, start, mention.start):
            between = account.report.text[found.end() : mention.start]
            beside = len(between) <= _NAMED and "," not in between
            if beside and _right_between(found, told):
                return relation
    return ""


def _right_between(found: re.Match[str], told: Sequence[EventMention]) -> bool:
    """Whether an event is told before the words and none behind them."""
    before = any(m.start < found.end() for m in told)
    return before and not any(m.start >= found.end() for m in told)


_HANGING = ("caused-by", "retaliation-for", "follows")
CAUSES = frozenset({"caused-by", "retaliation-for"})
