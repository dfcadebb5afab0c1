"""The language room as one function: reports in, annotated reports out.

Our components are ordinary spaCy components (``rashomon_times`` and so on) that any pipeline can
use; here they are put around the pipeline that the settings name.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.language import attributions, charges, counts, events, names, places, sections, times
from rashomon.language.extensions import register
from rashomon.language.tokens import careful
from rashomon.model.annotations import Annotated, Annotations, Attribution, Sentence
from rashomon.model.report import Report

_BEFORE_THE_PARSER = ("rashomon_sections",)
_AFTER_THE_NAMES = (
    "rashomon_names",
    "rashomon_places",
    "rashomon_times",
    "rashomon_counts",
    "rashomon_events",
    "rashomon_attributions",
    "rashomon_charges",
)
_COMPONENTS = (attributions, charges, counts, events, names, places, sections, times)
"""Importing these modules registers their factories."""

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_BATCH = 32


@lru_cache(maxsize=2)
def load(name: str) -> Language:
    """The named spaCy pipeline with our components around it; loaded once per process.

    Raises ``OSError`` where no such pipeline is installed.
    """
    register()
    nlp = spacy.load(name)
    nlp.tokenizer = careful(nlp)
    for component in _BEFORE_THE_PARSER:
        nlp.add_pipe(component, first=True)
    for component in _AFTER_THE_NAMES:
        nlp.add_pipe(component)
    return nlp


@lru_cache(maxsize=2)
def fingerprint(name: str) -> str:
    """SHA-256 over the files of the installed pipeline, names and bytes."""
    root = Path(str(load(name).path))
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(root).as_posix()).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def annotate(reports: Iterable[Report], nlp: Language) -> Iterator[Annotated]:
    """Annotate reports in order, in batches."""
    pairs = ((_prepared(report, nlp), report) for report in reports)
    for doc, report in nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH):
        yield annotated(doc, report)


def _prepared(report: Report, nlp: Language) -> Doc:
    doc = nlp.make_doc(report.text)
    doc._.published = dt.date.fromisoformat(report.published[:10]) if report.published else None
    doc._.outlet = report.outlet
    doc._.title = report.title
    doc._.url = report.url
    return doc


def annotated(doc: Doc, report: Report) -> Annotated:
    """What our components left on ``doc``, as typed models with ids of this report."""
    annotations = Annotations(
        sentences=tuple(
            Sentence(start=sent.start_char, end=sent.end_char)
            for sent in doc.sents
            if sent.text.strip()
        ),
        sections=doc._.sections,
        items=doc._.items,
        times=doc._.times,
        places=doc._.places,
        counts=doc._.counts,
        names=doc._.names,
        attributions=tuple(_with_report_ids(each, report.id) for each in doc._.attributions),
        mentions=doc._.mentions,
    )
    return Annotated(
        report=report,
        annotations=annotations,
        words=_content_words(doc),
        charges=doc._.charges,
    )


def _with_report_ids(attribution: Attribution, report: str) -> Attribution:
    parent = f"{report}:{attribution.parent}" if attribution.parent else None
    return attribution.model_copy(update={"id": f"{report}:{attribution.id}", "parent": parent})


def _content_words(doc: Doc) -> tuple[tuple[int, str], ...]:
    return tuple(
        (token.idx, token.lemma_.lower())
        for token in doc
        if token.pos_ in _CONTENT and not token.is_stop and len(token) > 1
    )
