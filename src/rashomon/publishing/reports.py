"""The reports in full, with the words of every claim marked."""

from collections.abc import Iterator

from rashomon.model.annotations import Section
from rashomon.model.dossier import DossierReport
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.book import Book, Ref
from rashomon.publishing.borrowing import borrowed, shared_marks
from rashomon.publishing.dates import day_words, partly
from rashomon.publishing.hostile import anchor, web_address
from rashomon.publishing.marks import Block, Mark, Segment, blocks, segments
from rashomon.publishing.views import BlockView, Detail, MarkView, ReportView

_FEW = 3


def report_view(report: DossierReport, book: Book) -> ReportView:
    """One report with its text cut into blocks and segments."""
    return ReportView(
        anchor=anchor("report", report.id),
        tag=book.tag(report.id),
        classes=_classes(report.id, book),
        name=book.report_name(report.id),
        title=report.title or "",
        published=published_words(report),
        address=web_address(report.url) or web_address(report.source),
        source=report.url or report.source,
        details=tuple(_details(report)),
        incidents=tuple(book.incident(each) for each in _incidents(report)),
        claims=len(book.claims_of.get(report.id, ())),
        open=len(book.dossier.reports) <= _FEW,
        borrowed=borrowed(report.id, book),
        blocks=_blocks(report, book),
    )


def _classes(report: str, book: Book) -> str:
    """Those of all its claims: it is shown where one of them is."""
    found = (book.classes(claim).split() for claim in book.claims_of.get(report, ()))
    codes = dict.fromkeys(code for codes in found for code in codes)
    return " ".join(dict.fromkeys([book.tag(report).lower(), *codes]))


def mark_views(book: Book) -> dict[str, MarkView]:
    """For every claim: the id of its mark, and the way from there to its card."""
    return {
        claim.id: MarkView(anchor("mark", claim.id), _to_card(claim.id, book), book.classes(claim))
        for claim in book.claims.values()
    }


def _to_card(claim_id: str, book: Book) -> Ref:
    claim, ref = book.claims[claim_id], book.claim(claim_id)
    title = f"{words.PROPERTY[claim.property]}: {value_words(claim.value, book)}"
    return Ref(ref.text.partition(".")[2] or ref.text, ref.href, ref.text, title)


def published_words(report: DossierReport) -> str:
    """When it was published and how that is known, as a sentence without its full stop."""
    basis = words.PUBLISHED[report.published_basis]
    if report.published:
        return f"Published {day_words(report.published)} ({basis})"
    if report.published_range:
        span = partly(report.published_range.earliest, report.published_range.latest)
        return f"Publication day not known; it fits {span} ({basis})"
    return f"Publication day: {words.absent(report.why_null, 'published')}"


def _incidents(report: DossierReport) -> list[str]:
    """The main incident first."""
    main = [report.main_incident] if report.main_incident else []
    return list(dict.fromkeys([*main, *report.incidents]))


def _details(report: DossierReport) -> Iterator[Detail]:
    if report.outlet is None:
        yield Detail("Outlet", words.absent(report.why_null, "outlet"), absent=True)
    if report.title is None:
        yield Detail("Title", words.absent(report.why_null, "title"), absent=True)
    language = report.language or words.absent(report.why_null, "language")
    yield Detail("Language", language, absent=report.language is None)
    yield Detail("SHA-256", report.sha256)


def _blocks(report: DossierReport, book: Book) -> tuple[BlockView, ...]:
    found = blocks(report.text, report.annotations.sections)
    marks = [
        Mark(claim.span.start, claim.span.end, claim.id, "said")
        for claim in book.claims_of.get(report.id, ())
    ]
    marks += [
        Mark(section.start, section.end, "", "dateline")
        for section in report.annotations.sections
        if section.kind == "dateline"
    ]
    marks += shared_marks(report.id, book)
    rows = segments(report.text, found, marks)
    kept = found or (Block(0, 0, None, False),)
    return tuple(_block(block, row, book) for block, row in zip(kept, rows, strict=True))


def _block(block: Block, row: tuple[Segment, ...], book: Book) -> BlockView:
    section = block.section
    if section is None:
        return BlockView("prose", "", row)
    return BlockView(section.kind, _caption(section, book) if block.first else "", row)


def _caption(section: Section, book: Book) -> str:
    speaker = section.speaker or (book.voice_name(section.voice) if section.voice else "")
    parts = [
        words.SECTION[section.kind],
        speaker,
        section.handle or "",
        day_words(section.posted) if section.posted else "",
        "" if section.certain else "its end is inferred",
    ]
    return " · ".join(part for part in parts if part)
