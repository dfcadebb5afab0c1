"""Which attribution stands inside the content of which."""

from collections.abc import Sequence

from rashomon.language.attributions.drafts import Draft


def in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """By the start of their content, the longer first, who is cited behind who cites him."""
    return sorted(drafts, key=_place)


def _place(made: Draft) -> tuple[int, int, bool, int, str]:
    return made.start, -made.content[-1][1], made.above is not None, made.head, made.frame


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
    by_head = {made.head: index for index, made in enumerate(drafts)}
    for index, made in enumerate(drafts):
        if made.above is not None:
            found[index] = by_head.get(made.above)
    return found


def _size(made: Draft) -> int:
    return sum(end - start for start, end in made.content)
