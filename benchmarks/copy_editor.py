"""A seeded editor: takes a text and makes of it what another outlet prints, knowing what it kept.

It leaves out paragraphs, sentences, hedges, attributions and quotations, puts paragraphs into
another order, and changes a share of the words (eight of ten are exchanged, one left out, one put
in). What it made is deterministic for a ``random.Random`` of one seed.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

SENTENCE = re.compile(r"[^.!?\n]+[.!?]+[”’\"]*|[^.!?\n]+$", re.M)
HEDGES = re.compile(r"\b(?:reportedly|allegedly|apparently|probably|may have been|may have) ")
TAGS = re.compile(
    r",? (?:according to [^,.“”]{3,60}|[^,.“”]{3,60} (?:said|told [^,.“”]{3,40}))(?=[.])"
)
MIN_TEXT = 25  # words


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence that was taken over: where it stands now, where it stood, its number there."""

    start: int
    end: int
    from_start: int
    from_end: int
    number: int
    words: int


@dataclass(frozen=True, slots=True)
class Edited:
    """A text with the sentences that came from elsewhere."""

    text: str
    kept: tuple[Kept, ...]

    def passages(self) -> list[list[Kept]]:
        """Kept sentences that follow one another here and there, of enough words together."""
        runs: list[list[Kept]] = []
        for each in self.kept:
            last = runs[-1][-1] if runs else None
            if last and 0 < each.number - last.number <= 2 and each.start - last.end <= 2:
                runs[-1].append(each)
            else:
                runs.append([each])
        return [run for run in runs if sum(each.words for each in run) >= MIN_TEXT]


def change_words(text: str, rng: random.Random, share: float, spare: Sequence[str]) -> str:
    """Change exactly this share of the words."""
    tokens = text.split(" ")
    for at in rng.sample(range(len(tokens)), k=int(share * len(tokens))):
        what = rng.random()
        if what < 0.8:
            tokens[at] = _like(tokens[at], rng.choice(spare))
        elif what < 0.9:
            tokens[at] = ""
        else:
            tokens[at] = f"{tokens[at]} {rng.choice(spare)}"
    return " ".join(token for token in tokens if token)


def _like(old: str, new: str) -> str:
    """The new word with the old one's marks and capital."""
    match = re.search(r"\w[\w'’-]*", old)
    if match is None:
        return old
    shown = new.capitalize() if match[0][0].isupper() else new
    return f"{old[: match.start()]}{shown}{old[match.end() :]}"


def edit(
    text: str, rng: random.Random, share: float, spare: Sequence[str], own: str = ""
) -> Edited:
    """Another outlet's version; ``own`` paragraphs are put in between."""
    paragraphs = [_sentences(m.start(), m[0]) for m in re.finditer(r"[^\n]+", text)]
    numbered, count = [], 0
    for sentences in paragraphs:
        numbered.append([(count + n, *each) for n, each in enumerate(sentences)])
        count += len(sentences)
    chosen = rng.sample(range(len(numbered)), k=rng.randint(2, max(2, len(numbered) - 1)))
    if rng.random() < 0.5:
        chosen.sort()
    blocks: list[list[tuple[int, int, str]] | str] = [numbered[n] for n in chosen]
    for paragraph in own.split("\n\n") if own else []:
        blocks.insert(rng.randint(0, len(blocks)), paragraph)
    return _written(blocks, rng, share, spare)


def _sentences(start: int, paragraph: str) -> list[tuple[int, str]]:
    found = [(start + m.start(), m[0]) for m in SENTENCE.finditer(paragraph)]
    return [(at + len(s) - len(s.lstrip()), s.strip()) for at, s in found if s.strip()]


def _written(blocks: list, rng: random.Random, share: float, spare: Sequence[str]) -> Edited:  # type: ignore[type-arg]
    text, kept = "", []
    for block in blocks:
        text += "\n\n" if text else ""
        if isinstance(block, str):
            text += block
            continue
        first = True
        for number, start, sentence in block:
            if len(block) > 1 and rng.random() < 0.2:
                continue
            if "“" in sentence and rng.random() < 0.25:
                continue
            changed = change_words(_lighter(sentence, rng), rng, share, spare)
            text += "" if first else " "
            first = False
            words = len(changed.split())
            kept.append(
                Kept(
                    len(text), len(text) + len(changed), start, start + len(sentence), number, words
                )
            )
            text += changed
    return Edited(text, tuple(kept))


def _lighter(sentence: str, rng: random.Random) -> str:
    """Without its hedges or its attribution, sometimes."""
    if rng.random() < 0.4:
        sentence = HEDGES.sub("", sentence)
    if rng.random() < 0.4 and len(TAGS.sub("", sentence).split()) >= 6:
        sentence = TAGS.sub("", sentence)
    return sentence


def quote(statement: str, rng: random.Random, speaker: str, whole: bool) -> str:
    """The statement as one outlet quotes it: all of it, or one to three sentences that follow one
    another, whole or without their head, in one piece or broken by "she said"."""
    sentences = [s for _, s in _sentences(0, statement)]
    if not whole:
        size = rng.randint(1, min(3, len(sentences) - 1))
        first = rng.randrange(len(sentences) - size + 1)
        sentences = sentences[first : first + size]
    said = " ".join(sentences)
    commas = [m.start() for m in re.finditer(r"[,.] ", said)]
    if commas and rng.random() < 0.4:
        at = rng.choice(commas)
        return f"“{said[:at]},” {speaker} said, “{said[at + 2 :]}”"
    if rng.random() < 0.5:
        return f"{speaker} said: “{said}”"
    return f"“{said[:-1]},” {speaker} told the paper."
