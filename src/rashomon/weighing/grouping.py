"""Who is counted: the total, its parts, and which parts exclude each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.data.phrases import words
from rashomon.model.claims import Claim, Who
from rashomon.model.numbers import exactly
from rashomon.weighing.wording import is_individual, is_owned, word_list, words_for

Dimension = Literal["role", "status", "age_group", "sex", "noun"]
DIMENSIONS: tuple[Dimension, ...] = ("status", "role", "age_group", "sex")


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One told-apart group: the people whose ``dimension`` has this ``value``.

    ``noun`` is what they go by where no other dimension tells them apart ("nurses"); two nouns may
    mean the same people, so that it excludes nobody.
    """

    dimension: Dimension
    value: str


CIVILIANS = Part("status", "civilian")
_ARMED = ("security-force", "combatant")


def parts_of(who: Who | None) -> frozenset[Part]:
    """The groups that a ``who`` belongs to; none for "people".

    Only perpetrators are told apart by role: victims and bystanders are whom a toll counts.
    """
    if who is None:
        return frozenset()
    found: dict[Dimension, str | None] = {
        "role": who.role if who.role == "perpetrator" else None,
        "status": None if who.status == "unknown" else who.status,
        "age_group": who.age_group,
        "sex": who.sex,
    }
    return frozenset(Part(name, value) for name, value in found.items() if value)


def value_on(who: Who | None, dimension: Dimension) -> str | None:
    """What is known of the people on one dimension."""
    return next((part.value for part in parts_of(who) if part.dimension == dimension), None)


def head_word(who: Who | None) -> str:
    """The word that names the group, for telling "pilots" from "teachers"; "" for anybody."""
    words = [word for word in word_list(who.label) if not word[0].isdigit()] if who else []
    if not words or words[-1] in words_for("anybody"):
        return ""
    return words[-1].removesuffix("s")


def called_apart(who: Who | None) -> bool:
    """Whether a noun of their own tells them from people in general ("traders", "pupils"); the
    name of a people ("Larnians") and a bare "men" do not."""
    if who is None or not head_word(who):
        return False
    people = who.label.split()[-1][:1].isupper()
    return not people and head_word(who) not in words_for("grown-men")


def armed_and_others(one: Claim, other: Claim) -> bool:
    """Whether one counts soldiers or the like and the other people who go by another name: women,
    children, traders."""
    armed, status = value_on(one.who, "status"), value_on(other.who, "status")
    return armed in _ARMED and status is None and called_apart(other.who)


def exclude_each_other(one: Claim, other: Claim) -> bool:
    """Whether nobody can be counted in both.

    Different values on one dimension do; so do women or men and children (who says "women"
    says adults), perpetrators and named victims, and, in one sentence, groups with different
    names ("two pilots and a nurse").
    """
    if told_apart(one, other):
        return True
    if _woman_and_child(one, other) or _woman_and_child(other, one):
        return True
    if _perpetrator_and_victim(one, other) or _perpetrator_and_victim(other, one):
        return True
    if whose(one, other):
        return True
    names = {head_word(one.who), head_word(other.who)}
    return same_sentence(one, other) and len(names) == 2 and "" not in names


def told_apart(one: Claim, other: Claim) -> bool:
    """Whether the words give them different values on one dimension: civilians and fighters."""
    return any(_differ(one, other, dimension) for dimension in DIMENSIONS)


def whose(one: Claim, other: Claim) -> bool:
    """ "Ana Berel and *her mother*": in one list whose relatives they are stands beside them."""
    if not one_list(one, other):
        return False
    return is_owned(one) != is_owned(other)


def same_sentence(one: Claim, other: Claim) -> bool:
    """Whether both stand in one sentence of one report."""
    return one.sentence.report == other.sentence.report and one.sentence.start == (
        other.sentence.start
    )


def one_list(one: Claim, other: Claim) -> bool:
    """Whether both are told by one verb: their words begin with it, or end with it, alike."""
    if not same_sentence(one, other):
        return False
    return one.span.start == other.span.start or one.span.end == other.span.end


def is_perpetrator(claim: Claim) -> bool:
    """Whether those who are counted did it."""
    return claim.who is not None and claim.who.role == "perpetrator"


def presumed(claims: Sequence[Claim]) -> frozenset[Part]:
    """Groups that tell nothing apart because nobody is said to be of another.

    Where the dead are called civilians here and people there, and no fighter is told of, all are
    civilians: in case of doubt a person is one (Additional Protocol I, article 50 (1)). "Seven
    civilians and five militants" does tell them apart, whatever the five are called.
    """
    statuses = {value_on(claim.who, "status") for claim in claims} - {None}
    if statuses != {"civilian"} or any(_beside_civilians(claim, claims) for claim in claims):
        return frozenset()
    return frozenset({CIVILIANS})


def _beside_civilians(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether people of no known status, with a name of their own, stand in one list with
    civilians; somebody's wife or a child beside them is as civilian as they are."""
    if value_on(claim.who, "status") is not None or not head_word(claim.who):
        return False
    if is_owned(claim) or value_on(claim.who, "age_group") == "child":
        return False
    civilian = (other for other in claims if value_on(other.who, "status") == "civilian")
    return any(one_list(claim, other) for other in civilian)


def of_part(part: Part, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that a finding about one group rests on; none where the group is not told apart.

    Civilians who are told apart from nobody are all who are not called something else. A trade
    ("three journalists") tells of some civilians, not how many there were.
    """
    if part.dimension == "noun":
        return [claim for claim in claims if named_group(claim) == part]
    about = [claim for claim in claims if part in parts_of(claim.who)]
    if part != CIVILIANS or not presumed(claims):
        return about
    if not any(claim.who and "civilian" in claim.who.label.casefold() for claim in about):
        return []
    figures = [c for c in about if not c.partial and not c.additional and not _single(c)]
    if figures and all(some_of(claim) for claim in figures):
        return [claim for claim in about if not some_of(claim)]
    return [c for c in claims if not held_armed(c)]


def held_armed(claim: Claim) -> bool:
    """Whether they are soldiers or fighters, or somebody calls them fighters or suspects: a label
    sets no status, yet who uses it counts no civilians."""
    if value_on(claim.who, "status") in _ARMED or is_perpetrator(claim):
        return True
    return head_word(claim.who) in called_fighters()


@cache
def called_fighters() -> frozenset[str]:
    """As ``head_word`` gives them: no "s" at the end."""
    called = words("label_sets", "label", set="armed") | words_for("suspected")
    return frozenset(word.removesuffix("s") for word in called)


def named_group(claim: Claim) -> Part | None:
    """The group by the noun that people who are told apart go by: "two *nurses*", "its *driver*";
    none for people in general, for names and for whose relatives somebody is."""
    noun = _person_noun(claim)
    if not called_apart(claim.who) or is_perpetrator(claim) or is_owned(claim):
        return None
    return Part("noun", noun) if noun and noun not in _general() else None


def _person_noun(claim: Claim) -> str:
    """The noun for one of those who are counted ("policemen" -> "policeman"), if it is a known
    one."""
    noun = head_word(claim.who)
    one = {noun, re.sub("men$", "man", noun), re.sub("ie$", "y", noun)}
    return min(one & words("people", "noun", type="person"), default="")


@cache
def _general() -> frozenset[str]:
    """Nouns that tell no more of people than their age, their sex, their side or their fate."""
    plain = {word.removesuffix("s") for label in _PLAIN.values() for word in label.split()}
    roles = words("people", "noun", role="victim") | words("people", "noun", role="perpetrator")
    return frozenset(plain | roles | words_for("grown-men") | {"woman"})


def _single(claim: Claim) -> bool:
    return claim.value == exactly(1) and is_individual(claim)


def some_of(claim: Claim) -> bool:
    """Whether the words count some of a definite group ("three of the nurses")."""
    said = f" {claim.span.exact.casefold()} "
    return any(f" of {word} " in said for word in words_for("some-of"))


def _differ(one: Claim, other: Claim, dimension: Dimension) -> bool:
    first, second = value_on(one.who, dimension), value_on(other.who, dimension)
    return first is not None and second is not None and first != second


def _woman_and_child(one: Claim, other: Claim) -> bool:
    if head_word(one.who) in words_for("kin"):  # "five sons" may be "five children" again
        return False
    adult_by_word = value_on(one.who, "sex") and not value_on(one.who, "age_group")
    return bool(adult_by_word) and value_on(other.who, "age_group") == "child"


def _perpetrator_and_victim(one: Claim, other: Claim) -> bool:
    if one.who is None or other.who is None:
        return False
    return one.who.role == "perpetrator" and other.who.role in ("victim", "bystander")


def who_of(part: Part, claims: Sequence[Claim]) -> Who:
    """A ``Who`` for a told-apart group: under the noun that all its claims use ("policemen"), else
    under a plain name, whatever single reports call it.

    Women (men) where all who are meant are adults, else women and girls (men and boys).
    """
    if part.dimension == "noun":
        return _of_noun(claims)
    grown = all(value_on(claim.who, "age_group") in ("adult", "elderly") for claim in claims)
    label = _GROWN.get(part.value) if grown else None
    if part.dimension in ("status", "age_group"):
        label = _one_noun(claims)
    absent = {"actor", "side", "sex", "age_group"} - {part.dimension}
    why_null = dict.fromkeys(sorted(absent), "not-stated")
    return Who.model_validate(
        {
            "label": label or _PLAIN.get(part.value, part.value),
            part.dimension: part.value,
            "why_null": why_null,
        }
    )


def _one_noun(claims: Sequence[Claim]) -> str | None:
    """What all claims call the people, in the fewest words; nothing where they differ or use a
    general word."""
    labels = {claim.who.label for claim in claims if claim.who is not None}
    nouns = {_person_noun(claim) for claim in claims}
    if len(nouns) > 1 or nouns & (_general() | {""}) or any(map(is_owned, claims)):
        return None
    return min(labels, key=lambda each: (len(each), each), default=None)


def _of_noun(claims: Sequence[Claim]) -> Who:
    """People under their own noun; what that makes them is not said (three nurses are not all the
    civilians)."""
    absent = dict.fromkeys(("actor", "age_group", "sex", "side"), "not-stated")
    return Who.model_validate({"label": _one_noun(claims), "why_null": absent})


_GROWN = {"female": "women", "male": "men"}
_PLAIN = {
    "civilian": "civilians",
    "combatant": "fighters",
    "security-force": "members of the security forces",
    "perpetrator": "perpetrators",
    "child": "children",
    "adult": "adults",
    "elderly": "elderly people",
    "female": "women and girls",
    "male": "men and boys",
}
