"""Whose a figure is that names nobody itself: its report's, its copy's, its agency's source.

CONTRACT.md, independence: a dropped attribution makes no new source.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.data.spelling import fold
from rashomon.model.claims import Claim
from rashomon.model.copies import Copy
from rashomon.model.numbers import NumberRange
from rashomon.model.voices import Voice
from rashomon.weighing.case import Case
from rashomon.weighing.source import Rank, Source
from rashomon.weighing.wording import voice_name, word_list

_SAME_WORDS = 0.6  # share of the shorter sentence's words that makes two sentences one text
_WHY_COPY = {
    "wire": "the same agency text",
    "statement": "the same statement",
    "quotation": "the same quotation",
    "reprint": "the same text, reprinted",
    "own-update": "an outlet's own update",
}


def through_report(case: Case, own: Mapping[str, Source]) -> dict[str, Source]:
    """A figure in a headline or lead is that of whoever the same report cites for it."""
    result = dict(own)
    by_report: dict[str, list[Claim]] = {}
    for claim in sorted(case.claims, key=_place):
        by_report.setdefault(claim.span.report, []).append(claim)
    for claims in by_report.values():
        for claim in (each for each in claims if own[each.id].rank is Rank.PROSE):
            cited = [own[each.id] for each in claims if _same_figure(claim, each)]
            if any(map(_is_somebody, cited)):
                result[claim.id] = _best(cited)
    return result


def through_copies(
    case: Case, own: Mapping[str, Source], by_voice: Callable[[str], Source]
) -> dict[str, Source]:
    """A dropped attribution makes no new source: one text has one source, its best-named."""
    result = dict(own)
    for copy in sorted(case.copies, key=lambda each: each.id):
        given = by_voice(copy.primary_source) if copy.primary_source else None
        kept: list[Claim] = []
        changed: list[Claim] = []
        for claim in case.claims:
            (changed if _of_its_own(claim, copy, case.claims) else kept).append(claim)
        passages = [(alike, given) for alike in _same_passages(copy, kept)]
        passages += [(alike, None) for alike in _by_number(_same_passages(copy, changed))]
        for alike, giver in passages:
            known = [result[claim.id] for claim in alike]
            best = _best(known if giver is None else [*known, giver])
            for claim in alike:
                own_source, why = result[claim.id], _WHY_COPY[copy.kind]
                if _one_body(best, own_source, case.voices):
                    result[claim.id] = replace(best, why=why)
                else:
                    result[claim.id] = _inherit(own_source, best, why)
        if copy.kind != "quotation":
            result.update(_of_one_text(copy, kept, result))
    return result


def _by_number(passages: Iterable[Sequence[Claim]]) -> list[list[Claim]]:
    """Those of one passage that give one number, which another text of it has not."""
    found: list[list[Claim]] = []
    for alike in passages:
        by_value: dict[str, list[Claim]] = {}
        for claim in alike:
            by_value.setdefault(claim.value.model_dump_json(), []).append(claim)
        found += by_value.values()
    return found


def _of_its_own(claim: Claim, copy: Copy, claims: Iterable[Claim]) -> bool:
    """Whether the copy has a figure that its origin does not give: who gave the one there did not
    give this one."""
    if copy.kind == "own-update":
        return False
    for drift in copy.drift:
        here = drift.to.report == claim.span.report
        if (
            drift.what == "number-changed"
            and here
            and claim.span.overlaps(drift.to.start, drift.to.end)
        ):
            before = (c for c in claims if c.span.report == drift.from_.report)
            touched = [c for c in before if c.span.overlaps(drift.from_.start, drift.from_.end)]
            return not any(_same_number(claim, each) for each in touched)
    return False


def _of_one_text(
    copy: Copy, claims: Iterable[Claim], known: Mapping[str, Source]
) -> dict[str, Source]:
    """What a copied passage gives in its own voice is whose figure it is where the other text
    gives it, also where two sentences of that became one."""
    reports = {span.report for span in copy.spans}
    told = [c for c in sorted(claims, key=_place) if c.span.report in reports]
    found = {}
    for claim in told:
        if known[claim.id].rank is Rank.PROSE and stands_in(claim, copy):
            others = [c for c in told if c.span.report != claim.span.report]
            cited = [known[each.id] for each in others if _same_figure(claim, each)]
            if any(map(_is_somebody, cited)):
                found[claim.id] = replace(_best(cited), why=_WHY_COPY[copy.kind])
    return found


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.span.report, claim.span.start, claim.id


def _is_somebody(source: Source) -> bool:
    return source.rank is not Rank.PROSE


def _same_figure(one: Claim, other: Claim) -> bool:
    """Whether two claims give one number for the same people, so far as is said."""
    if one.id == other.id or one.property != other.property or one.partial != other.partial:
        return False
    if one.value != other.value or one.scope != other.scope:
        return False
    if other.stance in ("denied", "unconfirmed") or other.recalled:
        return False  # who denies a figure does not give it
    told = [who for who in (one.who, other.who) if who]
    statuses, roles = ({getattr(w, n) for w in told} - {"unknown"} for n in ("status", "role"))
    return isinstance(one.value, NumberRange) and len(statuses) <= 1 and len(roles) <= 1


def through_agencies(case: Case, own: Mapping[str, Source]) -> dict[str, Source]:
    """An agency that is credited with a figure for which its own text names a source: the figure
    is that source's ("17 dead", with a credit line, beside the wire story)."""
    result = dict(own)
    for claim in case.claims:
        if own[claim.id].rank is not Rank.MEDIUM:
            continue
        agency = own[claim.id].voice  # of a copy, the one that the copied words credit
        further = [
            own[each.id]
            for each in case.claims
            if agency in [link.voice for link in each.chain[:-1]] and _same_number(claim, each)
        ]
        named = [source for source in further if source.rank is Rank.NAMED]
        if named:
            best = min(named, key=lambda source: source.key)
            result[claim.id] = replace(best, why=_WHY_COPY["wire"])
    return result


def _same_number(one: Claim, other: Claim) -> bool:
    first, second = one.value, other.value
    return (
        one.property == other.property
        and isinstance(first, NumberRange)
        and isinstance(second, NumberRange)
        and first.low == second.low
    )


def _best(known: Sequence[Source]) -> Source:
    top = max(source.rank for source in known)
    return min((source for source in known if source.rank == top), key=lambda source: source.key)


def _one_body(best: Source, own: Source, voices: Mapping[str, Voice]) -> bool:
    """Whether both are one body in a copied passage: "the ministry" and "Larnia's ministry"."""
    if own.key == best.key or best.voice is None or own.voice is None:
        return False
    one, other = (set(fold(voice_name(voices, v)).split()) for v in (best.voice, own.voice))
    return bool(one and other) and (one <= other or other <= one)


def _inherit(own: Source, best: Source, why: str) -> Source:
    if own.key == best.key or own.rank is Rank.NAMED:
        return own
    return replace(best, why=why)


def _same_passages(copy: Copy, claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims that stand in the copied passage, those with the same words together."""
    inside = [claim for claim in claims if stands_in(claim, copy)]
    groups: list[list[Claim]] = []
    for claim in sorted(inside, key=_place):
        for group in groups:
            if any(_same_words(claim, other) for other in group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return groups


def stands_in(claim: Claim, copy: Copy) -> bool:
    """Whether the claim's words lie in one of the copy's passages."""
    return any(
        span.report == claim.span.report and claim.span.inside(span.start, span.end)
        for span in copy.spans
    )


def _same_words(one: Claim, other: Claim) -> bool:
    if one.property != other.property:
        return False
    if one.span == other.span:
        return True
    first, second = set(word_list(one.sentence.exact)), set(word_list(other.sentence.exact))
    if not first or not second or one.span.report == other.span.report:
        return False
    return len(first & second) >= _SAME_WORDS * min(len(first), len(second))
