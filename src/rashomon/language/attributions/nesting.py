"""Which attribution stands inside the content of which, and which of two readings is kept."""

from collections.abc import Sequence

from rashomon.language.attributions.drafts import Draft

_BETTER = ("block", "post", "aside", "that", "quote", "label", "according", "naming", "object+")


def distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Without drafts whose cue and content another draft of the same cue covers; in order."""
    kept: dict[int, list[Draft]] = {}
    for made in sorted(drafts, key=lambda d: (_rank(d), d.start, d.head)):
        others = kept.setdefault(made.head, [])
        if not any(o.start == made.start or _inside(made, o) for o in others):
            others.append(made)
    flat = [made for others in kept.values() for made in others]
    return sorted(flat, key=lambda d: (d.start, -d.content[-1][1], d.head, d.frame))


def _rank(made: Draft) -> int:
    return _BETTER.index(made.frame) if made.frame in _BETTER else len(_BETTER)


def _inside(made: Draft, other: Draft) -> bool:
    return all(any(a <= s and e <= b for a, b in other.content) for s, e in made.content)


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the smallest one whose content holds its cue and content."""
    found: list[int | None] = []
    open_: list[int] = []
    for index, made in enumerate(drafts):
        open_ = [i for i in open_ if drafts[i].content[-1][1] > made.start]
        holding = [i for i in open_ if drafts[i].holds(made.head) and _inside(made, drafts[i])]
        found.append(min(holding, key=lambda i: (_size(drafts[i]), i), default=None))
        open_.append(index)
    return found


def _size(made: Draft) -> int:
    return sum(end - start for start, end in made.content)
