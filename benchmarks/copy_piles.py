"""Large piles for the search for copies: generated reports, some of which copy one another.

Words are English words, drawn as often as English uses them, so that common phrases recur as
they do in real piles. A third of the reports take passages from an earlier one through the
seeded editor; a few stories go to hundreds of outlets.
"""

import random
from collections.abc import Iterator

import numpy as np
from copy_editor import change_words
from wordfreq import get_frequency_dict

from rashomon.model.annotations import Annotated, Annotations
from rashomon.model.report import Report

VOCABULARY = 60_000
LENGTH = 400
POOL = 1 << 20


def reports(count: int, seed: int = 7) -> Iterator[tuple[Annotated, str | None]]:
    """Reports of about 400 words, with the id of the report that each copies from."""
    rng = random.Random(seed)
    words = _words(seed)
    kept: list[tuple[str, list[str]]] = []
    for number in range(count):
        key = f"r{number:07}"
        paragraphs = [_paragraph(words, rng) for _ in range(LENGTH // 50)]
        source = None
        if kept and rng.random() < 0.33:
            source, wire = kept[min(int(rng.expovariate(0.05)), len(kept) - 1)]
            share = rng.choice((0.0, 0.1, 0.2, 0.3))
            first = rng.randrange(len(wire) - 3)
            for place in range(first, first + rng.randint(1, 4)):
                at = rng.randrange(len(paragraphs))
                paragraphs[at] = change_words(wire[place % len(wire)], rng, share, words[:5000])
        elif rng.random() < 0.05:
            kept.insert(0, (key, paragraphs))
            del kept[200:]
        yield _report(key, "\n\n".join(paragraphs), number), source


def _words(seed: int) -> list[str]:
    """A long row of words to draw from."""
    known = sorted(get_frequency_dict("en").items(), key=lambda pair: (-pair[1], pair[0]))
    plain = [(word, share) for word, share in known if word.isalpha() and word.isascii()]
    names, shares = zip(*plain[:VOCABULARY], strict=True)
    weights = np.array(shares) / sum(shares)
    drawn = np.random.default_rng(seed).choice(len(names), size=POOL, p=weights)
    return [names[n] for n in drawn]


def _paragraph(words: list[str], rng: random.Random) -> str:
    """Some fifty words in two to four sentences."""
    found = []
    for _ in range(rng.randint(2, 4)):
        size = rng.randint(10, 24)
        chosen = [words[rng.randrange(POOL)] for _ in range(size)]
        found.append(" ".join(chosen).capitalize() + ".")
    return " ".join(found)


def _report(key: str, text: str, number: int) -> Annotated:
    made = Report(id=key, source=key, sha256="0" * 64, text=text, outlet=f"Outlet {number}")
    return Annotated(report=made, annotations=Annotations())
