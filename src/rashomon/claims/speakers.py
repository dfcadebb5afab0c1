"""The voices of one report: who is heard in it, each under one local id."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from rashomon.claims.account import Account
from rashomon.data import lexicon
from rashomon.data.naming import country, is_local, known, voice_command, voice_key, voice_kind
from rashomon.model.annotations import Attribution, NameMention, Section, VoiceKind
from rashomon.model.base import content_id
from rashomon.model.report import Report
from rashomon.model.spans import Piece
from rashomon.model.voices import NameSpan, Voice

UNNAMED_SPEAKER = "a speaker (not named)"


def staff_words() -> frozenset[str]:
    """Nouns for those who report for an outlet or agency (``staff.tsv``)."""
    return frozenset(row["noun"] for row in lexicon("staff"))


class _Filed(NamedTuple):
    """A voice's id, with the name and kind that it is filed under."""

    id: str
    name: str
    kind: VoiceKind


@dataclass(slots=True)
class Speakers:
    """Gathers the voices of one report as chains are built."""

    account: Account
    voices: dict[str, Voice] = field(default_factory=dict)
    _filed: dict[tuple[str, VoiceKind], _Filed] = field(default_factory=dict)
    _latest: dict[str, tuple[_Filed, NameSpan | None]] = field(default_factory=dict)
    """How each voice was called last: most sentences speak with the voice of the one before."""

    def outlet(self) -> str:
        """The id of the outlet's own voice; one that is not named is a voice of its own."""
        report = self.account.report
        return self._keep(report.outlet or f"the outlet of {_called(report)}", "outlet", None)

    def wire(self) -> str | None:
        """The agency that a dateline credits with the whole text, if any."""
        for section in self.account.notes.sections:
            if section.kind == "dateline" and section.speaker:
                return self.of_section(section)
        return None

    def of_section(self, section: Section) -> str:
        """The voice that speaks in a section."""
        name = section.speaker or UNNAMED_SPEAKER
        inside = self._named(section.start, section.end, name)
        kind: VoiceKind = voice_kind(inside.kind) if inside else "unnamed"
        return self._keep(inside.canonical if inside else name, kind, None)

    def of(self, attribution: Attribution) -> tuple[str, bool] | None:
        """The voice behind an attribution, and whether its own staff saw; ``None`` without one."""
        source = attribution.source
        if source is None or self.account.times_in(source.start, source.end):
            return None
        employer = self.employer(source.start, source.end)
        if employer is not None:
            return employer, True
        spot = NameSpan(
            text=source.exact, report=self.account.report.id, start=source.start, end=source.end
        )
        return self._keep(self._name(attribution, source), attribution.voice_kind, spot), False

    def _name(self, attribution: Attribution, source: Piece) -> str:
        """The resolved name, unless it names only the place or country of a body that the words
        name by a common noun ("Larnos city hospital")."""
        name = attribution.name
        if source.exact.casefold() in _pronouns() and (name or source.exact) == source.exact:
            return UNNAMED_SPEAKER
        if name is None or known(name) or _last_word(name) == _last_word(source.exact):
            return name or source.exact
        inside = self.account.names_in(source.start, source.end)
        named = next((n for n in inside if n.canonical == name or n.exact == name), None)
        if (
            named is not None and named.kind == "person"
        ) or name.casefold() not in source.exact.casefold():
            return name
        return source.exact

    def employer(self, start: int, end: int) -> str | None:
        """The agency or outlet whose reporter the words name as the witness, if they do."""
        text = self.account.report.text[start:end].casefold()
        if not set(re.findall(r"\w+", text)) & staff_words():
            return None
        for name in self.account.names_in(start, end):
            if name.kind in ("agency", "outlet"):
                spot = NameSpan(
                    text=name.exact, report=self.account.report.id, start=name.start, end=name.end
                )
                return self._keep(name.canonical, voice_kind(name.kind), spot)
        outlet = (self.account.report.outlet or "our").casefold()
        return self.outlet() if outlet in text or re.search(r"\bour\b", text) else None

    def _named(self, start: int, end: int, name: str) -> NameMention | None:
        return next(
            (n for n in self.account.names_in(start, end) if n.exact.casefold() in name.casefold()),
            None,
        )

    def _keep(self, name: str, kind: VoiceKind, spot: NameSpan | None) -> str:
        filed = self._file(name, kind)
        heard = self.voices.get(filed.id)
        if heard is not None and self._latest[filed.id] == (filed, spot):
            return filed.id
        spots = (heard.names if heard else ()) + ((spot,) if spot else ())
        self.voices[filed.id] = Voice(
            id=filed.id,
            name=heard.name if heard else filed.name,
            kind=filed.kind,
            names=tuple(dict.fromkeys(spots)),
            command=voice_command(filed.name, filed.kind, spot.text if spot else ""),
            why_null={"actor": "unresolved"},
        )
        self._latest[filed.id] = (filed, spot)
        return filed.id

    def _file(self, name: str, kind: VoiceKind) -> _Filed:
        """Under what a voice is filed; worked out once for each name."""
        found = self._filed.get((name, kind))
        if found is None:
            called, sort = _without_country(name), kind
            if kind == "official" and known(called) is None and is_local(called, kind):
                sort = "unnamed"  # "officials": people of a body, none of them named
            key = voice_key(called, sort, self.account.report.id)
            found = self._filed[name, kind] = _Filed(content_id("v", key), called, sort)
        return found


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("pronouns"))


def _without_country(name: str) -> str:
    """ "Libya's Interior Ministry" is the Interior Ministry, in a report that calls it both; the
    country stays in its command."""
    match = re.match(r"(?:[Tt]he\s+)?(?P<land>[^'’]{2,40})['’]s\s+(?P<body>.+)", name)
    if match and country(match["land"]) and known(match["body"]) is not None:
        return match["body"]
    return name


def _last_word(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return words[-1] if words else ""


def _called(report: Report) -> str:
    """How a report of an outlet that is not named can be told from others: site, file or id."""
    parts = urlsplit(report.url or report.source)
    if parts.scheme in ("http", "https") and parts.hostname:
        return parts.hostname.removeprefix("www.")
    return PurePosixPath(report.source).name or report.id
