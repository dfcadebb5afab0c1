"""Whether a dossier has a gold item right: incidents, tolls and what is told of reports."""

from itertools import chain

from found import Found, days, places
from goldset import Item, alike

NARROWER = {
    "attack": {"storming", "raid", "ambush", "shooting", "bombing", "air-strike", "shelling"},
    "clash": {"fighting", "shooting"},
    "riot": {"mob-attack", "looting"},
    "kidnapping": {"hostage-taking", "abduction"},
    "arrest": {"raid", "detention"},
    "seizure": {"storming", "raid", "hijacking", "occupation"},
    "protest": {"march", "sit-in", "demonstration", "rally", "strike"},
    "accident": {"explosion", "stampede", "collapse", "crash"},
    "disaster": {"flood", "earthquake", "landslide", "storm"},
    "killing": {"shooting", "execution", "massacre", "stabbing"},
}
"""Kinds that pass for a wider one of the coding sheet."""


def incident(item: Item, dossier: Found) -> bool:
    own = dossier.home(item["incident"])
    return own is not None and dossier.told_in(own) == frozenset(item["reports"])


def main(item: Item, dossier: Found) -> bool:
    own = dossier.reports[item["report"]]["main_incident"]
    if item["main"] is None:
        return own is None
    wanted = dossier.homes.get(item["main"])
    return own is not None and (own == wanted or _follows(item, own, wanted, dossier))


def _follows(item: Item, own: str, wanted: str | None, dossier: Found) -> bool:
    """Whether the report is a follow-up and its main incident has a relation to the wanted one."""
    developed = any(
        other["kind"] == "follow-up"
        and other["report"] == item["report"]
        and other["incident"] == item["main"]
        for other in dossier.coding.items
    )
    relations = dossier.incidents[own]["relations"]
    return developed and any(relation["incident"] == wanted for relation in relations)


def what(item: Item, dossier: Found) -> bool:
    own = dossier.home(item["incident"])
    wanted = set(item["kinds"])
    return own is not None and own["kind"] in wanted.union(
        chain.from_iterable(NARROWER.get(kind, ()) for kind in wanted)
    )


def when(item: Item, dossier: Found) -> bool:
    """Within the days, and as many of them; where those span a month or more, within."""
    own = dossier.home(item["incident"])
    first, last = days(own["when"]) if own else (None, None)
    if first is None or last is None:
        return False
    low, high = item["day"]
    if (low and first < low) or (high and last > high):
        return False
    if low is None or high is None or low[:7] != high[:7]:
        return True
    return (low[8:] == "01" and high[8:] > "27") or (first, last) == (low, high)


def where(item: Item, dossier: Found) -> bool:
    own = dossier.home(item["incident"])
    if own is None or not alike(places(own["where"]), item["where"]):
        return False
    return item["country"] is None or own["where"]["country_code"] == item["country"]


def apart(item: Item, dossier: Found) -> bool:
    one, other = (dossier.homes.get(letter) for letter in item["incidents"])
    return one is not None and other is not None and one != other


def toll_range(item: Item, dossier: Found) -> bool:
    """Whether low, best, high and open are right."""
    ends = ("low", "best", "high", "open")
    own = next(dossier.findings(item["incident"], item["property"]), None)
    return own is not None and all(own[end] == item[end] for end in ends)


def toll_status(item: Item, dossier: Found) -> bool:
    own = next(dossier.findings(item["incident"], item["property"]), None)
    return own is not None and own["status"] == item["status"]


def toll(item: Item, dossier: Found) -> bool:
    return toll_range(item, dossier) and toll_status(item, dossier)


def part(item: Item, dossier: Found) -> bool:
    own = dossier.home(item["incident"])
    return own is not None and any(
        (each["low"], each["high"]) == (item["low"], item["high"])
        and (
            each["who"]["status"] == item["status"] or alike([each["who"]["label"]], item["group"])
        )
        for each in own[item["property"]]["parts"]
    )


def independent(item: Item, dossier: Found) -> bool:
    own = next(dossier.findings(item["incident"], item["property"]), None)
    if own is None:
        return False
    if item["value"] is None:
        held = [own["independent"]]
    else:
        value = item["value"]
        held = [
            reading["independent"]
            for reading in own["readings"]
            if (reading["value"]["low"], reading["value"]["high"]) == (value, value)
        ]
    return {"low": item["low"], "high": item["high"]} in held


def follow_up(item: Item, dossier: Found) -> bool:
    own = dossier.home(item["incident"])
    return own is not None and item["report"] in dossier.told_in(own)


def published(item: Item, dossier: Found) -> bool:
    own = dossier.reports[item["report"]]
    if own["published"] is not None:
        return False
    if item["earliest"] is None and item["latest"] is None:
        return True
    held = own["published_range"]
    if held is None:
        return False
    early, late = item["earliest"] or "", item["latest"] or "9999"
    return early <= (held["earliest"] or "") and (held["latest"] or "9999") <= late
