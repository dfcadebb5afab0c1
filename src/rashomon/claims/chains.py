"""Who says a thing, through whom: the chain from the outlet to the primary source."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rashomon.claims.account import Account
from rashomon.claims.speakers import Speakers
from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.model.annotations import Attribution
from rashomon.model.claims import ChainLink, Stance
from rashomon.model.spans import Piece

_INHERITED = 2
"""How many sentences of a paragraph back a source is looked for."""

_CUES = {
    "reporting_verbs": "verb",
    "attitude_verbs": "verb",
    "reporting_nouns": "noun",
    "reporting_adjectives": "adjective",
    "attribution_cues": "word",
}

_GRAVEST: tuple[Stance, ...] = ("denied", "unconfirmed", "hedged", "asserted")


class Told(NamedTuple):
    """How some words are told: the chain, its stance as a whole, since when, and by whose eyes."""

    links: tuple[ChainLink, ...]
    stance: Stance
    as_of: str | None
    staff_saw: bool


@dataclass(frozen=True, slots=True)
class Chains:
    """Finds the chain behind any words of one report."""

    account: Account
    speakers: Speakers
    own: Collection[int]
    """The sentences that tell of the incident whose claims are made."""

    def told(self, start: int, end: int, hedged: bool = False, inherit: bool = True) -> Told:
        """The chain behind the words from ``start`` to ``end``; ``inherit``: also from the
        sentence before."""
        around = self._around(start, end)
        witness = None if around else self._witness(start)
        if inherit and not around and not witness:
            around = self._inherited(start)
        links = [ChainLink(voice=self.speakers.outlet(), attribution=None)]
        for voice in self.speakers.through() if witness is None else ():
            self._add(links, voice, None, "asserted")
        saw = witness is not None
        self._add(links, witness, None, "asserted")
        for attribution in around:
            voiced = self.speakers.of(attribution)
            if voiced is None:
                hedged = hedged or attribution.hedged
                continue
            if attribution.id == around[-1].id:
                self._add(links, self.speakers.carrier(attribution), None, "asserted")
            self._add(links, voiced[0], attribution.id, _stance(attribution))
            saw = voiced[1]
        stances = [link.stance for link in links] + (["hedged"] if hedged else [])
        gravest = next(each for each in _GRAVEST if each in stances)
        return Told(tuple(links), gravest, self._as_of(around), saw)

    def _add(
        self, links: list[ChainLink], voice: str | None, attribution: str | None, stance: Stance
    ) -> None:
        """A voice that speaks for itself is one hop, not two."""
        if voice is None:
            return
        if links[-1].voice == voice:
            links[-1] = ChainLink(voice=voice, attribution=attribution, stance=stance)
        else:
            links.append(ChainLink(voice=voice, attribution=attribution, stance=stance))

    def _around(self, start: int, end: int) -> list[Attribution]:
        """The attributions that hold the words, from the outside in."""
        near = self.account.told.get(self.account.sentence(start), ())
        holding = [a for a in near if _holds(a, start, end) and self._is_saying(a)]
        deep = {a.id: a.parent in {each.id for each in holding} for a in holding}
        return sorted(
            holding,
            key=lambda a: (a.kind not in ("block", "post"), -_width(a), deep[a.id]),
        )

    def _witness(self, start: int) -> str | None:
        """Whose reporter saw or counted it, where the sentence says so before the words."""
        first, _ = self.account.bounds(self.account.sentence(start))
        seen = _saw().search(self.account.report.text, first, start)
        return self.speakers.employer(first, seen.start()) if seen else None

    def _inherited(self, start: int) -> list[Attribution]:
        """A sentence right after an attributed one, without a source of its own, belongs to it
        (CONTRACT.md, independence); so do those that follow in the same paragraph."""
        index = self.account.sentence(start)
        for before in range(index - 1, max(-1, index - 1 - _INHERITED), -1):
            first, last = self.account.bounds(before)
            if self.account.section(first) != self.account.section(start):
                return []
            apart = "\n" in self.account.report.text[last - 1 : start]
            if self._new_voice(before + 1) or (apart and before < index - 1):
                return []
            if apart and (before not in self.own or self._recalls(index)):
                return []
            heard = self.account.heard.get(before, ())
            closing = [a for a in heard if a.cue is not None and a.kind in ("direct", "indirect")]
            closing = [a for a in closing if self.speakers.somebody(a) and self._speaks(a)]
            closing = [a for a in closing if self._is_saying(a)]
            if closing:
                return closing[-1:]
        return []

    def _recalls(self, index: int) -> bool:
        """Whether a paragraph turns to what was before: nobody of the one above says that."""
        return any(m.background for m in self.account.events.get(index, ()))

    def _speaks(self, attribution: Attribution) -> bool:
        """Whether the cue is one of saying, not only of wanting or doing ("*look* for")."""
        cue = attribution.cue
        if cue is None:
            return True
        told = self.account.lemmas_in(cue.start, cue.end)
        return not any(lemma in _acts() for lemma in told)

    def _is_saying(self, attribution: Attribution) -> bool:
        """Whether the cue is no deed: "medics *pronounced* him dead" is told by who tells it."""
        cue = attribution.cue
        if cue is None or attribution.kind != "indirect":
            return True
        last = cue.start + len(cue.exact) - len(cue.exact.split()[-1])  # not "according *to*"
        told = self.account.lemmas_in(last, cue.end)
        return all(lemma in _sayings() for lemma in told if lemma.isalpha())

    def _new_voice(self, index: int) -> bool:
        return bool(self.account.heard.get(index))

    def _as_of(self, around: list[Attribution]) -> str | None:
        """The day on which it was said ("said on Wednesday"), else the day of publication."""
        for attribution in reversed(around):
            cue = attribution.cue
            if cue is None:
                continue
            index = self.account.sentence(cue.start)
            said = [attribution, *self.account.told.get(index, ())]
            days = [
                time
                for time in self.account.times_in(*self.account.bounds(index))
                if time.granularity == "day"
                and time.latest
                and all(_outside(time, each) for each in said)
            ]
            if days:
                nearest = min(days, key=lambda time: (_gap(time, cue), time.start))
                return (nearest.latest or "")[:10]
        published = self.account.report.published
        return published[:10] if published else None


@cache
def _saw() -> re.Pattern[str]:
    verbs = "|".join(sorted(re.escape(row["verb"]) for row in lexicon("perception")))
    return re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)


@cache
def _sayings() -> frozenset[str]:
    """Words by which anything is attributed, of all sorts."""
    return frozenset().union(
        *(words(name, column) for name, column in _CUES.items()),
    )


@cache
def _acts() -> frozenset[str]:
    return words("attitude_verbs", "verb") - words("reporting_verbs", "verb")


def _stance(attribution: Attribution) -> Stance:
    if attribution.polarity == "affirmed":
        return "hedged" if attribution.hedged else "asserted"
    return attribution.polarity


def _holds(attribution: Attribution, start: int, end: int) -> bool:
    """Whether at least half of the words are its content."""
    shared = sum(max(0, min(p.end, end) - max(p.start, start)) for p in attribution.content)
    return 2 * shared >= end - start > 0


def _width(attribution: Attribution) -> int:
    return sum(piece.end - piece.start for piece in attribution.content)


def _gap(piece: Piece, cue: Piece) -> int:
    """Characters between a time and the word of saying."""
    return max(piece.start - cue.end, cue.start - piece.end, 0)


def _outside(piece: Piece, attribution: Attribution) -> bool:
    return not any(piece.overlaps(p.start, p.end) for p in attribution.content)
