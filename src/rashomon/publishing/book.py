"""Look-ups over one dossier: who an id means, and where the page shows it."""

import textwrap
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from rashomon.data.phrases import words
from rashomon.model.annotations import Attribution
from rashomon.model.claims import Claim
from rashomon.model.copies import Copy
from rashomon.model.dossier import Dossier, DossierReport
from rashomon.model.incidents import Incident
from rashomon.model.voices import Actor, Voice
from rashomon.publishing.hostile import anchor
from rashomon.publishing.many import file_of
from rashomon.publishing.placing import Placing, place_claims
from rashomon.publishing.words import VOICE

_LONGEST_NAME = 56
_OF_FILE = "the outlet of "


@dataclass(frozen=True, slots=True)
class Ref:
    """A name, with where it leads: ``href`` is a fragment of this page or null.

    ``tag`` is a short mark in front ("R1"), ``title`` what a pointer shows.
    """

    text: str
    href: str | None = None
    tag: str = ""
    title: str = ""


class Book:
    """Names, numbers and anchors of everything in a dossier.

    Reports are numbered R1, R2 … in the dossier's order, claims R1.1, R1.2 … in the order of
    their words. An id that leads nowhere stands for itself, without a link; of two claims with
    one id, the first is shown.
    """

    def __init__(self, dossier: Dossier, whole: Dossier | None = None) -> None:
        """Read the dossier once. ``whole``: the one that it is a part of, for numbers and titles;
        each of its incidents has a page of its own."""
        whole = whole or dossier
        self.dossier = dossier
        self._elsewhere = {each.id: each.title for each in whole.incidents}
        self.placing: Placing = place_claims(dossier)
        self.claims: dict[str, Claim] = {claim.id: claim for claim in reversed(dossier.claims)}
        self.incidents: dict[str, Incident] = {each.id: each for each in dossier.incidents}
        self.claims_of: dict[str, list[Claim]] = _by_report(self.claims)
        self.copies_of: dict[str, list[Copy]] = _copies_by_report(dossier)
        self._reports: dict[str, DossierReport] = {each.id: each for each in dossier.reports}
        self._numbers = {each.id: n for n, each in enumerate(whole.reports, start=1)}
        self._voice_classes = {v.id: f"v{n}" for n, v in enumerate(dossier.voices, start=1)}
        self._voices: dict[str, Voice] = {voice.id: voice for voice in dossier.voices}
        self._actors: dict[str, Actor] = {actor.id: actor for actor in dossier.actors}
        self._outlets = self._unnamed_outlets()
        self._claim_tags = {
            claim.id: f"{self.tag(report)}.{n}"
            for report, claims in _by_report({claim.id: claim for claim in whole.claims}).items()
            for n, claim in enumerate(claims, start=1)
        }
        self._attributions: dict[tuple[str, str], Attribution] = {
            (report.id, attribution.id): attribution
            for report in dossier.reports
            for attribution in report.annotations.attributions
        }

    def _unnamed_outlets(self) -> dict[str, str]:
        """The outlets that go by the file of their report, longest first."""
        found: dict[str, str] = {}
        for report, claims in self.claims_of.items():
            heads = {claim.chain[0].voice for claim in claims if claim.chain}
            for voice in (self._voices[each] for each in sorted(heads & self._voices.keys())):
                if voice.kind == "outlet" and not voice.names and voice.name.startswith(_OF_FILE):
                    found[voice.name] = f"{_OF_FILE}{self.tag(report)}"
        return dict(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))

    def tag(self, report: str) -> str:
        """ "R3"; "R?" for a report that is not in the dossier."""
        return f"R{self._numbers.get(report, '?')}"

    def report_name(self, report: str) -> str:
        """The outlet, else the head of the title, else the end of the source."""
        known = self._reports.get(report)
        if known is None:
            return report
        return known.outlet or shortened(known.title or "") or _tail(known.source) or known.source

    def report(self, report: str) -> Ref:
        """A report by its number and outlet."""
        href = f"#{anchor('report', report)}" if report in self._reports else None
        title = self._reports[report].title if report in self._reports else None
        return Ref(self.report_name(report), href, self.tag(report), title or "")

    def claim_tag(self, claim: str) -> str:
        """ "R1.3"."""
        return self._claim_tags.get(claim, claim)

    def claim(self, claim: str) -> Ref:
        """A claim by its number, leading to its card."""
        if claim not in self.claims:
            return Ref(claim)
        return Ref(self._claim_tags[claim], f"#{anchor('claim', claim)}")

    def mark(self, claim: str) -> Ref:
        """A claim by its number, leading to its words in the report."""
        return Ref(self.claim_tag(claim), f"#{anchor('mark', claim)}")

    def classes(self, claim: Claim) -> str:
        """The classes by which a claim is filtered: "pkilled r2 v4 v7"."""
        voices = dict.fromkeys(self._voice_classes.get(link.voice, "") for link in claim.chain)
        report = self._numbers.get(claim.span.report)
        found = [f"p{claim.property}", f"r{report}" if report else "", *voices]
        return " ".join(each for each in found if each)

    def voice_class(self, voice: str) -> str:
        """The class of one voice."""
        return self._voice_classes.get(voice, "")

    def voice_name(self, voice: str) -> str:
        """A voice's name; of an outlet that nothing names, the number of its report."""
        if voice not in self._voices:
            return voice
        name = self._voices[voice].name
        return self._outlets.get(name, name)

    def voice_kind(self, voice: str) -> str:
        """What kind of voice it is, in words; empty for an id that leads nowhere."""
        return VOICE[self._voices[voice].kind] if voice in self._voices else ""

    def is_outlet(self, voice: str) -> bool:
        """Whether a voice is an outlet's."""
        return voice in self._voices and self._voices[voice].kind == "outlet"

    def is_named(self, voice: str) -> bool:
        """Whether somebody is named by it."""
        return voice in self._voices and self._voices[voice].kind != "unnamed"

    def readable(self, prose: str) -> str:
        """A sentence of the dossier in which unnamed outlets are named as on this page."""
        for name, short in self._outlets.items():
            prose = prose.replace(name, short)
        return prose

    def voice(self, voice: str) -> Ref:
        """A voice, leading to its row."""
        href = f"#{anchor('voice', voice)}" if voice in self._voices else None
        return Ref(self.voice_name(voice), href)

    def actor_name(self, actor: str) -> str:
        """An actor's name."""
        return self._actors[actor].name if actor in self._actors else actor

    def is_several(self, actor: str) -> bool:
        """Whether an actor is people in the plural ("rebels", "Russian jets", "police")."""
        known = self._actors.get(actor)
        if known is None:
            return False
        return is_plural(known.name) if known.kind == "crowd" else _is_collective(known.name)

    def actor(self, actor: str) -> Ref:
        """An actor, leading to its entry."""
        href = f"#{anchor('actor', actor)}" if actor in self._actors else None
        return Ref(self.actor_name(actor), href)

    def incident(self, incident: str) -> Ref:
        """An incident, leading to its section."""
        known = self.incidents.get(incident)
        if known:
            return Ref(known.title, f"#{anchor('incident', incident)}")
        if incident in self._elsewhere:
            return Ref(self._elsewhere[incident], file_of(incident))
        return Ref(incident)

    def cue(self, report: str, attribution: str | None) -> str:
        """The verb by which somebody speaks, as written; empty where there is none."""
        found = self._attributions.get((report, attribution or ""))
        return found.cue.exact if found and found.cue else ""


def _copies_by_report(dossier: Dossier) -> dict[str, list[Copy]]:
    found: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in dossier.copies:
        for report in dict.fromkeys(span.report for span in copy.spans):
            found[report].append(copy)
    return dict(found)


def is_plural(name: str) -> bool:
    """Whether a name of people is a plural by its last word ("gunmen", "rebels", "police")."""
    last = name.rpartition(" ")[2].casefold()
    by_itself = _is_collective(name) or last.endswith(("men", "children"))
    return by_itself or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def _is_collective(name: str) -> bool:
    """Whether the last word is a plural without an ending: "police"."""
    return name.rpartition(" ")[2].casefold() in _plurals()


@cache
def _plurals() -> frozenset[str]:
    return words("people", "noun", number="plural")


def shortened(title: str) -> str:
    """As much of a text as can stand in a line, cut after a word."""
    short = textwrap.shorten(title, _LONGEST_NAME, placeholder=" …")
    return short if short != "…" else title[:_LONGEST_NAME] + " …"


def _tail(source: str) -> str:
    """The file's name, without its folders."""
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _by_report(by_id: dict[str, Claim]) -> dict[str, list[Claim]]:
    grouped: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in by_id.values():
        grouped[claim.span.report].append(claim)
    for claims in grouped.values():
        claims.sort(key=lambda claim: (claim.span.start, claim.span.end, claim.property, claim.id))
    return dict(grouped)
