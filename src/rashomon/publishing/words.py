"""Codes in words for a reader. No raw code ever reaches the page."""

from collections.abc import Mapping

from rashomon.model.annotations import Modality, SectionKind, VoiceKind
from rashomon.model.base import NullReason
from rashomon.model.claims import (
    Claim,
    PersonRole,
    PersonStatus,
    Property,
    ResponsibleRole,
    Stance,
    Who,
)
from rashomon.model.copies import CopyKind, DriftKind
from rashomon.model.findings import BestBasis, ConflictType, Independent, Status
from rashomon.model.incidents import RelationType
from rashomon.model.report import PublishedBasis
from rashomon.model.voices import ActorKind

NULL: dict[NullReason, str] = {
    "not-stated": "not stated",
    "vague": "the words are vague",
    "unresolved": "said, but it could not be settled",
    "ambiguous": "the words can mean more than one thing",
    "not-read": "said in a way that Rashomon cannot read yet",
    "not-in-scheme": "the codebook has no class for it",
}
STATUS: dict[Status, tuple[str, str]] = {
    "agreed": ("agreed", "at least two independent sources give it and none disputes it"),
    "compatible": ("compatible", "the accounts differ, but can hold together"),
    "disputed": ("disputed", "the accounts cannot all hold"),
    "single-source": ("single source", "all accounts go back to one source at most"),
}
NONE_DECIDED = "none: no person has overruled a link or a figure"
NOTHING_KEPT = "nothing that stands: all that was said of it is denied or left out"
AGREED_BUT_DENIED = "at least two independent sources give it, and somebody denies it"
STANCE: dict[Stance, str] = {
    "asserted": "asserted",
    "denied": "denied",
    "unconfirmed": "unconfirmed",
    "hedged": "hedged",
}
PROPERTY: dict[Property, str] = {
    "when": "When",
    "where": "Where",
    "killed": "Killed",
    "injured": "Injured",
    "casualties": "Casualties, dead and injured not told apart",
    "missing": "Missing",
    "abducted": "Abducted",
    "arrested": "Arrested",
    "displaced": "Displaced",
    "evacuated": "Evacuated",
    "participants": "Took part",
    "actor": "Who acted",
    "recipient": "Who or what was targeted",
    "responsible": "Held responsible",
    "weapon": "Weapon",
    "damage": "Damage",
    "cause": "Cause",
    "motive": "Motive",
    "development": "What followed",
}
NOT_CONFIRMED = "0, hedged: not a confirmed nought"
COUNTED: dict[Property, tuple[str, str]] = {
    "killed": ("killed", "was killed"),
    "injured": ("injured", "was injured"),
    "casualties": ("killed or injured", "was killed or injured"),
    "missing": ("missing", "was missing"),
    "abducted": ("abducted", "was abducted"),
    "arrested": ("arrested", "was arrested"),
    "displaced": ("displaced", "was displaced"),
    "evacuated": ("evacuated", "was evacuated"),
    "participants": ("taking part", "took part"),
}
"""A counted property after a number, and as the verb of a sentence."""

BASIS: dict[BestBasis, str] = {
    "independent": "the figure with most independent sources; of equals the later, then the lower",
    "latest": "the latest figure",
    "lowest": "the lowest figure",
    "none": "no working figure is chosen",
    "floor": "a floor: no more than “at least” was said",
    "sum": "the parts added up",
    "rest": "all who were hit less those who died",
}
BASIS_NAME: dict[BestBasis, str] = {
    "independent": "most independent",
    "latest": "latest",
    "lowest": "lowest",
    "none": "none",
    "floor": "floor",
    "sum": "sum",
    "rest": "the rest",
}
CONFLICT: dict[ConflictType, str] = {
    "contradiction": "Contradiction",
    "denial": "Denial",
    "vague": "Vague against exact",
    "different-category": "Different people counted",
    "different-scope": "Different scope",
    "superseded": "Superseded",
}
GRAVITY: tuple[ConflictType, ...] = tuple(CONFLICT)
"""Conflicts, gravest first. A superseded figure is history, not disagreement."""

WEIGHT: tuple[Property, ...] = (*COUNTED, "responsible", "actor", "recipient", "when", "where")
"""What conflicts are about, gravest first; all else comes last."""

RELATION: dict[RelationType, str] = {
    "follows": "said to follow",
    "retaliation-for": "said to be retaliation for",
    "part-of": "said to be part of",
    "caused-by": "said to be caused by",
    "compared-with": "compared with",
}
RELATION_SHORT: dict[RelationType, str] = {
    "follows": "follows",
    "retaliation-for": "in retaliation",
    "part-of": "part of",
    "caused-by": "caused by",
    "compared-with": "compared",
}
RESPONSIBLE: dict[ResponsibleRole, str] = {
    "claimed": "claims it",
    "accused": "is accused",
    "admitted": "admits it",
    "denied": "denies it",
}
_OF_SEVERAL: dict[ResponsibleRole, str] = {
    "claimed": "claim it",
    "accused": "are accused",
    "admitted": "admit it",
    "denied": "deny it",
}
VOICE: dict[VoiceKind, str] = {
    "agency": "news agency",
    "outlet": "outlet",
    "official": "official",
    "state": "state body",
    "group": "group",
    "person": "person",
    "unnamed": "unnamed",
}
ACTOR: dict[ActorKind, str] = {
    "state": "state",
    "armed-group": "armed group",
    "organisation": "organisation",
    "person": "person",
    "crowd": "crowd",
}
COPY: dict[CopyKind, str] = {
    "wire": "Wire copy",
    "statement": "One statement in several reports",
    "quotation": "One quotation in several reports",
    "reprint": "Reprint",
    "own-update": "An outlet’s update of its own report",
}
COPY_ROLE = {"origin": "origin", "copy": "copy", "unknown": "origin or copy, not known which"}
DRIFT: dict[DriftKind, str] = {
    "attribution-dropped": "the attribution was dropped",
    "number-changed": "a number changed",
    "hedge-dropped": "a hedge was dropped",
    "hedge-added": "a hedge was added",
    "label-changed": "a label changed",
}
SECTION: dict[SectionKind, str] = {
    "dateline": "Dateline",
    "block-quote": "Quoted block",
    "post": "Post",
    "caption": "Caption",
    "tags": "Tags",
    "credit": "Credit",
    "furniture": "Page furniture",
}
PUBLISHED: dict[PublishedBasis, str] = {
    "metadata": "from the report’s metadata",
    "text": "read in the text",
    "other-reports": "worked out from the dated incidents of the other reports",
    "unknown": "not known",
}
MODALITY: dict[Modality, str] = {
    "actual": "told as having happened",
    "alleged": "told as alleged",
    "planned": "told as planned",
    "hypothetical": "told as hypothetical",
}
DATE_PRECISION = {
    1: "told to the day",
    2: "told to within two to six days",
    3: "told to the week",
    4: "told to the month",
    5: "told to within a year at best",
}
PLACE_PRECISION = {
    1: "told to the town or the spot",
    2: "told to within about 25 km",
    3: "told to the district",
    4: "told to the province or state",
    5: "told as along a line or in an area without sharp borders",
    6: "told to the country only",
    7: "told as in international waters or airspace",
}
WHY_NOT = {
    "denied": "it is denied",
    "superseded": "a later figure replaced it",
    "garbled-copy": "a copy changed it on the way; the original is in the pile",
    "garbled": "a copy changed it on the way; the original is in the pile",
    "hardened-copy": "a copy dropped the hedge; the original is in the pile",
    "hardened": "a copy dropped the hedge; the original is in the pile",
    "different-scope": "it covers more than this incident",
    "scope": "it covers more than this incident",
    "hypothetical": "it is hypothetical",
}
_STATUS_OF_PEOPLE: dict[PersonStatus, str] = {
    "civilian": "civilians",
    "combatant": "combatants",
    "security-force": "security forces",
    "unknown": "",
}
_ROLE_OF_PEOPLE: dict[PersonRole, str] = {
    "victim": "victims",
    "perpetrator": "perpetrators",
    "bystander": "bystanders",
    "unknown": "",
}


def part_in_it(role: ResponsibleRole, several: bool) -> str:
    """What is said of an actor's part: "is accused", of several "are accused"."""
    return (_OF_SEVERAL if several else RESPONSIBLE)[role]


_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spelled(number: int) -> str:
    """A small number as a word, for running text."""
    return _SMALL[number] if number < len(_SMALL) else str(number)


def plain(code: str) -> str:
    """A word that only looks like a code ("air-strike"), as people write it."""
    return code if " " in code else code.replace("-", " ").replace("_", " ")


def absent(why: Mapping[str, NullReason], *fields: str) -> str:
    """Why a value is not there: the reason given for the first of the fields that has one."""
    reason = next((why[field] for field in fields if field in why), None)
    return NULL[reason] if reason else "no value, and no reason recorded"


def left_out(claim: Claim) -> str:
    """Why a claim sets no end of a range."""
    if claim.why_not is None:
        return "no reason recorded"
    return WHY_NOT.get(claim.why_not, plain(claim.why_not))


def number_words(low: int | None, high: int | None, approximate: bool = False) -> str:
    """A range as people say it: "7", "4 to 7", "at least 4", "about 2", "2,000 to 9,999"."""
    if low is None:
        return "no number"
    if high is None:
        return f"at least {low:,}"
    if low != high:
        return f"{low:,} to {high:,}"
    return f"about {low:,}" if approximate else f"{low:,}"


def none_known(prop: Property) -> str:
    """What one says who has heard of none, which is not to know that there is none."""
    return f"no reports of anybody {COUNTED[prop][0]}"


def number_short(low: int, high: int | None, is_open: bool = False) -> str:
    """A range for a narrow table cell: "7", "4–7", "4+"."""
    if high is None:
        return f"{low:,}+"
    return (f"{low:,}" if low == high else f"{low:,}–{high:,}") + ("+" if is_open else "")


def independent_words(sources: Independent) -> str:
    """How many independent sources, as a phrase."""
    low, high = sources.low, sources.high
    if high == 0:
        return "no independent source"
    noun = "independent source" if high == 1 else "independent sources"
    if low == high:
        return f"{high} {noun}"
    return f"at most {high} {noun}" if low == 0 else f"{low} to {high} {noun}"


def is_of_some(who: Who | None) -> bool:
    """Whether a count is of some only: civilians, women, children."""
    return who is not None and bool(who.status != "unknown" or who.sex or who.age_group)


def who_words(who: Who) -> str:
    """What is known of the people counted, beyond the label: "civilians, female, children"."""
    age = {"child": "children", "adult": "adults", "elderly": "elderly"}
    notes = (
        _STATUS_OF_PEOPLE[who.status],
        _ROLE_OF_PEOPLE[who.role],
        who.sex or "",
        age[who.age_group] if who.age_group else "",
    )
    return ", ".join(note for note in notes if note)


def several(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 report", "3 reports"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(names: tuple[str, ...] | list[str], most: int = 3) -> str:
    """ "a", "a and b", "a, b and c", "a, b and 4 others"."""
    if len(names) > most:
        names = [*names[: most - 1], several(len(names) - most + 1, "other")]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
