"""A dossier as the checks ask it: by the names of the report files and by paired incidents."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from goldset import Coding, Happening, Stretch, fold, overlap, stretch, within
from pairing import paired

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What a dossier says of a pile.

    ``homes`` gives the dossier's incident for a gold letter; ``names`` every spelling of each
    actor, and of the voices that are no actor.
    """

    coding: Coding
    reports: Mapping[str, Entry]
    incidents: Mapping[str, Entry]
    homes: Mapping[str, str]
    claims: tuple[Entry, ...]
    actors: tuple[Entry, ...]
    copies: tuple[Entry, ...]
    voices: Mapping[str, Entry]
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def home(self, letter: str | None) -> Entry | None:
        """The dossier's incident that is the gold one."""
        return self.incidents.get(self.homes.get(letter or "", ""))

    def place(self, report: str, quote: str) -> Stretch | None:
        """Where the quote stands in the dossier's text of the report."""
        return stretch(self.reports[report]["text"], quote) if report in self.reports else None

    def lies(self, span: Entry, report: str, at: Stretch | None) -> bool:
        """Whether a span of the dossier overlaps a stretch of a report."""
        own = self.reports.get(report)
        if own is None or span["report"] != own["id"]:
            return False
        return overlap((span["start"], span["end"]), at)

    def short(self, report_id: str) -> str:
        """The gold name of a report of the dossier."""
        return next((name for name, own in self.reports.items() if own["id"] == report_id), "")

    def told_in(self, incident: Entry) -> frozenset[str]:
        """The gold names of the incident's reports."""
        return frozenset(self.short(each) for each in incident["reports"])

    def findings(self, letter: str, name: str) -> Iterator[Entry]:
        """The findings of that property, the one over all people first."""
        home = self.home(letter)
        own = [f for f in home["findings"] if f["property"] == name] if home else []
        yield from sorted(own, key=lambda f: f["who"] is not None)

    def claim(self, claim_id: str) -> Entry | None:
        """The claim of that id."""
        return next((claim for claim in self.claims if claim["id"] == claim_id), None)

    def called(self, voice_or_actor: str) -> frozenset[str]:
        """All names of a voice or an actor."""
        voice = self.voices.get(voice_or_actor)
        return self.names.get((voice and voice["actor"]) or voice_or_actor, frozenset())

    def holders(self, name: str) -> set[str]:
        """The actors (or voices that are none) of that name; else whose name has it in it."""
        exact = {who for who, own in self.names.items() if fold(name) in map(fold, own)}
        return exact or {
            who for who, own in self.names.items() if any(within(name, each) for each in own)
        }


def found(coding: Coding, dossier: Entry) -> Found:
    """The dossier with the names of the gold coding for its reports and incidents."""
    reports = {PurePath(each["source"]).stem: each for each in dossier["reports"]}
    short = {each["id"]: name for name, each in reports.items()}
    own = tuple(_happening(incident, short) for incident in dossier["incidents"])
    return Found(
        coding=coding,
        reports=reports,
        incidents={incident["id"]: incident for incident in dossier["incidents"]},
        homes=paired(coding.happenings, own),
        claims=tuple(dossier["claims"]),
        actors=tuple(dossier["actors"]),
        copies=tuple(dossier["copies"]),
        voices={voice["id"]: voice for voice in dossier["voices"]},
        names=_names(dossier),
    )


def _happening(incident: Entry, short: Mapping[str, str]) -> Happening:
    return Happening(
        name=incident["id"],
        reports=frozenset(short[each] for each in incident["reports"]),
        main_in=frozenset(short[each] for each in incident["main_in"]),
        days=days(incident["when"]),
        places=places(incident["where"]),
        kinds=frozenset({incident["kind"]}),
    )


def days(when: Entry | None) -> tuple[str | None, str | None]:
    """First and last day of a time, hours cut."""
    first, last = ((when or {}).get(end) for end in ("earliest", "latest"))
    return (first[:10] if first else None, last[:10] if last else None)


def places(where: Entry | None) -> tuple[str, ...]:
    """All narrow names of an incident's place."""
    if not where:
        return ()
    own = (where.get("name"), where.get("facility"), *(s["name"] for s in where["sites"]))
    return tuple(name for name in own if name)


def _names(dossier: Entry) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for actor in dossier["actors"]:
        names[actor["id"]] |= {actor["name"], *(n["text"] for n in actor["names"])}
    for voice in dossier["voices"]:
        names[voice["actor"] or voice["id"]] |= {
            voice["name"],
            *(n["text"] for n in voice["names"]),
        }
    return {who: frozenset(own) for who, own in names.items()}
