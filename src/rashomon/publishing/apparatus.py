"""What stands behind the incidents: time line, voices, actors, copied passages."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from rashomon.model.copies import Copy, CopySpan
from rashomon.model.dossier import Dossier
from rashomon.model.incidents import Relation
from rashomon.model.spans import Span
from rashomon.model.voices import Actor, Label, NameSpan, Voice
from rashomon.publishing import words
from rashomon.publishing.accounts import development_day, development_name
from rashomon.publishing.book import Book, Ref
from rashomon.publishing.copy_views import CopyView, DriftView, PassageView
from rashomon.publishing.dates import day_words, partly, sort_key
from rashomon.publishing.developments import development_anchor, of_reading
from rashomon.publishing.figures import figures
from rashomon.publishing.glance import time_note, when_text
from rashomon.publishing.hostile import Prose, anchor, isolate
from rashomon.publishing.marks import Mark, within
from rashomon.publishing.views import (
    ActorView,
    LabelUse,
    LabelView,
    NameView,
    SaidOf,
    TimelineRow,
    VoiceView,
)

_ON_ONE_DAY = ("happened", "followed", "came-out", "figure")
_Timed = tuple[tuple[dt.datetime, dt.datetime], TimelineRow]


def timeline(dossier: Dossier, book: Book) -> tuple[TimelineRow, ...]:
    """Incidents, what followed them, publications and figures by their days, in this order.

    Most times are told to the day only; what has no date comes last.
    """
    rows = [*_happened(dossier, book), *_followed(dossier, book)]
    rows += [*_published(dossier, book), *figures(dossier, book)]
    rows.sort(key=lambda row: (row[0][0].date(), _ON_ONE_DAY.index(row[1].kind), row[0]))
    return tuple(row for _, row in rows)


def _happened(dossier: Dossier, book: Book) -> Iterator[_Timed]:
    for incident in dossier.incidents:
        shown = when_text(incident.when)
        hangs = (_hangs_on(each, book) for each in incident.relations)
        sure = Prose("; ".join(filter(None, (time_note(incident.when), *hangs))))
        row = TimelineRow(
            shown.text, "happened", "Incident", book.incident(incident.id), sure, not shown.absent
        )
        yield (sort_key(incident.when.earliest), sort_key(incident.when.latest)), row


def _followed(dossier: Dossier, book: Book) -> Iterator[_Timed]:
    """The developments of a known day."""
    for incident in dossier.incidents:
        for number, reading in enumerate(incident.developments):
            value = of_reading(reading)
            if value.earliest is None:
                continue
            row = TimelineRow(
                time=development_day(value),
                kind="followed",
                sort="Development",
                what=Ref(development_name(value), f"#{development_anchor(incident, number)}"),
                sure=Prose(f"after “{isolate(book.incident(incident.id).text)}”"),
                dated=True,
                claims=tuple(book.claim(each) for each in reading.claims if each in book.claims),
            )
            yield (sort_key(value.earliest), sort_key(value.latest)), row


def _hangs_on(relation: Relation, book: Book) -> str:
    """ "said to follow “Shelling in Ariha”"."""
    return f"{words.RELATION[relation.type]} “{isolate(book.incident(relation.incident).text)}”"


def _published(dossier: Dossier, book: Book) -> Iterator[_Timed]:
    for report in dossier.reports:
        basis = words.PUBLISHED[report.published_basis]
        span = report.published_range
        if report.published:
            time, key = day_words(report.published), (sort_key(report.published),) * 2
        elif span:
            time = partly(span.earliest, span.latest) or ""
            key = (sort_key(span.earliest), sort_key(span.latest))
        else:
            time = words.absent(report.why_null, "published")
            key = (sort_key(None),) * 2
        sure = f"its day {basis}" if report.published else basis
        row = TimelineRow(
            time, "came-out", "Report", book.report(report.id), sure, key[0] < sort_key(None)
        )
        yield key, row


def voices(dossier: Dossier, book: Book) -> tuple[VoiceView, ...]:
    """Every voice, with what it says itself and what it hands on."""
    first: defaultdict[str, list[Ref]] = defaultdict(list)
    relayed: defaultdict[str, list[Ref]] = defaultdict(list)
    for claims in book.claims_of.values():
        for claim in claims:
            ref = book.claim(claim.id)
            for link in claim.chain[:-1]:
                relayed[link.voice].append(ref)
            if claim.chain:
                first[claim.primary()].append(ref)
    return tuple(
        _voice(each, tuple(first[each.id]), tuple(relayed[each.id]), book)
        for each in dossier.voices
    )


def _voice(voice: Voice, first: tuple[Ref, ...], relays: tuple[Ref, ...], book: Book) -> VoiceView:
    notes = [voice.country] if voice.country else []
    if voice.command and voice.command != voice.name:
        notes.append(f"under {voice.command}")
    return VoiceView(
        anchor=anchor("voice", voice.id),
        name=book.voice_name(voice.id),
        kind=words.VOICE[voice.kind],
        notes=tuple(notes),
        actor=book.actor(voice.actor) if voice.actor else None,
        names=_spellings(voice.names, book),
        first_hand=first,
        relays=relays,
    )


def _spellings(names: tuple[NameSpan, ...], book: Book) -> tuple[NameView, ...]:
    """The places where a voice is named, by spelling, in order of first use."""
    grouped: dict[str, list[str]] = {}
    for name in names:
        grouped.setdefault(name.text, []).append(name.report)
    return tuple(
        NameView(text, len(reports), tuple(book.report(r) for r in dict.fromkeys(reports)))
        for text, reports in grouped.items()
    )


def actors(dossier: Dossier, book: Book) -> tuple[ActorView, ...]:
    """Every actor with all names and labels."""
    return tuple(_actor(actor, book) for actor in dossier.actors)


def _actor(actor: Actor, book: Book) -> ActorView:
    kind = words.ACTOR[actor.kind]
    return ActorView(
        anchor=anchor("actor", actor.id),
        name=actor.name,
        kind=f"{kind}, {actor.country}" if actor.country else kind,
        names=tuple(
            NameView(each.text, each.count, tuple(book.report(r) for r in each.reports))
            for each in actor.names
        ),
        labels=_labels(actor, book),
        part_of=tuple(_said(book.actor(each.actor), each.span, book) for each in actor.part_of),
        not_the_same_as=tuple(
            _said(book.actor(each.actor) if each.actor else Ref(each.name), each.span, book)
            for each in actor.not_the_same_as
        ),
    )


def _labels(actor: Actor, book: Book) -> tuple[LabelView, ...]:
    """Each label once, with all who use it."""
    uses: dict[str, dict[str, list[str]]] = {}
    for each in actor.labels:
        by = uses.setdefault(each.label, {})
        by.setdefault(_label_by(each, book), []).append(each.span.report)
    return tuple(
        LabelView(label, tuple(_label_use(who, reports, book) for who, reports in by.items()))
        for label, by in uses.items()
    )


def _label_use(by: str, reports: list[str], book: Book) -> LabelUse:
    return LabelUse(by, len(reports), tuple(book.report(r) for r in dict.fromkeys(reports)))


def _label_by(label: Label, book: Book) -> str:
    who = book.voice_name(label.voice) if label.voice else ""
    if label.own_voice:
        return f"by {who}, in its own voice" if who else "in the report’s own voice"
    return f"by {who}, quoted" if who else "quoted, nobody named"


def _said(who: Ref, span: Span, book: Book) -> SaidOf:
    return SaidOf(who, span.exact, book.report(span.report))


def copies(dossier: Dossier, book: Book) -> tuple[CopyView, ...]:
    """Every copied passage, its wordings side by side."""
    return tuple(_copy(copy, book) for copy in dossier.copies)


def _copy(copy: Copy, book: Book) -> CopyView:
    changed = [span for drift in copy.drift for span in (drift.from_, drift.to)]
    return CopyView(
        anchor=anchor("copy", copy.id),
        kind=words.COPY[copy.kind],
        source=book.voice(copy.primary_source) if copy.primary_source else None,
        passages=tuple(_passage(span, changed, book) for span in copy.spans),
        drift=tuple(
            DriftView(
                words.DRIFT[each.what],
                each.from_.exact,
                book.report(each.from_.report),
                each.to.exact,
                book.report(each.to.report),
            )
            for each in copy.drift
        ),
    )


def _passage(span: CopySpan, changed: list[Span], book: Book) -> PassageView:
    marks = [Mark(c.start, c.end, "", "said") for c in changed if c.report == span.report]
    other = "in another report" if span.role == "unknown" else "in the origin"
    share = "" if span.role == "origin" else f"{span.containment:.0%} of its words stand {other}"
    return PassageView(
        report=book.report(span.report),
        role=words.COPY_ROLE[span.role],
        containment=share,
        segments=within(span.exact, span.start, marks),
    )
