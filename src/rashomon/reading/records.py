"""Records with named fields: mappings given in Python, JSON files, JSON Lines."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping

from rashomon.reading import dates
from rashomon.reading.decoding import without_surrogates
from rashomon.reading.drafts import Draft
from rashomon.reading.problems import NotReadError, Problem, note

Item = Draft | Problem

_LONGEST_ID = 200


def read_json(text: str, path: str) -> Iterator[Item]:
    """The reports of a JSON file: one object, a list of objects, or ``{"reports": [...]}``.

    Raises ``NotReadError`` for broken JSON and for anything else.
    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotReadError("broken-json", _broken(error, f"line {error.lineno}")) from error
    except (ValueError, RecursionError) as error:
        raise NotReadError("broken-json", _broken(error, "the file")) from error
    if (
        isinstance(content, dict)
        and "text" not in content
        and isinstance(content.get("reports"), list)
    ):
        content = content["reports"]
    if isinstance(content, dict):
        yield from read_mapping(content, path, path)
    elif isinstance(content, list):
        for number, each in enumerate(content, start=1):
            yield from _read_any(each, f"{path}, item {number}", path)
    else:
        raise NotReadError(
            "record", 'It holds no report; give objects like {"text": "…"} or a list of them.'
        )


def read_json_lines(text: str, path: str) -> Iterator[Item]:
    """The reports of a JSON Lines file; a broken line is named by its number, the rest read."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        label = f"{path}, line {number}"
        try:
            content = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield NotReadError("broken-json", _broken(error, f"line {number}")).about(label)
            continue
        yield from _read_any(content, label, path)


def read_mapping(record: Mapping[str, object], label: str, path: str | None) -> Iterator[Item]:
    """One record with the keys ``id, text, title, outlet, published, url``; others are ignored.

    Only ``text`` is needed. A field of the wrong kind, or a day that cannot be read, is noted
    and not used; a record without text is a problem.
    """
    text = record.get("text")
    if not isinstance(text, str):
        lacking = "has no field" if text is None else "has no string in its field"
        yield NotReadError("record", f'The record {lacking} "text"; give it one.').about(label)
        return
    text, broken = without_surrogates(text)
    if broken:
        yield note(label, "broken-characters", f"{broken} broken characters were read as \ufffd.")
    fields: dict[str, str | None] = {}
    for name in ("id", "title", "outlet", "url"):
        value = record.get(name)
        fields[name] = _string(value)
        if fields[name] is None and value not in (None, ""):
            yield note(label, "field", f'Its field "{name}" is not a string and was not used.')
    published = dates.metadata_day(record.get("published"))
    if published is None and record.get("published") not in (None, ""):
        yield note(label, "date", _unread_day(record["published"]))
    yield Draft(
        label=label,
        text=text,
        path=path,
        url=fields["url"],
        id=(fields["id"] or "")[:_LONGEST_ID] or None,
        title=fields["title"],
        outlet=fields["outlet"],
        published=published,
        published_basis="unknown" if published is None else "metadata",
    )


def _read_any(content: object, label: str, path: str) -> Iterator[Item]:
    if isinstance(content, dict):
        yield from read_mapping(content, label, path)
    else:
        yield NotReadError(
            "record", 'It is no object; each report must be one like {"text": "…"}.'
        ).about(label)


def _string(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if abs(value) < 10**40 else None
    if not isinstance(value, str):
        return None
    return without_surrogates(value)[0].strip() or None


def _unread_day(value: object) -> str:
    shown = repr(value)[:60] if isinstance(value, str | int | float | dt.time) else "a value"
    return (
        f"Its day of publication, {shown}, is not one full date and was not used; write 2024-05-14."
    )


def _broken(error: Exception, where: str) -> str:
    reason = (
        error.msg
        if isinstance(error, json.JSONDecodeError)
        else "it is nested or long beyond reason"
    )
    return f"It is not valid JSON at {where} ({reason}); repair it there."
