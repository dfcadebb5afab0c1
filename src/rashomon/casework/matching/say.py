"""A comparison as sentences, and as a table."""

from collections.abc import Iterator

from rashomon.casework.matching.matches import LEAST, Match, Matched
from rashomon.casework.matching.rows import MAX_ROWS
from rashomon.publishing.exports.parts import Cell, Table

_COLUMNS = (
    *("incident", "title", "row", "row_id", "score", "day", "place", "kind", "actors", "toll"),
    *("compared", "differences"),
)


def sentences(matched: Matched) -> Iterator[str]:
    """What was read, then each incident with the rows that fit it."""
    yield f"{matched.source}: {matched.rows:,} rows read as {matched.format}."
    if matched.undated:
        yield f"{matched.undated:,} of them have no day that can be read."
    if matched.broken:
        yield f"{matched.broken:,} lines are no rows of a table."
    if matched.cut:
        yield f"What comes after row {MAX_ROWS:,} was not read."
    for incident in matched.dossier.incidents:
        yield ""
        yield incident.title
        found = matched.of(incident.id)
        if incident.when.earliest is None:
            yield "  No day is known, so no row was compared."
        elif not found:
            yield f"  No row fits (none scores {LEAST} or more)."
        for each in found:
            yield from _told(each)


def _told(found: Match) -> Iterator[str]:
    named = f" ({found.row.id})" if found.row.id else ""
    yield f"  Row {found.row.number:,}{named} fits with a score of {found.score:.2f}."
    for part in found.parts:
        score = "–" if part.score is None else f"{part.score:.2f}"
        yield f"    {part.what:7} {score:>4}  {part.words}"
    for each in found.differences:
        yield f"    {each}"


def table(matched: Matched) -> Table:
    """One row for each match; an incident that none fits has one row without."""
    return Table.of("matches", _COLUMNS, _records(matched))


def _records(matched: Matched) -> Iterator[dict[str, Cell]]:
    for incident in matched.dossier.incidents:
        found = matched.of(incident.id)
        if not found:
            empty: dict[str, Cell] = dict.fromkeys(_COLUMNS)
            yield {**empty, "incident": incident.id, "title": incident.title}
        for each in found:
            scores: dict[str, Cell] = {part.what: part.score for part in each.parts}
            yield {
                "incident": incident.id,
                "title": incident.title,
                "row": each.row.number,
                "row_id": each.row.id,
                "score": each.score,
                **scores,
                "compared": "; ".join(f"{part.what}: {part.words}" for part in each.parts),
                "differences": " ".join(each.differences),
            }
