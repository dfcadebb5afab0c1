"""The voices of one report: who is heard in it, each under one local id."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from rashomon.claims.account import Account
from rashomon.claims.bodies import Bodies, hyphened_close, of_a_close_one
from rashomon.claims.carriers import carrier, is_own_medium
from rashomon.claims.source_words import names_another_there, without_aside
from rashomon.claims.told_again import first_heard
from rashomon.data import lexicon
from rashomon.data.body_names import body_nouns, chief_noun, telling_words
from rashomon.data.documents import issued_by, issuer_of, publisher_kind
from rashomon.data.naming import (
    capital_of,
    country,
    fold,
    is_local,
    known,
    voice_command,
    voice_key,
    voice_kind,
)
from rashomon.data.phrases import any_of, words
from rashomon.data.publishers import is_press
from rashomon.data.sites import site_of
from rashomon.model.annotations import Attribution, NameMention, Section, VoiceKind
from rashomon.model.base import content_id
from rashomon.model.report import Report
from rashomon.model.spans import Piece
from rashomon.model.voices import NameSpan, Voice

_TEXT = re.compile(r"(?:the|this|its|their)\s+(?P<text>[^\W\d_]+(?:\s[^\W\d_]+)?)", re.I)
_HEAD = 600  # characters in which a publisher gives its name
_OPENS_A_TIME = re.compile(r"(?:\s(?:on|in|at|by|since))?\s*$", re.IGNORECASE)
_TURN = re.compile(r"[A-Z][\w .'’-]{1,40}:\s")
_SHORTEST = 3  # letters of a name that its initials make
_SPEAKS_ON = 8
"""Sentences in which "the statement" is the one told of before."""
UNNAMED_SPEAKER = "a speaker (not named)"
UNNAMED_PEOPLE = "people (not named)"


def staff_words() -> frozenset[str]:
    """Nouns for those who report for an outlet or agency (``staff.tsv``)."""
    return frozenset(row["noun"] for row in lexicon("staff") if not row["reads"])


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

    _issuer: str | None = field(init=False)
    _publisher: str | None = field(init=False)
    _bodies: Bodies = field(init=False)
    _own_names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """See once who issues the text, if a body does in its own name, and which others it
        names."""
        report = self.account.report
        self._issuer = issued_by(report.outlet) or issuer_of(report.text)
        self._publisher = issued_by(report.outlet) or report.outlet or self._issuer
        self._own_names = own_names(self._publisher or "", report.text)
        if self._issuer is None and self._publisher and self._cites_itself(self._publisher):
            self._issuer = self._publisher
        self._bodies = Bodies(self.account, self._issuer)
        if (
            self._publisher
            and publisher_kind(self._publisher, self._issuer is not None) != "outlet"
        ):
            self._own_names |= {f"the {chief_noun(self._publisher)}"}

    def _cites_itself(self, publisher: str) -> bool:
        """Whether the text tells what its publisher says or calls for, as bodies do in what they
        issue and papers do not: "Harbour Rights International said today"."""
        if publisher_kind(publisher, issues=False) != "outlet" or is_press(publisher):
            return False
        heard = (a for a in self.account.notes.attributions if a.source and not a.parent)
        said = (a for a in heard if a.source and fold(a.source.exact) in self._own_names)
        return any(a.polarity == "affirmed" and a.kind == "indirect" for a in said)

    def outlet(self) -> str:
        """The id of the publisher's own voice.

        A body that issues its own text speaks for itself, and so does an agency whose wire copy
        comes without an outlet. Any other that is not named is a voice of its own.
        """
        report = self.account.report
        if report.outlet is None:
            wire = self._of_agency("dateline")
            if wire is not None:
                return wire
        name = self._publisher
        if name is None:
            return self._keep(f"the outlet of {_called(report)}", "outlet", None)
        issues = self._issuer is not None and _alike(self._issuer, name)
        kind = publisher_kind(name, issues)
        return self._keep(name, kind, None)

    def issuer(self) -> Voice | None:
        """The body that issues the text in its own name, if one does."""
        if self._issuer is None:
            return None
        return self.voices[self._keep(self._issuer, publisher_kind(self._issuer, True), None)]

    def through(self) -> Iterator[str]:
        """Who stands between the publisher and the text as a whole: the body that issues it, the
        agency of the dateline, whoever a line credits with it."""
        outlet = self._publisher
        if outlet and self._issuer and not _alike(self._issuer, outlet):
            yield self._keep(self._issuer, publisher_kind(self._issuer, True), None)
        for kind in ("dateline", "credit"):
            voice = self._of_agency(kind)
            if voice is not None:
                yield voice
                return

    def _of_agency(self, kind: str) -> str | None:
        """Whom the first section of a kind credits with the text, if any does."""
        for section in self.account.notes.sections:
            if section.kind == kind and section.speaker:
                return self.of_section(section)
        return None

    def of_section(self, section: Section) -> str:
        """The voice that speaks in a section."""
        name = section.speaker or UNNAMED_SPEAKER
        inside = self._named(section.start, section.end, name)
        if inside is None:
            kind: VoiceKind = "outlet" if section.kind in ("credit", "dateline") else "unnamed"
            return self._keep(name, kind, None)
        spot = NameSpan(
            text=inside.exact, report=self.account.report.id, start=inside.start, end=inside.end
        )
        kind = "outlet" if section.kind in ("credit", "dateline") else "unnamed"
        return self._keep(inside.canonical, voice_kind(inside.kind, kind), spot)

    def carrier(self, attribution: Attribution) -> str | None:
        """The voice of the medium through which the source speaks ("told state radio"), if any."""
        medium = carrier(self.account, attribution)
        if medium is None:
            return None
        if is_own_medium(self.account.report.text, medium):
            return self.outlet()
        spot = NameSpan(
            text=medium.exact, report=self.account.report.id, start=medium.start, end=medium.end
        )
        named = self.account.names_in(medium.start, medium.end)
        found = next((n for n in named if n.kind in ("agency", "outlet")), None)
        if found is None:
            return self._keep(medium.exact, "outlet", spot)
        return self._keep(found.canonical, voice_kind(found.kind, "outlet"), spot)

    def of(self, attribution: Attribution) -> tuple[str, bool] | None:
        """The voice behind an attribution, and whether its own staff saw; ``None`` without one."""
        source = without_aside(attribution.source)
        if source is None or self._is_time(attribution, source):
            return None
        source = self._timeless(source)
        if _rule().fullmatch(source.exact):
            return None  # "as the law says"
        if _reads_out(source.exact):
            return self.outlet(), False
        employer = self.employer(source.start, source.end)
        if employer is not None:
            return employer, True
        if attribution.parent is None and _own().match(source.exact):
            return self.outlet(), True
        if self._saw(attribution) and self._writes(attribution, source):
            return self.outlet(), True
        before = first_heard(self.account, source)
        if before is not None:
            return self.of(before)
        spot = NameSpan(
            text=source.exact, report=self.account.report.id, start=source.start, end=source.end
        )
        name, kind = self._called(attribution, source)
        return self._keep(name, kind, spot), False

    def _writes(self, attribution: Attribution, source: Piece) -> bool:
        """Whether "I" is who wrote the report, and nobody whom it quotes."""
        alone = attribution.parent is None and self.account.section(source.start) is None
        if source.exact != "I" or not alone:
            return False
        first = self.account.report.text.rfind("\n", 0, source.start) + 1
        before = self.account.report.text[first : source.start]
        if _TURN.match(before):
            return False
        return before.count("“") <= before.count("”") and before.count('"') % 2 == 0

    def _saw(self, attribution: Attribution) -> bool:
        cue = attribution.cue
        return cue is not None and cue.exact.casefold() in words("perception", "verb")

    def _timeless(self, source: Piece) -> Piece:
        """Without the day that the parse took for the end of it ("officials *Monday*"); a month in
        a name stays: "Jan Feld"."""
        for time in self.account.times_in(source.start, source.end):
            before = _OPENS_A_TIME.sub("", source.exact[: time.start - source.start])
            named = self.account.names_in(source.start, source.end)
            if time.end == source.end and before and not any(n.end == time.end for n in named):
                return Piece(start=source.start, end=source.start + len(before), exact=before)
        return source

    def _is_time(self, attribution: Attribution, source: Piece) -> bool:
        """Whether the words are a time and nobody."""
        named = self.account.names_in(source.start, source.end)
        times = self.account.times_in(source.start, source.end)
        if self.somebody(attribution) or any(n.kind == "person" for n in named):
            return False
        return any(not any(n.overlaps(t.start, t.end) for n in named) for t in times)

    def _called(self, attribution: Attribution, source: Piece) -> tuple[str, VoiceKind]:
        """Name and kind: a short form of a body in full, a capital as its state."""
        name, kind = self._name(attribution, source), attribution.voice_kind
        issued = self._issued(name, source.start)
        if issued is not None and issued.source is not None:
            return self._called(issued, issued.source)
        meant = self._bodies.meant(name, source.start)
        if meant is not None:
            name, kind = meant.name, meant.kind
            body = self._bodies.at(meant.start, meant.end)
        else:
            body = self._bodies.at(source.start, source.end)
        if name == source.exact and kind not in ("agency", "outlet", "person"):
            kind = body_nouns().get(chief_noun(name), kind)
        if kind == "unnamed" and body is not None and _is_singular(body.name):
            kind = body.kind
        lexical = known(name)
        if lexical is not None:
            kind = voice_kind(lexical.kind, kind)
        holder = self._bodies.holder(name)
        if holder is not None:
            return holder, "official"
        land = capital_of(name)
        if land is not None and name == source.exact:
            return land, "state"
        return name, kind

    def _issued(self, text: str, before: int) -> Attribution | None:
        """The attribution whose "statement" or "communiqué" speaks on: the last before that has
        the word in its sentence ("the ministry said in a statement")."""
        found = _TEXT.fullmatch(text.strip())
        if found is None or found["text"].casefold() not in words("documents", "words"):
            return None
        last = self.account.sentence(before)
        for index in range(last - 1, max(-1, last - 1 - _SPEAKS_ON), -1):
            start, end = self.account.bounds(index)
            if found["text"].casefold() in self.account.report.text[start:end].casefold():
                heard = [a for a in self.account.heard.get(index, ()) if a.source is not None]
                return heard[-1] if heard else None
        return None

    def _name(self, attribution: Attribution, source: Piece) -> str:
        """The resolved name, unless it names only the place or country of a body that the words
        name by a common noun ("Larnos city hospital")."""
        whole = attribution.source
        name = None if whole and whole.exact == attribution.name else attribution.name
        if name is not None and self._only_close(source, name):
            return source.exact
        if source.exact.casefold() in _pronouns() and (name or source.exact) == source.exact:
            many = words("pronouns", "word", of="many")
            return UNNAMED_PEOPLE if source.exact.casefold() in many else UNNAMED_SPEAKER
        if name is not None and known(name) is None:
            generic = fold(name) in body_nouns() and fold(source.exact) != fold(name)
            if generic or names_another_there(name, source.exact):
                return source.exact  # "the Larnos Relief Office", of which "Office" was seen
        if name is None or known(name) or _last_word(name) == _last_word(source.exact):
            return name or source.exact
        inside = self.account.names_in(source.start, source.end)
        named = next((n for n in inside if n.canonical == name or n.exact == name), None)
        if (
            named is not None and named.kind == "person"
        ) or name.casefold() not in source.exact.casefold():
            return name
        return source.exact

    def _only_close(self, source: Piece, name: str) -> bool:
        """Whether a body's name only tells whom those are close to who speak: "a *Front*-linked
        group"."""
        named = self.account.names_in(source.start, source.end)
        text = self.account.report.text
        return any(n.canonical == name and hyphened_close(text, n.end) for n in named)

    def of_name(self, name: NameMention) -> str:
        """The voice of a body that is named as one that claims or denies a deed."""
        spot = NameSpan(
            text=name.exact, report=self.account.report.id, start=name.start, end=name.end
        )
        return self._keep(name.canonical, voice_kind(name.kind, "group"), spot)

    def somebody(self, attribution: Attribution) -> bool:
        """Whether the source is one who can speak: no "explosion", no "they" without a name."""
        source = attribution.source
        if source is None:
            return False
        if attribution.voice_kind != "unnamed" or chief_noun(source.exact) in body_nouns():
            return True
        return not _speaking_nouns().isdisjoint(re.findall(r"[\w-]+", source.exact.casefold()))

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
        outlet = (self.account.report.outlet or "").casefold()
        own = bool(outlet) and outlet in text
        return self.outlet() if own or re.search(r"\bour\b", text) else None

    def _named(self, start: int, end: int, name: str) -> NameMention | None:
        return next(
            (n for n in self.account.names_in(start, end) if n.exact.casefold() in name.casefold()),
            None,
        )

    def _keep(self, name: str, kind: VoiceKind, spot: NameSpan | None) -> str:
        if self._publisher is not None and fold(name) in self._own_names:
            name, kind = self._publisher, publisher_kind(self._publisher, self._issuer is not None)
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
            command=self._command(filed, spot) or (heard.command if heard else None),
            why_null={"actor": "unresolved"},
        )
        self._latest[filed.id] = (filed, spot)
        return filed.id

    def _command(self, filed: _Filed, spot: NameSpan | None) -> str | None:
        """The body for which a voice speaks, by the lexicons or by the report's own words."""
        if of_a_close_one(filed.name):
            return None
        known_body = voice_command(filed.name, filed.kind, spot.text if spot else "")
        if known_body is None and known(filed.name) is not None:
            known_body = voice_command(filed.name, filed.kind)  # "which", "it"
        if known_body is not None or filed.kind in ("agency", "outlet", "state"):
            return known_body
        person = self._bodies.of_person(filed.name)
        body = person or (self._bodies.of_member(spot.start, spot.end) if spot else None)
        if body is None or fold(body) == fold(filed.name):
            return None
        return voice_command(body, "official") or body

    def _file(self, name: str, kind: VoiceKind) -> _Filed:
        """Under what a voice is filed; worked out once for each name."""
        found = self._filed.get((name, kind))
        if found is None:
            called, sort = _without_country(name), kind
            people = chief_noun(called) not in body_nouns()
            if kind == "official" and known(called) is None and people and is_local(called, kind):
                sort = "unnamed"  # "officials": people of a body, none of them named
            key = voice_key(called, sort, self.account.report.id)
            found = self._filed[name, kind] = _Filed(content_id("v", key), called, sort)
        return found


def own_names(publisher: str, text: str) -> frozenset[str]:
    """How the publisher may call itself, folded: its name, the short form in brackets behind it at
    the head of the text ("Mission to Larnos (MTL)"), its call sign ("WLRN" for "WLRN 6")."""
    if not publisher:
        return frozenset()
    found = re.search(rf"{re.escape(publisher)}\s?\((?P<short>[A-Z][\w-]{{1,9}})\)", text[:_HEAD])
    sign = re.fullmatch(r"(?P<sign>[A-Z]{3,5})[ -]\w.{0,20}", publisher)
    letters = "".join(re.findall(r"\b[A-Z]", publisher))
    initials = letters if len(letters) >= _SHORTEST else ""
    named = [publisher, found["short"] if found else "", sign["sign"] if sign else "", initials]
    folded = {fold(name) for name in named if name}
    return frozenset(folded | {f"the {name}" for name in folded})


def _alike(one: str, other: str) -> bool:
    """Whether a text's own head and what is known of it name one publisher, one of them in full:
    "Police of Larnos", "POLICE OF THE CITY OF LARNOS"."""
    mine, its = telling_words(one), telling_words(other)
    return fold(one) == fold(other) or (bool(mine & its) and (mine <= its or its <= mine))


def _is_singular(name: str) -> bool:
    """Whether one body is meant, not "the hospitals"."""
    return not chief_noun(name).endswith("s") or known(name) is not None


@cache
def _speaking_nouns() -> frozenset[str]:
    nouns = {row["noun"] for row in lexicon("source_roles") if row["voice"] != "none"}
    nouns |= {row["noun"] for row in lexicon("people") if row["type"] == "person"}
    return frozenset(nouns | {f"{noun}s" for noun in nouns} | {"we", "authorities"})


@cache
def _rule() -> re.Pattern[str]:
    """What says a thing, but is nobody: "the law", "a video posted on Monday"."""
    nouns = any_of("no_voices", "noun")
    made = any_of("no_voices", "noun", use="made")
    label = any_of("no_voices", "noun", use="label")
    return re.compile(
        rf"(?:the|this|that|its)\s+(?:{nouns})|(?:{label})"
        rf"|(?:(?:the|this|that|an?|another|new|other)\s+){{0,2}}(?:{made})(?:\s\w+ed\s.{{0,60}})?",
        re.IGNORECASE,
    )


def _reads_out(words_: str) -> bool:
    """ "REPORTER" at the head of a turn in a script: the outlet's own prose."""
    read = words("staff", "noun", reads="yes") | staff_words()
    return words_.isupper() and words_.strip(" :").casefold() in read


@cache
def _own() -> re.Pattern[str]:
    """The publisher itself: "we", "our volunteers at the clinic"."""
    return re.compile(r"(?:we|our)\b", re.IGNORECASE)


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
    site = site_of(report.url or report.source)
    return site or PurePosixPath(report.source).name or report.id
