"""Who is counted, as far as the words say."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from rashomon.data import Row, lexicon
from rashomon.data.phrases import words as listed
from rashomon.model.annotations import CountMention
from rashomon.model.claims import PersonRole, PersonStatus, Who

_BEING = re.compile(r"\b(?:are|were|is|was)\s")  # "four of them were women"
_OF_THEM = re.compile(r"(?:of\s)?(?:them|whom|these|those)\s", re.IGNORECASE)
_ARTICLES = ("of ", "the ", "a ", "an ", "at least ", "some ", "about ", "another ", "other ")


@cache
def _people() -> Mapping[str, Row]:
    return {row["noun"]: row for row in lexicon("people")}


def who(
    count: CountMention,
    actor: str | None,
    victim: bool,
    doer: bool = False,
    like: CountMention | None = None,
) -> Who:
    """The people of a count. ``victim``: they are what an attack or accident befell, which is
    their role unless the noun itself says another. ``doer``: the report says that they did it.
    ``like``: others told of in the same breath, whose noun goes without saying."""
    row = _people().get((count.noun or "").casefold(), {})
    role = "perpetrator" if doer else row.get("role") or "unknown"
    return Who(
        label=label(count),
        actor=actor,
        status=_status(row, count) if like is None else _armed(like),
        role=cast(PersonRole, "victim" if role == "unknown" and victim else role),
        sex=cast(Literal["female", "male"] | None, row.get("sex") or None),
        age_group=cast(Literal["child", "adult", "elderly"] | None, row.get("age_group") or None),
        why_null=_why_null(row, actor),
    )


def _armed(count: CountMention) -> PersonStatus:
    """The status of soldiers and the like, which goes on for those told of in the same breath;
    civilians and others may have stood beside them."""
    said = _status(_people().get((count.noun or "").casefold(), {}), count)
    return said if said in ("security-force", "combatant") else "unknown"


def of_a_side(count: CountMention) -> bool:
    """Whether the words count soldiers or civilians only, and not anybody."""
    return _status(_people().get((count.noun or "").casefold(), {}), count) != "unknown"


def _status(row: Mapping[str, str], count: CountMention) -> PersonStatus:
    """By the noun alone, else by what the phrase says they belong to ("members of the army")."""
    said = row.get("status") or "unknown"
    if said == "unknown":
        found = _belonging().search(count.phrase.exact)
        said = _statuses()[found.group(0).casefold()] if found else said
    return cast(PersonStatus, said)


@cache
def _statuses() -> Mapping[str, str]:
    return {row["word"]: row["status"] for row in lexicon("status_words")}


@cache
def _belonging() -> re.Pattern[str]:
    words = sorted(_statuses(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE)


def label(count: CountMention) -> str:
    """What the counted are called, without the number: "two U.S. soldiers" → "U.S. soldiers"."""
    words = count.phrase.exact
    if count.basis in ("numeral", "vague") and count.exact in words:
        words = words.replace(count.exact, "", 1)
    words = " ".join(_BEING.split(words)[-1].split())
    words = _OF_THEM.sub("", words, count=1) if _OF_THEM.match(words) else words
    for article in _ARTICLES:
        if words.casefold().startswith(article):
            words = words[len(article) :]
    first, _, rest = words.partition(" ")
    if rest and count.partial and (first.isdigit() or first.casefold() in _numbers()):
        words = rest  # "two of the nine soldiers"
    return words if words not in ("", "the") else count.noun or "people"


@cache
def _numbers() -> frozenset[str]:
    return listed("weighing_words", use="number")


def _why_null(row: Mapping[str, str], actor: str | None) -> dict[str, Literal["not-stated"]]:
    fields = {
        "actor": actor,
        "side": None,
        "sex": row.get("sex"),
        "age_group": row.get("age_group"),
    }
    return {name: "not-stated" for name, value in fields.items() if not value}
