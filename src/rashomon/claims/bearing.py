"""What a place has to do with an event: its scene, or only where the hurt were brought, where
somebody was arrested or tried, comes from, or from where a distance is counted, or those speak."""

import re
from functools import cache

from rashomon.claims.account import Account
from rashomon.data.phrases import any_of, either, words
from rashomon.model.annotations import PlaceMention

_SHARE = {
    "care": 0.1,
    "custody": 0.15,
    "origin": 0.4,
    "distance": 0.15,
    "people": 0.6,
    "voice": 0.5,
    "scene": 3.0,
}
"""What part of its weight a place keeps that has such a role (it may be the only one named); more
than its weight where the words put the event there."""

_REACH = 90
"""Characters before a place in which a phrase of its clause still tells its role."""

_BOUND = re.compile(r"[-‑–]bound\b")
_WAY = re.compile(r"[-‑–][A-Z][\w’'-]{1,30}\s(?=[a-z])")
_WAY_FROM = re.compile(r"\b[A-Z][\w’']{1,30}[-‑–]$")
"""A way that is named for both its ends; such a name of one town alone is no two words."""
_LIVES_IN = re.compile(
    r"(?:\b\d{1,3}|\b[A-Z][\w’'-]{1,30}),\sof\s(?:[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,3},\s)?$"
)
""" "Dana Arvik, 41, of (Mill Lane,) …": where somebody lives."""
_LIES_IN = re.compile(r"(?:\s(?:in|at|of)|,)\s$")
_JOINT = len(" of ")
_CLAUSE = re.compile(
    r"[.;:!?\n]\s|\s(?:after|where|when|following|who|while|since|because)\s", re.I
)
"""What ends a clause: a role told before it says nothing of a place behind it."""


def bearing(place: PlaceMention, account: Account) -> float:
    """The part of its weight that the place keeps; above 1 for a scene."""
    return _SHARE.get(role(place, account) or "", 1.0)


def role(place: PlaceMention, account: Account) -> str | None:
    """The role that the words around give the place, ``None`` where it may be the scene."""
    text = account.report.text
    index = account.sentence(place.start)
    start, _ = account.bounds(index)
    before = _CLAUSE.split(text[max(start, place.start - _REACH, 0) : place.start])[-1]
    after = text[place.end : place.end + _REACH]
    inside = text[place.start : place.end]
    if _leads(text, place):
        return "distance"
    house = _house_before(place, account)
    if house is not None:
        return role(house, account)
    if _hail_from(place, account) or _LIVES_IN.search(before):
        return "origin"
    return (
        _found(_pattern("right-before"), before)
        or _found(_pattern("after"), after)
        or _found(_pattern("before"), before)
        or (_found(_pattern("inside"), inside) if place.kind == "facility" else None)
        or ("voice" if _of_a_speaker(place, index, account) else None)
    )


def _house_before(place: PlaceMention, account: Account) -> PlaceMention | None:
    """The house of care that lies there by the words right before: "flown to Mercy Hospital in
    *Arvik*" says no more of Arvik than of the hospital."""
    joined = _LIES_IN.search(account.report.text, max(0, place.start - _JOINT), place.start)
    if joined is None or place.kind != "settlement":
        return None
    near = account.places_in(max(0, joined.start() - _REACH), joined.start())
    return next((each for each in near if each.end == joined.start() and cares(each)), None)


def _of_a_speaker(place: PlaceMention, index: int, account: Account) -> bool:
    """ "The commissioner in Arvik said": where somebody is in office."""
    sources = (a.source for a in account.heard.get(index, ()) if a.source is not None)
    return any(s.start < place.start and place.end <= s.end for s in sources)


def _hail_from(place: PlaceMention, account: Account) -> bool:
    """ "Their three children *from Arvik*": where people are from."""
    start, end = account.bounds(account.sentence(place.start))
    between = (
        account.report.text[c.phrase.end : place.start] for c in account.counts_in(start, end)
    )
    return any(words.strip() == "from" for words in between)


def _leads(text: str, place: PlaceMention) -> bool:
    """ "A Karachi-bound bus on the Quetta-Karachi highway": where it goes is not where it is."""
    if _BOUND.match(text, place.end):
        return True
    way = _WAY.match(text, place.end)
    return bool(way) or bool(_WAY_FROM.search(text[max(0, place.start - _REACH) : place.start]))


def cares(place: PlaceMention) -> bool:
    """Whether it is a house of care: of most incidents where the hurt were brought, or whose staff
    spoke of them."""
    return place.kind == "facility" and bool(_care_house().search(place.name))


@cache
def _care_house() -> re.Pattern[str]:
    heads = any_of("place_roles", "phrase", stands="head", role="care")
    return re.compile(rf"\b(?:{heads})\b", re.IGNORECASE)


def _found(pattern: re.Pattern[str], text: str) -> str | None:
    """The role that the nearest of its phrases gives, which is the last one before a place."""
    return next((match.lastgroup for match in [*pattern.finditer(text)][::-1]), None)


@cache
def _pattern(stands: str) -> re.Pattern[str]:
    """One named group a role; the phrases of "after" are looked for in a site's own name, too."""
    told = "after" if stands == "inside" else stands
    frame = {
        "before": r"\b(?:{})\b",
        "right-before": r"\b(?:{})\s+(?:downtown\s+)?$",
        "after": r"^(?:['’]s)?\s+(?:[Cc]ounty\s+)?(?:{})\b",
        "inside": r"\b(?:{})$",
    }[stands]
    groups = "|".join(
        f"(?P<{role}>{either(found)})"
        for role in _SHARE
        if (found := words("place_roles", "phrase", stands=told, role=role))
    )
    return re.compile(frame.format(groups), re.IGNORECASE)
