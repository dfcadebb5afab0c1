"""One claim as a card: its value, its words in their sentence, its chain of voices."""

from rashomon.data.kinds import kind
from rashomon.data.place_table import place_table
from rashomon.model.claims import (
    ActorValue,
    Claim,
    DevelopmentValue,
    ResponsibleValue,
    TextValue,
    Value,
    WhenValue,
    WhereValue,
)
from rashomon.model.numbers import NumberRange
from rashomon.publishing import words
from rashomon.publishing.book import Book
from rashomon.publishing.dates import day_words, partly
from rashomon.publishing.hostile import anchor
from rashomon.publishing.marks import Mark, Segment, within
from rashomon.publishing.placing import Place
from rashomon.publishing.views import ClaimView, Hop


def value_words(value: Value, book: Book) -> str:
    """A claimed value as people say it."""
    match value:
        case NumberRange():
            return words.number_words(value.low, value.high, value.approximate)
        case DevelopmentValue():
            return f"{development_name(value)}, {development_day(value)}"
        case WhenValue():
            absent = words.absent(value.why_null, "earliest", "latest")
            return partly(value.earliest, value.latest) or absent
        case WhereValue():
            return _place_words(value)
        case ResponsibleValue():
            part = words.part_in_it(value.role, book.is_several(value.actor))
            return f"{book.actor_name(value.actor)} {part}"
        case ActorValue():
            return book.actor_name(value.actor)
        case TextValue():
            return f"“{value.text}”"


def development_name(value: DevelopmentValue) -> str:
    """What followed: "Release from custody"."""
    title = kind(value.development).title
    return title[:1].upper() + title[1:]


def development_day(value: DevelopmentValue) -> str:
    """Its day in words; of one that nobody tells, by when it had come to pass."""
    if value.earliest is None and value.latest:
        return f"day not told, by {day_words(value.latest)}"
    return partly(value.earliest, value.latest) or "day not told"


def _place_words(value: WhereValue) -> str:
    """A place with its country, by which a reader sees which town of that name is meant."""
    land = place_table().by_code(value.country_code) if value.country_code else None
    country = land.name if land else value.country_code
    return f"{value.name} ({country})" if country and country not in value.name else value.name


def claim_view(claim: Claim, book: Book, place: Place) -> ClaimView:
    """The card of a claim where it is shown at ``place``: full at home, pointing there if not."""
    at_home = book.placing.home[claim.id] == place
    return ClaimView(
        anchor=anchor("claim", claim.id) if at_home else "",
        classes=book.classes(claim),
        ref=book.claim(claim.id),
        mark=book.mark(claim.id),
        report=book.report(claim.span.report),
        property=words.PROPERTY[claim.property],
        value=value_words(claim.value, book),
        quote=_quote(claim),
        chain=_chain(claim, book),
        stance="" if claim.stance == "asserted" else words.STANCE[claim.stance],
        notes=tuple(_notes(claim, book)),
        corrects=book.claim(claim.corrects) if claim.corrects else None,
        left_out="" if claim.used else words.left_out(claim),
    )


def _quote(claim: Claim) -> tuple[Segment, ...]:
    """The sentence with the claim's words marked; the words alone if they lie outside it."""
    span, sentence = claim.span, claim.sentence
    if sentence.report != span.report or not sentence.overlaps(span.start, span.end):
        return within(span.exact, span.start, [Mark(span.start, span.end, "", "said")])
    return within(sentence.exact, sentence.start, [Mark(span.start, span.end, "", "said")])


def _chain(claim: Claim, book: Book) -> tuple[Hop, ...]:
    return tuple(
        Hop(
            voice=book.voice(link.voice),
            cue=book.cue(claim.span.report, link.attribution),
            stance="" if link.stance == "asserted" else words.STANCE[link.stance],
        )
        for link in claim.chain
    )


def _notes(claim: Claim, book: Book) -> list[str]:
    """All else that bears on how a claim is to be read, in short phrases."""
    notes = []
    if claim.who is not None:
        known = words.who_words(claim.who)
        if known or claim.who.label not in claim.span.exact:
            notes.append(f"counts “{claim.who.label}”" + (f" ({known})" if known else ""))
    if claim.as_of and claim.property in words.COUNTED:
        notes.append(f"as of {day_words(claim.as_of)}")
    if claim.scope is not None:
        covered = [
            part for part in (claim.scope.period, claim.scope.area, claim.scope.action) if part
        ]
        notes.append("covers " + "; ".join(covered) if covered else "of another scope")
    if claim.counted_by:
        notes.append(f"counted by {book.voice_name(claim.counted_by)}")
    if claim.partial:
        notes.append("a part of a larger number")
    if claim.additional:
        notes.append("on top of another number")
    if claim.staff_saw:
        notes.append("seen by the outlet’s or agency’s own staff")
    return notes
