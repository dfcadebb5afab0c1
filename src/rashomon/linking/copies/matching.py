"""Which sentences and quotations of one report are which of another.

Verified on the words themselves and against the shorter side: a copy may be shortened, moved, and
have a third of its words exchanged. A sentence is looked at together with those around it, since
what is left of a short one proves nothing by itself.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from rashomon.linking.copies.units import MIN_QUOTE, MIN_TEXT, Prepared, Unit

_SENTENCE = 0.45  # of the shorter sentence's words in order
_PASSAGE = 0.65  # of those of all sentences of a passage
_WEIGHT = 0.6  # the same, each word by how rare it is
_TRIGRAMS = 0.1  # of the shorter's
_SHORT = 8  # words: a sentence that must be as long as the other
_QUOTED = 0.75  # of the shorter quotation's words, in the part that both give
_GAP = 2  # steps between sentences of one passage
_OPEN = 3  # runs that a sentence may go on from
_OFTEN = 40  # sentences of a report with one trigram: more is a refrain
_FORM = 0.45  # by how much more of the plain words than of names and numbers stock texts share
_FEW = 5  # names and numbers by which that can be seen
_SHIFT = 12  # words that one of two quotations may have more between two common trigrams

Trigram = tuple[int, int, int]
Weight = Callable[[int], float]


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence (or quotation) ``one`` of the first report is ``other`` of the second.

    ``words`` are those of the shorter, ``same`` how many of them stand in the other in order.
    """

    one: int
    other: int
    words: int
    same: int


def trigrams(unit: Unit) -> set[Trigram]:
    """Every three words in a row."""
    words = unit.words
    return set(zip(words, words[1:], words[2:], strict=False))


def index(units: Sequence[Unit]) -> dict[Trigram, list[int]]:
    """Trigram -> the places of the units that have it."""
    found: dict[Trigram, list[int]] = {}
    for place, unit in enumerate(units):
        for trigram in trigrams(unit):
            found.setdefault(trigram, []).append(place)
    return found


def passages(
    first: Prepared, second: Prepared, known: dict[Trigram, list[int]], weight: Weight
) -> list[list[Match]]:
    """The sentences that two reports have in common, by passage.

    ``known`` indexes the first's, ``weight`` says how much a word tells.
    """
    one, other = first.sentences, second.sentences
    found = [
        match
        for (here, there), count in sorted(_meeting(known, other).items())
        if (match := _alike(one, other, here, there, count))
    ]
    runs = [_filled(run, one, other) for run in _runs(found)]
    return [run for run in runs if _is_one_text(run, one, other, weight)]


def quotes(first: Prepared, second: Prepared) -> list[Match]:
    """The quotations that two reports have in common, whole or in part."""
    one, other = first.quotes, second.quotes
    if not one or not other:
        return []
    known = index(one)
    return [
        match
        for here, there in sorted(_meeting(known, other))
        if (match := _same_words(one, other, here, there))
    ]


def _meeting(known: dict[Trigram, list[int]], units: Sequence[Unit]) -> Counter[tuple[int, int]]:
    """Pairs of units with the number of trigrams that they share."""
    shared: Counter[tuple[int, int]] = Counter()
    for place, unit in enumerate(units):
        for trigram in trigrams(unit):
            here = known.get(trigram, ())
            if len(here) <= _OFTEN:
                shared.update((each, place) for each in here)
    return shared


def _alike(
    one: Sequence[Unit], other: Sequence[Unit], here: int, there: int, shared: int
) -> Match | None:
    lengths = sorted((len(one[here].words), len(other[there].words)))
    if shared < _TRIGRAMS * (lengths[0] - 2):
        return None
    if lengths[0] < _SHORT and lengths[1] - lengths[0] > _GAP:
        return None
    same = LCSseq.similarity(one[here].words, other[there].words)
    return Match(here, there, lengths[0], same) if same >= _SENTENCE * lengths[0] else None


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


def _filled(run: Sequence[Match], one: Sequence[Unit], other: Sequence[Unit]) -> list[Match]:
    """The run with the sentences in and beside it that changed beyond any common trigram."""
    known = {(match.one, match.other) for match in run}
    first, last = run[0], run[-1]
    beside = [(first.one - 1, first.other - 1), (last.one + 1, last.other + 1)]
    inside = [(m.one + 1, m.other + 1) for m in run]
    taken = {m.one for m in run}, {m.other for m in run}
    more = [
        Match(here, there, shorter, same)
        for here, there in sorted({*beside, *inside} - known)
        if 0 <= here < len(one) and 0 <= there < len(other)
        if here not in taken[0] and there not in taken[1]
        for shorter, same in [_of_longer(one[here], other[there])]
        if same
    ]
    return sorted([*run, *more], key=lambda m: (m.one, m.other))


def _of_longer(one: Unit, other: Unit) -> tuple[int, int]:
    shorter, longer = sorted((len(one.words), len(other.words)))
    if longer > 2 * shorter:
        return shorter, 0
    same = LCSseq.similarity(one.words, other.words)
    return shorter, same if same >= 0.5 * longer else 0


def _is_one_text(
    run: Sequence[Match], one: Sequence[Unit], other: Sequence[Unit], weight: Weight
) -> bool:
    words = sum(match.words for match in run)
    if words < MIN_TEXT or sum(match.same for match in run) < _PASSAGE * words:
        return False
    if _is_form([one[m.one] for m in run], [other[m.other] for m in run]):
        return False
    return _weight_in_common(run, one, other, weight) >= _WEIGHT


def _weight_in_common(
    run: Sequence[Match], one: Sequence[Unit], other: Sequence[Unit], weight: Weight
) -> float:
    """The share of the shorter sides' words in common, each by its weight: stock reports share
    the common words of their trade ("was taken to hospital in serious condition"), copies all."""
    every = common = 0.0
    for match in run:
        first, second = one[match.one].words, other[match.other].words
        if len(second) < len(first):
            first, second = second, first
        weights = [weight(word) for word in first]
        every += sum(weights)
        steps = LCSseq.opcodes(first, second)
        common += sum(sum(weights[s.src_start : s.src_end]) for s in steps if s.tag == "equal")
    return common / every if every else 0.0


def _is_form(one: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Whether only the form is common: the plain words are, most names and numbers are not.

    Court and police reports, weather and sports tables are full of such sentences.
    """
    telling = [frozenset().union(*(unit.telling for unit in side)) for side in (one, other)]
    fewest = min(len(telling[0]), len(telling[1]))
    if fewest < _FEW:
        return False
    plain = [
        {w for unit in side for w in unit.words} - names
        for side, names in zip((one, other), telling, strict=True)
    ]
    least = max(1, min(len(plain[0]), len(plain[1])))
    named = len(telling[0] & telling[1]) / fewest
    return len(plain[0] & plain[1]) / least - named > _FORM


def _same_words(one: Sequence[Unit], other: Sequence[Unit], here: int, there: int) -> Match | None:
    """The longest stretch that both quotations give, if it is long enough and the same."""
    first, second = one[here].words, other[there].words
    begin, end, start, stop = max(
        _chains(first, second), key=lambda c: (c[1] - c[0], -c[0]), default=(0, 0, 0, 0)
    )
    shorter = min(end - begin, stop - start)
    if shorter < MIN_QUOTE - 2 or min(len(first), len(second)) < MIN_QUOTE:
        return None
    same = LCSseq.similarity(first[begin:end], second[start:stop])
    return Match(here, there, shorter, same) if same >= _QUOTED * shorter else None


def _chains(first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of both from one common trigram to the last that follows it in order."""
    places: dict[Trigram, int] = {}
    for at, trigram in enumerate(zip(first, first[1:], first[2:], strict=False)):
        places.setdefault(trigram, at)
    chain: list[tuple[int, int]] = []
    for there, trigram in enumerate(zip(second, second[1:], second[2:], strict=False)):
        here = places.get(trigram)
        if here is None:
            continue
        if chain and not _follows(chain[-1], (here, there)):
            yield chain[0][0], chain[-1][0] + 3, chain[0][1], chain[-1][1] + 3
            chain = []
        chain.append((here, there))
    if chain:
        yield chain[0][0], chain[-1][0] + 3, chain[0][1], chain[-1][1] + 3


def _follows(last: tuple[int, int], new: tuple[int, int]) -> bool:
    on, there = new[0] - last[0], new[1] - last[1]
    return on > 0 and abs(on - there) <= _SHIFT
