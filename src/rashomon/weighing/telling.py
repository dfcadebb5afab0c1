"""Walking through one report's counts in their order: what adds up and what is said again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from rashomon.data.ordinals import ordinals
from rashomon.model.claims import Claim
from rashomon.model.numbers import NumberRange, exactly
from rashomon.weighing.afterwards import told_later
from rashomon.weighing.grouping import (
    Part,
    exclude_each_other,
    is_perpetrator,
    one_list,
    parts_of,
    same_sentence,
    told_apart,
    value_on,
)
from rashomon.weighing.persons import Person, told_before
from rashomon.weighing.wording import (
    change_said,
    doubted,
    gives_upper_end,
    has_number,
    is_individual,
    is_owned,
    word_list,
    words_for,
)

_LISTING = frozenset(",:(–—-")
_LIST_BEGINS = re.compile(
    r"(?::|\s[–—-]|—)\s?(?!\s?(?:and|plus|as well|along|together|with|but)\b)"
)
"""A colon or dash behind a figure, which a list of the same people follows."""


@dataclass(slots=True)
class Cell:
    """People counted once: a total, a group, one person, or "two others".

    ``detailed``: some of a total's people were told of singly or in groups after it; ``doubted``:
    that there were such people at all is only possible, or somebody's word against the others.
    """

    kind: Literal["total", "group", "person", "more"]
    value: NumberRange
    claims: list[Claim]
    detailed: bool = False
    doubted: bool = False


@dataclass(slots=True)
class Telling:
    """Figures that were given (``totals``) and figures to add up (``sums``, cells of each)."""

    totals: list[Claim] = field(default_factory=list)
    sums: list[list[Cell]] = field(default_factory=list)


def tell(claims: Iterable[Claim], neutral: frozenset[Part]) -> Telling:
    """Read the claims of one report, in the order of its text.

    ``neutral`` are the groups that all of them are about; what tells nothing further apart is a
    total.
    """
    ordered = _without_summed_up(sorted(claims, key=_place_in_text))
    plain = neutral | _shared(ordered)
    telling = Telling()
    cells: list[Cell] = []
    for claim in ordered:
        counted_anew = not cells or _says_how_many(cells, claim)
        if not _is_total(claim, plain) and not (_opens(claim) and counted_anew):
            _place(cells, claim)
        elif cells and _goes_on(cells, claim):
            cells.append(Cell("group", _value(claim), [claim]))
        elif not _again(cells, claim):
            _close(telling, cells)
            telling.totals.append(claim)
            known = _the_rest(claim)  # "the 26 killed": told of before, so that others are of them
            cells = [Cell("total", _value(claim), [claim], detailed=known)]
    _close(telling, cells)
    return telling


def _without_summed_up(ordered: list[Claim]) -> list[Claim]:
    """Leave out those who are added in one sentence with the sum ("two more died, bringing the
    toll to seven", "the toll is seven, after two of the hurt died")."""
    ends = [claim for claim in ordered if change_said(claim) == "up"]
    sums = [
        claim for claim in ordered if words_for("runs").intersection(word_list(claim.span.exact))
    ]
    return [
        claim
        for claim in ordered
        if not (claim.additional and any(_leads_to(claim, end) for end in ends))
        and not (claim.additional and any(_led_to(claim, each) for each in sums))
    ]


def _led_to(claim: Claim, toll: Claim) -> bool:
    """Whether somebody died before the toll that the same sentence gives first."""
    within = (_value(claim).low or 0) < (_value(toll).low or 0)
    if not within or not same_sentence(claim, toll) or claim.span.start < toll.span.end:
        return False
    start = toll.sentence.start
    between = toll.sentence.exact[toll.span.end - start : claim.span.start - start]
    return bool(words_for("because").intersection(word_list(between)[:1]))


def _leads_to(claim: Claim, end: Claim) -> bool:
    within = (_value(claim).low or 0) < (_value(end).low or 0)
    return within and same_sentence(claim, end) and claim.span.start < end.span.start


def _shared(claims: Iterable[Claim]) -> frozenset[Part]:
    """What every number is about, so that it tells nothing apart: all speak of women."""
    claims = list(claims)
    sets = [parts_of(claim.who) for claim in claims if not _one_person(claim)]
    shared = frozenset.intersection(*sets) if sets else frozenset()
    return frozenset(
        part
        for part in shared
        if all(value_on(claim.who, part.dimension) in (None, part.value) for claim in claims)
    )


def _opens(claim: Claim) -> bool:
    """ "Killed one man and injured *three others*": others than the dead, all who were hurt."""
    return claim.additional and (_value(claim).low or 0) > 1 and has_number(claim.span.exact)


def _says_how_many(cells: list[Cell], claim: Claim) -> bool:
    """ "Several injured", in a headline, then "sent *at least four others* to hospital": others
    than the dead, and as many as "several" may be."""
    total = cells[0]
    if len(cells) > 1 or total.kind != "total" or not total.value.vague:
        return False
    return total.value.meets(_value(claim)) and not same_sentence(total.claims[0], claim)


def _goes_on(cells: list[Cell], claim: Claim) -> bool:
    """Whether a figure is the next of one list: "six of one family and three of another"."""
    last = cells[-1].claims[-1]
    listed = cells[0].kind == "group" and one_list(last, claim) and has_number(claim.span.exact)
    if (
        not (cells[0].kind == "total" or listed)
        or _label(last) == _label(claim)
        or gives_upper_end(claim)
    ):
        return False
    if one_list(last, claim):
        return True
    one_breath = same_sentence(last, claim) and last.primary() == claim.primary()
    return one_breath and exclude_each_other(last, claim)


def _place_in_text(claim: Claim) -> tuple[int, bool, int, int, str]:
    """In text order, a perpetrator after the others of the sentence ("he killed two, then …")."""
    perpetrator = claim.who is not None and claim.who.role == "perpetrator"
    span = claim.span
    return claim.sentence.start, perpetrator, span.start, span.end, claim.id


def _is_total(claim: Claim, plain: frozenset[Part]) -> bool:
    if claim.additional or _one_person(claim):
        return False
    return not (parts_of(claim.who) - plain)


def _again(cells: list[Cell], claim: Claim) -> bool:
    """Whether a figure that others were added to is only repeated."""
    if len(cells) < 2 or cells[0].value != _value(claim):
        return False
    cells[0].claims.append(claim)
    return True


def _close(telling: Telling, cells: list[Cell]) -> None:
    """Keep the cells as a sum, unless they are a bare total or a nought for one group."""
    if not cells or (len(cells) == 1 and cells[0].kind == "total"):
        return
    firm = [cell for cell in cells if not cell.doubted]
    if 0 < len(firm) < len(cells) and (len(firm) > 1 or firm[0].kind != "total"):
        telling.sums.append(firm)
    if any(cell.value != exactly(0) for cell in cells):
        telling.sums.append(cells)


def _place(cells: list[Cell], claim: Claim) -> None:
    if claim.additional:
        _add_more(cells, claim)
    elif _value(claim) == exactly(0):
        return
    elif cells and cells[0].kind == "total":
        if _beside(cells[0], claim):
            _add(cells, claim)
        else:
            cells[0].detailed = True
    else:
        _add(cells, claim)


def _add_more(cells: list[Cell], claim: Claim) -> None:
    """ "Two others": further people, unless the same words came before.

    "Another man died, which raised the toll to three": he is in the three; so are they of whom
    it is told after a toll that rose, unless as of a later day than that.
    """
    if not cells and _one_person(claim):  # "charged in the death of another teenager"
        _add_person(cells, claim)
        return
    if _the_rest(claim) and (_value(claim).low or 0) <= _known(cells):
        return
    first = cells[0].claims[0] if cells and cells[0].kind == "total" else None
    if first is not None and change_said(first) == "up" and not told_later(claim, first):
        return
    if (
        first is not None
        and not same_sentence(first, claim)
        and _of_these(cells[0], claim, _known(cells))
    ):
        return
    same = [cell for cell in cells if cell.kind == "more" and cell.value == _value(claim)]
    for cell in same:
        if any(_label(old) == _label(claim) for old in cell.claims):
            cell.claims.append(claim)
            return
    cells.append(Cell("more", _value(claim), [claim], doubted=doubted(claim)))


def _the_rest(claim: Claim) -> bool:
    """Whether the words refer back ("*the* seven others"), as to those who were told of."""
    said = word_list(claim.span.exact)
    number = next((at for at, word in enumerate(said) if has_number(word)), 0)
    return number > 0 and said[number - 1] == "the"


def _known(cells: Iterable[Cell]) -> int:
    return sum(cell.value.low or 0 for cell in cells)


def _of_these(total: Cell, claim: Claim, known: int) -> bool:
    """Whether "another" or "many others" may well be among the people of a total.

    They are where some of those were told of since ("Another victim was …"), unless an ordinal
    counts on from the ``known`` ("a third" after two); where no number says how many more there
    are; and where the number is that of the total ("four wounded", then "one man died and four
    others were hurt").
    """
    if total.value == _value(claim) and total.value != exactly(1):
        return True
    if _value(claim).high is None and not has_number(claim.span.exact):
        return True
    words = _label(claim).split()
    if is_owned(claim):  # "he was killed along with his sons"
        return (_value(claim).low or 0) <= (total.value.high or total.value.low or 0)
    ordinal = next((n for word, n in ordinals().items() if word in words), None)
    if ordinal is not None:
        return ordinal != known + 1
    if _one_person(claim) and total.claims[0].additional:  # "four others", then "another man"
        return True
    return total.detailed and (_value(claim).low or 0) < (total.value.low or 0)


def _beside(total: Cell, claim: Claim) -> bool:
    """Whether a group or person stands beside a stated figure and is not part of it.

    "Killed two people before he shot himself": beside; "three died, among them …" is marked
    partial before it gets here.
    """
    first = total.claims[0]
    if _spelled_out(first, claim):
        return False
    if one_list(first, claim) and is_owned(claim):
        return True
    if is_perpetrator(claim) and not parts_of(first.who):  # "19 dead" may count him, too
        return same_sentence(first, claim) or first.others
    return exclude_each_other(first, claim)


def _spelled_out(total: Claim, claim: Claim) -> bool:
    """Whether a list behind a figure says who they were: "seven civilians, Ana Berel, her husband
    and their five children", "four children – two sons and two daughters"; not "seven civilians
    and five soldiers"."""
    if not same_sentence(total, claim) or told_apart(total, claim):
        return False
    if (_value(claim).low or 0) >= (_value(total).high or _value(total).low or 0):
        return False
    between = _between(total, claim)
    if _LIST_BEGINS.search(between):
        return True
    said = word_list(total.who.label) if total.who else []
    behind = total.sentence.exact[max(0, total.span.end - total.sentence.start) :].lstrip()
    return bool(words_for("whole").intersection(said)) and behind[:1] in _LISTING


def _between(total: Claim, claim: Claim) -> str:
    """The words of one sentence between those that a figure counts and the others."""
    sentence = total.sentence.exact
    end = _end_of_label(total, sentence, max(0, total.span.start - total.sentence.start))
    first = max(end, claim.span.start - claim.sentence.start)
    return sentence[end : _start_of_label(claim, sentence, first)]


def _end_of_label(claim: Claim, sentence: str, start: int) -> int:
    at = sentence.find(claim.who.label, start) if claim.who else -1
    within = 0 <= at < claim.span.end - claim.sentence.start
    return (
        at + len(claim.who.label) if within and claim.who else claim.span.end - claim.sentence.start
    )


def _start_of_label(claim: Claim, sentence: str, start: int) -> int:
    at = sentence.find(claim.who.label, start) if claim.who else -1
    return at if at >= 0 else start


def _add(cells: list[Cell], claim: Claim) -> None:
    if _one_person(claim):
        _add_person(cells, claim)
    else:
        _add_group(cells, claim)


def _add_person(cells: list[Cell], claim: Claim) -> None:
    """A further person, unless told of before, by name or among "two others"."""
    known = [cell for cell in cells if cell.kind == "person"]
    before = told_before(claim, [cell.claims for cell in known])
    if before is not None:
        before.append(claim)
        return
    if _among_the_others(cells, claim):
        return
    groups = [cell for cell in cells if cell.kind == "group"]
    doers = [cell for cell in groups if _may_be_named(cell, claim)]
    if doers and not any(old.others for cell in cells for old in cell.claims):
        doers[0].claims.append(claim)
        return
    if all(_apart(cell, claim) for cell in groups):
        cells.append(Cell("person", _value(claim), [claim]))


def _may_be_named(cell: Cell, claim: Claim) -> bool:
    """Whether "one suspect died" may be who is told of by name after it; who died by somebody's
    deed ("he killed Ana Berel") is another."""
    single = cell.value == exactly(1) and all(map(is_perpetrator, cell.claims))
    return single and not claim.others and bool(Person.of(claim).names)


def _add_group(cells: list[Cell], claim: Claim) -> None:
    """A further group; the greater of two that may overlap, the other being part of it."""
    value = _value(claim)
    for cell in cells:
        if cell.value == value and parts_of(cell.claims[0].who) == parts_of(claim.who):
            cell.claims.append(claim)
            return
    if _among_the_others(cells, claim):
        return
    others = [cell for cell in cells if cell.kind in ("group", "person")]
    overlapping = [cell for cell in others if not _apart(cell, claim)]
    if any((cell.value.low or 0) >= (value.low or 0) for cell in overlapping):
        return
    for cell in overlapping:
        cells.remove(cell)
    cells.append(Cell("group", value, [claim]))


def _apart(cell: Cell, claim: Claim) -> bool:
    """Whether nobody is counted in both, and no list behind the cell's figure names the claim."""
    first = cell.claims[0]
    return exclude_each_other(first, claim) and not _spelled_out(first, claim)


def _among_the_others(cells: list[Cell], claim: Claim) -> bool:
    """Whether an earlier sentence has "two others", who are now told of one by one."""
    return any(
        cell.kind == "more"
        and not same_sentence(cell.claims[0], claim)
        and (cell.value.low or 0) >= max(2, _value(claim).low or 0)
        for cell in cells
    )


def _one_person(claim: Claim) -> bool:
    return _value(claim) == exactly(1) and is_individual(claim)


def _label(claim: Claim) -> str:
    return claim.who.label.casefold() if claim.who else ""


def _value(claim: Claim) -> NumberRange:
    if not isinstance(claim.value, NumberRange):
        raise TypeError(f"claim {claim.id} of {claim.property} has no number")
    return claim.value
