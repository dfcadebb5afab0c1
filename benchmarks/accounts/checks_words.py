"""Whether a dossier has a gold item right: claims, copies, names and what is said of them."""

from found import Entry, Found
from goldset import Item, alike, stretches

COUNTED = frozenset(
    "killed injured casualties missing abducted arrested displaced evacuated participants".split()  # noqa: SIM905
)


def _told(item: Item, dossier: Found) -> list[Entry]:
    """The claims whose words overlap the item's quote."""
    at = dossier.place(item["report"], item["quote"])
    return [claim for claim in dossier.claims if dossier.lies(claim["span"], item["report"], at)]


def _of_chain(item: Item, dossier: Found) -> list[Entry]:
    """The claims that are the item's, hops before the last aside."""
    wanted = dossier.homes.get(item["incident"])
    return [
        claim
        for claim in _told(item, dossier)
        if (claim["incident"], claim["property"]) == (wanted, item["property"])
        and (claim["value"]["low"], claim["value"]["high"]) == (item["low"], item["high"])
        and claim["stance"] == item["stance"]
        and _is_hop(claim["chain"][-1], item["chain"][-1], dossier)
    ]


def _is_hop(link: Entry, names: list[str], dossier: Found) -> bool:
    if names == ["outlet"]:
        return bool(dossier.voices[link["voice"]]["kind"] == "outlet")
    return alike(dossier.called(link["voice"]), names)


def chain(item: Item, dossier: Found) -> bool:
    return bool(_of_chain(item, dossier))


def all_hops(item: Item, dossier: Found) -> bool:
    return any(
        len(claim["chain"]) == len(item["chain"])
        and all(
            _is_hop(link, names, dossier)
            for link, names in zip(claim["chain"], item["chain"], strict=True)
        )
        for claim in _of_chain(item, dossier)
    )


def left_out(item: Item, dossier: Found) -> bool:
    home = dossier.homes.get(item["incident"])
    return any(
        claim["incident"] != home
        or (
            claim["property"] == item["property"]
            and (not claim["used"] or (item["reason"] == "partial" and claim["partial"]))
        )
        for claim in _told(item, dossier)
        if claim["property"] in COUNTED
    )


def copy(item: Item, dossier: Found) -> bool:
    wanted = set(item["reports"])
    found: set[str] = set()
    for each in dossier.copies:
        reports = {dossier.short(span["report"]) for span in each["spans"]}
        if each["kind"] == item["copy_kind"] and len(reports & wanted) > 1:
            found |= reports
    return wanted <= found


def drift(item: Item, dossier: Found) -> bool:
    ends = [item["from"], item["to"]]
    return any(
        _stands(each, ends, dossier) or _stands(each, ends[::-1], dossier)
        for shared in dossier.copies
        for each in shared["drift"]
        if each["what"] == item["what"]
    )


def _stands(drifted: Entry, ends: list[Entry], dossier: Found) -> bool:
    return all(
        dossier.lies(span, end["report"], dossier.place(end["report"], end["quote"]))
        for span, end in zip((drifted["from"], drifted["to"]), ends, strict=True)
    )


def conflict(item: Item, dossier: Found) -> bool:
    home = dossier.home(item["incident"])
    wanted, enough = set(item["reports"]), min(2, len(item["reports"]))
    for finding in home["findings"] if home else ():
        for each in finding["conflicts"]:
            claims = [claim for told in each["claims"] if (claim := dossier.claim(told))]
            of_it = {finding["property"], *(claim["property"] for claim in claims)}
            told_in = [dossier.short(claim["span"]["report"]) for claim in claims]
            if (
                each["type"] == item["type"]
                and item["property"] in of_it
                and len(wanted & set(told_in)) >= enough
                and sum(report in wanted for report in told_in) > 1
            ):
                return True
    return False


def label(item: Item, dossier: Found) -> bool:
    text = dossier.reports[item["report"]]["text"]
    return any(
        dossier.lies(each["span"], item["report"], at) and each["own_voice"] == item["own_voice"]
        for actor in dossier.actors
        for each in actor["labels"]
        for at in stretches(text, item["label"])
    )


def relation(item: Item, dossier: Found) -> bool:
    own, other = dossier.home(item["from"]), dossier.homes.get(item["to"])
    return own is not None and any(
        (each["type"], each["incident"]) == (item["type"], other) for each in own["relations"]
    )


def actor_same(item: Item, dossier: Found) -> bool:
    return bool(set.intersection(*(dossier.holders(name) for name in item["names"])))


def actor_apart(item: Item, dossier: Found) -> bool:
    one, *rest = item["names"]
    holders = dossier.holders(one)
    if not rest or rest[0] == one:
        return len(holders) > 1
    return not any(holders & dossier.holders(name) for name in rest)


def responsible(item: Item, dossier: Found) -> bool:
    report = dossier.reports[item["report"]]["id"]
    return any(
        claim["property"] == "responsible"
        and claim["span"]["report"] == report
        and claim["value"]["role"] == item["role"]
        and alike(dossier.called(claim["value"]["actor"]), item["actor"])
        for claim in dossier.claims
    )
