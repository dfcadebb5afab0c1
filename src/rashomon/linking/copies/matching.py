"""Which sentences of one report are which of another.

Verified on the words themselves and against the shorter side: a copy may be shortened, moved,
and have a third of its words exchanged.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from rashomon.linking.copies.candidates import NodePair
from rashomon.linking.copies.units import MIN_TEXT, Unit

_ENOUGH = ((20, 0.5), (12, 0.6), (8, 0.75), (0, 1.0))  # words of the shorter, share in order
_QUOTED = 0.8  # the same for quotations
_TRIGRAMS = 0.1  # of the shorter's
_PLAIN = 0.5  # of the shorter's: enough without looking at names and numbers
_GAP = 2  # steps between sentences of one passage
_OPEN = 3  # runs that a sentence may go on from


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence (or quotation) ``one`` of the first report is ``other`` of the second."""

    one: int
    other: int
    words: int


Matches = Mapping[tuple[int, int], Sequence[Match]]
"""Places of two reports → what they share."""


def matches(
    pairs: Iterable[NodePair], units: Sequence[Sequence[Unit]], quotes: bool = False
) -> Matches:
    """Verify candidate pairs."""
    found: dict[tuple[int, int], list[Match]] = {}
    for (report, place), (other_report, other) in pairs:
        words = _same(units[report][place], units[other_report][other], quotes)
        if words:
            found.setdefault((report, other_report), []).append(Match(place, other, words))
    return found


def passages(found: Sequence[Match]) -> list[list[Match]]:
    """The matched sentences that belong to passages of enough words, by passage."""
    return [run for run in _runs(found) if sum(m.words for m in run) >= MIN_TEXT]


def _same(one: Unit, other: Unit, quotes: bool) -> int:
    """How many words the shorter has, if the two are one text; else 0."""
    shorter = min(len(one.words), len(other.words))
    trigrams = len(one.trigrams & other.trigrams)
    if trigrams < _TRIGRAMS * (shorter - 2):
        return 0
    if trigrams < _PLAIN * (shorter - 2) and not _tell_the_same(one, other):
        return 0
    share = _QUOTED if quotes else next(s for words, s in _ENOUGH if shorter >= words)
    if LCSseq.similarity(one.words, other.words) < share * shorter:
        return 0
    if shorter < _ENOUGH[2][0] and abs(len(one.words) - len(other.words)) > 2:
        return 0
    return shorter


def _tell_the_same(one: Unit, other: Unit) -> bool:
    """Whether half the names and numbers of the poorer side are also in the other.

    Court and police reports are full of sentences that are alike but for these.
    """
    fewest = min(len(one.telling), len(other.telling))
    return len(one.telling & other.telling) >= fewest / 2


def _runs(found: Sequence[Match]) -> list[list[Match]]:
    """Matches that follow one another on both sides."""
    runs: list[list[Match]] = []
    for match in sorted(found, key=lambda m: (m.one, m.other)):
        for run in reversed(runs[-_OPEN:]):
            last = run[-1]
            if match.one - last.one <= _GAP and 0 <= match.other - last.other <= _GAP:
                run.append(match)
                break
        else:
            runs.append([match])
    return runs
