"""Drafts → reports: ids, copies of one report, reprints, and what is not read."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.base import content_id
from rashomon.model.report import Report
from rashomon.reading import dates, heads, languages, outlets, published, signs
from rashomon.reading.drafts import Draft
from rashomon.reading.problems import NotReadError, Problem, note


def accept(draft: Draft, max_chars: int) -> Draft:
    """The draft with language, title, outlet and day filled in from its text.

    Raises ``NotReadError`` where it is empty, too long, full of signs, or in a language that
    cannot be read.
    """
    if not draft.text.strip():
        raise NotReadError("empty", "Its text is empty, so there is nothing to read.")
    if len(draft.text) > max_chars:
        raise NotReadError(
            "too-long",
            f"Its text has {len(draft.text):,} characters, more than the {max_chars:,} that are "
            "read; split it, or raise max_chars.",
        )
    signs.check(draft.text)
    language = draft.language or languages.language_of(draft.text)
    languages.check(language)
    return _with_day(_with_head(replace(draft, language=language)))


def doubts(draft: Draft) -> list[Problem]:
    """A note where the text itself names quite another day than the metadata, which stand.

    Archives and crawlers often give the day of saving for the day of publication.
    """
    if draft.published is None or draft.published_basis != "metadata":
        return []
    day = published.published_day(draft.text)
    if day is None or dates.apart(day, draft.published) <= 1:
        return []
    words = f"Its text says {day}; the day given with it, {draft.published[:10]}, was used."
    return [note(draft.label, "date", words)]


def finish(drafts: Iterable[Draft]) -> tuple[tuple[Report, ...], list[Problem]]:
    """Reports with their ids: the same text from the same source once, the rest as they came."""
    chosen, problems = _once(drafts)
    chosen = _with_years(chosen)
    shared = _shared_ids(chosen)
    reports = []
    for draft in chosen:
        reports.append(_report(draft, draft.id if draft.id not in shared else None))
        if draft.id in shared:
            problems.append(note(draft.label, "same-id", _same_id(draft.id, reports[-1].id)))
    return tuple(reports), problems + _reprints(chosen)


def _with_head(draft: Draft) -> Draft:
    if not draft.plain:
        return draft
    title = draft.title or heads.title_of(draft.text)
    outlet = draft.outlet or outlets.outlet_of(draft.text, title)
    return replace(draft, title=title, outlet=outlet)


def _with_day(draft: Draft) -> Draft:
    if draft.published is not None:
        return draft
    day = published.published_day(draft.text)
    return draft if day is None else replace(draft, published=day, published_basis="text")


def _with_years(drafts: list[Draft]) -> list[Draft]:
    """The drafts whose text says a day without a year, dated by the days of the others."""
    known = sorted(draft.published for draft in drafts if draft.published)
    return [draft if draft.published else _with_year(draft, known) for draft in drafts]


def _with_year(draft: Draft, known: list[str]) -> Draft:
    said = published.month_and_day(draft.text)
    day = published.with_year(said, known) if said else None
    return replace(draft, published=day, published_basis="text") if day else draft


def _once(drafts: Iterable[Draft]) -> tuple[list[Draft], list[Problem]]:
    """Of drafts with one identity the least, at the place of the first: order changes nothing."""
    groups: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[_identity(draft)].append(draft)
    problems = [
        note(again.label, "same-report", f"It is the same report as {group[0].label}; read once.")
        for group in groups.values()
        for again in group[1:]
    ]
    return [min(group, key=_fullest) for group in groups.values()], problems


def _identity(draft: Draft) -> tuple[str, ...]:
    """Source and text. Records of one file without addresses are told apart by their ids."""
    own = (draft.url,) if draft.url else (draft.source or draft.path or "", draft.id or "")
    return (*own, draft.text)


def _fullest(draft: Draft) -> tuple[bool | str, ...]:
    fields = (draft.id, draft.published, draft.title, draft.outlet)
    return (*(field is None for field in fields), *(field or "" for field in fields))


def _shared_ids(drafts: list[Draft]) -> set[str | None]:
    counts = Counter(draft.id for draft in drafts if draft.id is not None)
    return {given for given, count in counts.items() if count > 1}


def _same_id(given: str | None, own: str) -> str:
    return (
        f'Its id "{given}" is also that of another report, so it is called {own} here; '
        "give each report an id of its own."
    )


def _report(draft: Draft, own_id: str | None) -> Report:
    utf8 = draft.text.encode("utf-8", "surrogatepass")
    sha256 = draft.sha256 or hashlib.sha256(utf8).hexdigest()
    source = draft.source or draft.url or draft.path or draft.id
    # Where several records share a path, the id that was given still tells them apart.
    parts = (sha256,) if own_id or not draft.id else (sha256, draft.id)
    made = own_id or content_id("r", *parts, source=source or "")
    return Report(
        id=made,
        source=source or made,
        sha256=sha256,
        text=draft.text,
        title=draft.title,
        outlet=draft.outlet,
        url=draft.url,
        published=draft.published,
        published_basis=draft.published_basis,
        language=draft.language,
    )


def _reprints(drafts: Iterable[Draft]) -> list[Problem]:
    by_text: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_text[draft.text].append(draft)
    return [
        note(again.label, "reprint", f"It has the same text as {group[0].label}: a reprint.")
        for group in by_text.values()
        for again in group[1:]
    ]
