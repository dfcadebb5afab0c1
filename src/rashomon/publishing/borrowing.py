"""What a report has in common with others: from whom it took it, in which words, what changed."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model.copies import Copy, CopySpan, Drift
from rashomon.publishing import words
from rashomon.publishing.book import Book, Ref
from rashomon.publishing.copy_views import BorrowedView, ChangeView
from rashomon.publishing.hostile import anchor
from rashomon.publishing.marks import Mark

_WORD = re.compile(r"\w+")
_FEW = 4  # reports that are named; of a story in a hundred outlets the copy names all

Trigram = tuple[str, str, str]


def borrowed(report: str, book: Book) -> tuple[BorrowedView, ...]:
    """One for each copy that the report has a part in; what it took comes first."""
    found = [_view(copy, report, book) for copy in book.copies_of.get(report, ())]
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.role)))


_ORDER = ("copy", "unknown", "origin")


def _view(copy: Copy, report: str, book: Book) -> BorrowedView:
    own = [span for span in copy.spans if span.report == report]
    role = min((span.role for span in own), key=_ORDER.index)
    others = _others(copy, report, role)
    return BorrowedView(
        role=role,
        how=_how(copy, role),
        others=tuple(book.report(each) for each in others[:_FEW]),
        more=max(0, len(others) - _FEW),
        share=_share(own, role),
        copy=Ref(words.COPY[copy.kind], f"#{anchor('copy', copy.id)}"),
        source=book.voice(copy.primary_source) if copy.primary_source else None,
        changes=tuple(_changes(copy.drift, report, book)),
    )


def _others(copy: Copy, report: str, role: str) -> list[str]:
    """Of a copy the origin; else all who share it."""
    origin = [span.report for span in copy.spans if span.role == "origin"]
    every = origin if role == "copy" and origin else [span.report for span in copy.spans]
    return [each for each in dict.fromkeys(every) if each != report]


def _how(copy: Copy, role: str) -> str:
    if copy.kind == "own-update":
        return {"copy": "Updates", "origin": "Updated by"}.get(role, "Another version of")
    return {"copy": "Taken from", "origin": "Taken over by"}.get(
        role, "Shared, and who had it first is not known, with"
    )


def _share(own: Sequence[CopySpan], role: str) -> str:
    """How much of the passage stands so in the origin, over all its pieces."""
    size = sum(len(span.exact) for span in own)
    if role == "origin" or not size:
        return ""
    share = sum(span.containment * len(span.exact) for span in own) / size
    return f"{share:.0%} word for word"


def _changes(drifts: Iterable[Drift], report: str, book: Book) -> Iterator[ChangeView]:
    for drift in drifts:
        before, after = drift.from_, drift.to
        if report not in (before.report, after.report):
            continue
        yield ChangeView(
            what=words.DRIFT[drift.what],
            before=before.exact,
            before_in=None if before.report == report else book.report(before.report),
            how=_became(drift),
            after=after.exact,
            after_in=None if after.report == report else book.report(after.report),
        )


def _became(drift: Drift) -> str:
    """The verb between the two wordings: of a word that fell only the sentence can be shown."""
    if drift.what in ("attribution-dropped", "hedge-dropped") and len(drift.to.exact) > _PHRASE:
        return "is gone in"
    if drift.what == "hedge-added" and len(drift.from_.exact) > _PHRASE:
        return "gained"
    return "became"


def shared_marks(report: str, book: Book) -> list[Mark]:
    """Marks on the words that stand so in another report, and on those that changed."""
    marks = []
    for copy in book.copies_of.get(report, ()):
        known = {t for s in copy.spans if s.report != report for t in _trigrams(_words(s))}
        for span in copy.spans:
            if span.report == report:
                marks += [Mark(a, b, "", "shared") for a, b in _runs(span, known)]
        ends = [span for drift in copy.drift for span in (drift.from_, drift.to)]
        changed = {(s.start, s.end) for s in ends if s.report == report}
        marks += [Mark(a, b, "", "drifted") for a, b in sorted(changed) if b - a <= _PHRASE]
    return marks


_PHRASE = 60  # characters: a changed word or phrase; a whole sentence is not marked as changed


def _words(span: CopySpan) -> list[tuple[str, int, int]]:
    return [
        (m.group().casefold(), span.start + m.start(), span.start + m.end())
        for m in _WORD.finditer(span.exact)
    ]


def _trigrams(found: Sequence[tuple[str, int, int]]) -> list[Trigram]:
    folded = [word for word, _, _ in found]
    return list(zip(folded, folded[1:], folded[2:], strict=False))


def _runs(span: CopySpan, known: set[Trigram]) -> list[tuple[int, int]]:
    """Stretches of words of which every three in a row stand in another report."""
    found = _words(span)
    shared = [False] * len(found)
    for at, trigram in enumerate(_trigrams(found)):
        if trigram in known:
            shared[at : at + 3] = [True] * 3
    runs: list[tuple[int, int]] = []
    before = False
    for (_, start, end), is_shared in zip(found, shared, strict=True):
        if is_shared:
            runs = [*runs[:-1], (runs[-1][0], end)] if before else [*runs, (start, end)]
        before = is_shared
    return runs
