"""A dossier that may be passed on, made from the working paper.

What comes out is a dossier again, so that the page, the JSON and every export are made from it
like from any other: nothing can slip past them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from rashomon.model.annotations import Annotations, Attribution, Section
from rashomon.model.claims import WhereValue
from rashomon.model.dossier import Dossier, DossierReport
from rashomon.model.incidents import Where
from rashomon.model.spans import Piece, Span
from rashomon.model.voices import NameSpan
from rashomon.publishing.redaction.persons import private_persons
from rashomon.publishing.redaction.texts import Masker, Redacted, redacted

_SETTLEMENT = 2
"""Decimal places of a degree, about a kilometre: no finer than a settlement."""
_CODES = frozenset({"id", "incident", "report", "sha256", "format", "finding", "episode"})


def redact(dossier: Dossier, *, with_names: bool = False, exact_places: bool = False) -> Dossier:
    """The dossier with private names as roles, only quoted sentences, and no place finer than a
    settlement. ``with_names`` and ``exact_places`` keep those."""
    masker = Masker(() if with_names else private_persons(dossier))
    texts = {
        report.id: redacted(report.text, _quoted(dossier, report.id), masker)
        for report in dossier.reports
    }
    walk = _Walk(masker, texts, exact_places)
    reports = tuple(_report(report, texts[report.id], walk) for report in dossier.reports)
    rest = {
        name: walk.value(getattr(dossier, name))
        for name in type(dossier).model_fields
        if name not in ("reports", "made_with")
    }
    settings = {
        **dossier.made_with.settings,
        "public": True,
        "with_names": with_names,
        "exact_places": exact_places,
    }
    made_with = dossier.made_with.model_copy(update={"settings": settings})
    return Dossier(made_with=made_with, reports=reports, **rest)


def _quoted(dossier: Dossier, report: str) -> Iterator[tuple[int, int]]:
    """Where the sentences stand that the dossier cites of a report."""
    for claim in dossier.claims:
        if claim.span.report == report:
            yield claim.sentence.start, claim.sentence.end
            yield claim.span.start, claim.span.end
    for incident in dossier.incidents:
        for relation in incident.relations:
            yield from ((s.start, s.end) for s in relation.spans if s.report == report)
    for actor in dossier.actors:
        spans = [told.span for told in actor.part_of]
        spans += [told.span for told in actor.not_the_same_as]
        spans += [told.span for told in actor.labels]
        yield from ((span.start, span.end) for span in spans if span.report == report)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Goes through everything: moves spans, hides names, blurs places."""

    masker: Masker
    texts: Mapping[str, Redacted]
    exact_places: bool

    def value(self, old: Any, name: str = "", report: str = "") -> Any:
        """The value as it may be passed on; ``report`` is where pieces without one stand."""
        if isinstance(old, BaseModel):
            return self._model(old, report)
        if isinstance(old, tuple):
            return tuple(self.value(each, name, report) for each in old)
        if isinstance(old, dict):
            return {key: self.value(each, name, report) for key, each in old.items()}
        if isinstance(old, str) and name not in _CODES:
            return self.masker.hide(old)
        return old

    def _model(self, old: BaseModel, report: str) -> BaseModel:
        fields = {
            name: self.value(getattr(old, name), name, report) for name in type(old).model_fields
        }
        if isinstance(old, Piece | NameSpan | Section):
            home = old.report if isinstance(old, Span | NameSpan) else report
            fields |= self._moved(old, self.texts[home])
        if isinstance(old, Where | WhereValue) and not self.exact_places:
            fields |= _blurred(fields)
        return old.model_copy(update=fields)

    def _moved(self, old: Piece | NameSpan | Section, text: Redacted) -> dict[str, Any]:
        start, end = text.span(old.start, old.end)
        words = text.text[start:end]
        if isinstance(old, Section):
            return {"start": start, "end": end}
        said = "exact" if isinstance(old, Piece) else "text"
        return {"start": start, "end": end, said: words}


def _blurred(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Coordinates no finer than the settlement."""
    return {
        name: round(fields[name], _SETTLEMENT)
        for name in ("lat", "lon")
        if fields[name] is not None
    }


def _report(report: DossierReport, text: Redacted, walk: _Walk) -> DossierReport:
    kept = Annotations(
        attributions=tuple(
            walk.value(each, report=report.id)
            for each in report.annotations.attributions
            if _stands(each, text)
        )
    )
    title = walk.masker.hide(report.title) if report.title else None
    return report.model_copy(
        update={
            "text": text.text,
            "title": title,
            "source": report.url or report.outlet or report.id,
            "annotations": kept,
        }
    )


def _stands(attribution: Attribution, text: Redacted) -> bool:
    """Whether all its words are still there."""
    pieces = [p for p in (attribution.source, attribution.cue, *attribution.content) if p]
    spans = [text.span(piece.start, piece.end) for piece in pieces]
    return all(start < end and "[…]" not in text.text[start:end] for start, end in spans)
