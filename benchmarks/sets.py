"""The kinds of annotated data that can be measured, told apart by the fields of their rows.

Each kind reads rows (JSON Lines), runs Rashomon through its public interface alone, and gives one
``Item`` for each incident or article. docs/quality.md names the public sets and their fields.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import pycountry
from measures import (
    Figure,
    Item,
    b_cubed,
    f1,
    harmonic,
    kilometres,
    likeness,
    meets,
    share,
    town_words,
)

import rashomon

Row = Mapping[str, Any]
FIELDS = ("id", "title", "outlet", "published", "url", "text")
PILE = 150
NEAR_KM, NEAR_NAMED_KM = 25, 80
TOWN_KM, COUNTRY_KM = 161, 1_000


@dataclass(frozen=True, slots=True)
class Kind:
    """How rows of one form are measured, and the figures that their sums give."""

    name: str
    fits: Callable[[Row], bool]
    measure: Callable[[Sequence[Row], int | None], Iterator[Item]]
    figures: Mapping[str, Figure]


_PRECISION, _RECALL = share("precision", "reports"), share("recall", "reports")
_TOGETHER: dict[str, Figure] = {
    "b3_precision": _PRECISION,
    "b3_recall": _RECALL,
    "b3_f1": harmonic(_PRECISION, _RECALL),
}


def _compared(reports: Sequence[Row]) -> dict[str, Any]:
    given = [{name: report.get(name) for name in FIELDS} for report in reports]
    return rashomon.compare(given).to_dict()


def _main(dossier: Mapping[str, Any], ids: Sequence[str]) -> dict[str, str]:
    """Report -> its main incident; one that has none stands alone."""
    main = {each["id"]: each["main_incident"] for each in dossier["reports"]}
    return {name: main.get(name) or f"alone:{name}" for name in ids}


def _shuffled(rows: Sequence[Row], key: str, seed: int) -> list[dict[str, Any]]:
    """The reports of all rows in an order and under ids that tell nothing; ``gold`` is theirs,
    ``nth`` their place in the row."""
    reports = [
        dict(report, gold=row[key], nth=nth)
        for row in rows
        for nth, report in enumerate(row.get("reports", [row]))
    ]
    random.Random(seed).shuffle(reports)
    return [dict(report, id=f"r{seed}-{n}") for n, report in enumerate(reports)]


# --- many reports of many incidents ------------------------------------------------------------


def incidents(rows: Sequence[Row], limit: int | None) -> Iterator[Item]:
    """Piles of 150 incidents, neighbours by state, town and day: linked, then read."""

    def nearness(row: Row) -> tuple[str, str, str, str]:
        gold = row["gold"]
        return gold["state"] or "", gold["city"] or "", gold["date"], row["incident"]

    ordered = sorted(rows, key=nearness)
    piles = [ordered[n : n + PILE] for n in range(0, len(ordered), PILE)]
    for seed, pile in enumerate(piles[: max(1, limit // PILE)] if limit else piles):
        yield from _pile(pile, seed)


def _pile(pile: Sequence[Row], seed: int) -> Iterator[Item]:
    reports = _shuffled(pile, "incident", seed)
    dossier = _compared(reports)
    gold = {report["id"]: report["gold"] for report in reports}
    guess = _main(dossier, list(gold))
    scores = b_cubed(gold, guess)
    found = {each["id"]: each for each in dossier["incidents"]}
    for row in pile:
        own = [report for report in reports if report["gold"] == row["incident"]]
        ids = [report["id"] for report in sorted(own, key=lambda report: int(report["nth"]))]
        sums = Counter(_clustered(scores, ids))
        misses: tuple[str, ...] = ()
        if len(ids) > 1:
            best = Counter(guess[name] for name in ids).most_common(1)[0][0]
            right = _read_right(found.get(best), row["gold"])
            sums.update(_told(right, row["gold"]))
            misses = _missed(row, found.get(best), right)
        yield Item(row["incident"], sums, misses)


def _clustered(scores: Mapping[str, tuple[float, float]], ids: Sequence[str]) -> dict[str, float]:
    return {
        "reports": len(ids),
        "precision": sum(scores[name][0] for name in ids),
        "recall": sum(scores[name][1] for name in ids),
    }


def _read_right(incident: Row | None, gold: Row) -> dict[str, bool]:
    if incident is None:
        return dict.fromkeys(("killed", "injured", "date", "place", "all four"), False)
    right = {
        "killed": (toll(incident, "killed")[1] or 0) == gold["killed"],
        "injured": (toll(incident, "injured")[1] or 0) == gold["injured"],
        "date": on_day(incident["when"], gold["date"]),
        "place": same_place(incident["where"], gold),
    }
    return {**right, "all four": all(right.values())}


def _told(right: Mapping[str, bool], gold: Row) -> dict[str, float]:
    sums: dict[str, float] = {"incidents": 1, **right}
    for name in ("killed", "injured"):
        sums[f"{name} any"] = gold[name] > 0
        sums[f"{name} any right"] = gold[name] > 0 and right[name]
    sums["several"] = gold["killed"] > 1
    sums["several right"] = gold["killed"] > 1 and right["killed"]
    return sums


def _missed(row: Row, incident: Row | None, right: Mapping[str, bool]) -> tuple[str, ...]:
    if right["all four"]:
        return ()
    wrong = [name for name, good in right.items() if not good and name != "all four"]
    got = incident or {}
    where, when = got.get("where") or {}, got.get("when") or {}
    return (
        f"wrong {', '.join(wrong)}; recorded {row['gold']}; read {when.get('edtf')}, "
        f"{where.get('name')}, killed {toll(got, 'killed')}, injured {toll(got, 'injured')}; "
        f"{row['reports'][0].get('title')!r}",
    )


def toll(incident: Row, name: str, status: str | None = None) -> tuple[int | None, ...]:
    """low, best, high; of the part with that status where one is told apart."""
    found = incident.get(name) or {}
    if status:
        parts = found.get("parts") or []
        found = next((p for p in parts if (p.get("who") or {}).get("status") == status), found)
    return found.get("low"), found.get("best"), found.get("high")


def on_day(when: Row | None, day: str) -> bool:
    """Whether a time is that day and no longer."""
    ends = [((when or {}).get(end) or "")[:10] for end in ("earliest", "latest")]
    return ends == [day, day]


def same_place(where: Row | None, gold: Row) -> bool:
    """Within 25 km, or 80 km where the name agrees too; by name where there are no points."""
    if not where:
        return False
    mine = town_words(where.get("name"))
    named = bool(mine) and mine in [town_words(n) for n in re.split(r"[()]", gold["city"] or "")]
    if not gold.get("latlon") or where.get("lat") is None:
        return named
    reach = NEAR_NAMED_KM if named else NEAR_KM
    return kilometres(gold["latlon"], (where["lat"], where["lon"])) <= reach


# --- one narrative with many sources -----------------------------------------------------------


def narratives(rows: Sequence[Row], limit: int | None) -> Iterator[Item]:
    """The lowest and highest number of civilians killed, and the day."""
    for row in rows[:limit]:
        dossier = _compared([{"id": row["incident"], "text": row["text"]}])
        main = dossier["reports"][0]["main_incident"]
        incident: Row = next((i for i in dossier["incidents"] if i["id"] == main), {})
        low, _, high = toll(incident, "killed", "civilian")
        want = tuple(row["gold"]["killed"])
        right = (low, high) == want
        day = _plain_day(row["gold"]["date"])
        sums = {
            "incidents": 1,
            "range": right,
            "low": low == want[0],
            "high": high == want[1],
            "wide": want[0] != want[1],
            "wide right": want[0] != want[1] and right,
            "dated": day is not None,
            "date": day is not None and on_day(incident.get("when"), day),
        }
        text = f"recorded {want}, read {(low, high)}: {row['text'][:300]!r}"
        yield Item(row["incident"], sums, () if right else (text,))


def _plain_day(written: str) -> str | None:
    """ "October 7, 2023" as an ISO day; ``None`` for anything else."""
    if not re.match(r"\w+ \d+, \d{4}$", written):
        return None
    return datetime.strptime(written, "%B %d, %Y").date().isoformat()


# --- expressions in one article ----------------------------------------------------------------


def _annotations(row: Row) -> dict[str, Any]:
    given = {name: row.get(name) for name in ("id", "text", "published")}
    return rashomon.annotate(given).to_dict()


def times(rows: Sequence[Row], limit: int | None) -> Iterator[Item]:
    """TempEval-3: time expressions found exactly, found at all, and with the right value."""
    for row in rows[:limit]:
        left = _annotations(row)["times"]
        sums, misses = Counter(gold=len(row["times"]), found=len(left)), []
        for gold in row["times"]:
            exact = [t for t in left if (t["start"], t["end"]) == (gold["start"], gold["end"])]
            hit = next(iter(exact or [t for t in left if meets(t, gold)]), None)
            if hit is not None:
                left.remove(hit)
            value = hit["timex"] if hit else None
            sums["strict"] += bool(exact)
            sums["relaxed"] += hit is not None
            sums["right"] += hit is not None and value == gold["value"]
            if value != gold["value"]:
                words = row["text"][gold["start"] : gold["end"]]
                misses.append(f"({row['published']}) {words!r} is {gold['value']}, read {value}")
        yield Item(row["id"], sums, tuple(misses))


def places(rows: Sequence[Row], limit: int | None) -> Iterator[Item]:
    """Place names found, and put within 161 km of where they are (a country: 1,000 km)."""
    for row in rows[:limit]:
        found = _annotations(row)["places"]
        gold = [each for each in row["places"] if each["lat"] is not None]
        open_ = [each for each in row["places"] if each["lat"] is None]
        counted = [each for each in found if not any(meets(each, o) for o in open_)]
        sums, misses = Counter(gold=len(gold), found=len(counted)), []
        for each in gold:
            hit = next((x for x in found if meets(x, each)), None)
            near = hit is not None and _near(hit, each)
            sums["tagged"] += hit is not None
            sums["near"] += near
            if hit is not None and not near:
                at = f"{hit['name']} {hit['lat']},{hit['lon']}"
                misses.append(f"{each['text']!r} is at {each['lat']},{each['lon']}, read {at}")
        yield Item(row["id"], sums, tuple(misses))


def _near(found: Row, gold: Row) -> bool:
    if found["lat"] is None:
        return False
    country = gold["text"].casefold().removeprefix("the ") in country_names()
    apart = kilometres((gold["lat"], gold["lon"]), (found["lat"], found["lon"]))
    return apart <= (COUNTRY_KM if country else TOWN_KM)


@cache
def country_names() -> frozenset[str]:
    """What countries are called: their one point is a convention."""
    short = "us|u.s.|usa|america|uk|u.k.|britain|england|russia|iran|syria|south korea|north korea"
    short += "|vietnam|venezuela|bolivia|tanzania|ivory coast|congo"
    names = set(short.split("|"))
    for land in pycountry.countries:
        others = (getattr(land, "common_name", ""), getattr(land, "official_name", ""))
        names |= {name.casefold() for name in (land.name, *others) if name}
    return frozenset(names)


def attributions(rows: Sequence[Row], limit: int | None) -> Iterator[Item]:
    """Contents that share half with the annotated one, and the right source of those found.

    An attribution inside another that matches nothing counts as nothing: people seldom annotate
    these.
    """
    for row in rows[:limit]:
        left = _annotations(row)["attributions"]
        gold = [each for each in row["attributions"] if each["content"]]
        sums, misses = Counter(gold=len(gold)), []
        for each in gold:
            best = max(left, key=lambda a: likeness(_content(a), each["content"]), default=None)
            if best is None or likeness(_content(best), each["content"]) < 0.5:
                first, last = each["content"][0][0], each["content"][-1][1]
                source = " ... ".join(row["text"][s:e] for s, e in each["source"])
                misses.append(f"{source!r} -> {row['text'][first:last][:160]!r}")
                continue
            left.remove(best)
            right = _same_source(best["source"], each["source"])
            sums["content"] += 1
            sums["sourced"] += bool(each["source"])
            sums["source"] += bool(each["source"]) and right
            sums["both"] += right
        sums["found"] = sums["content"] + sum(not a["parent"] for a in left)
        yield Item(row["id"], sums, tuple(misses))


def _content(attribution: Row) -> list[tuple[int, int]]:
    return [(piece["start"], piece["end"]) for piece in attribution["content"]]


def _same_source(found: Row | None, gold: Sequence[tuple[int, int]]) -> bool:
    if not gold:
        return found is None
    return found is not None and likeness([(found["start"], found["end"])], gold) >= 0.4


# --- which reports belong together -------------------------------------------------------------


def together(key: str) -> Callable[[Sequence[Row], int | None], Iterator[Item]]:
    """Reports of rows shuffled: do those with one ``key`` come together, and only they?"""

    def measure(rows: Sequence[Row], limit: int | None) -> Iterator[Item]:
        reports = _shuffled(rows[:limit], key, 1)
        gold = {report["id"]: report["gold"] for report in reports}
        guess = _main(_compared(reports), list(gold))
        scores = b_cubed(gold, guess)
        for event in sorted(set(gold.values())):
            ids = [name for name in gold if gold[name] == event]
            apart = len({guess[name] for name in ids}) > 1
            miss = (f"{len(ids)} reports in {len({guess[n] for n in ids})} incidents",)
            yield Item(event, _clustered(scores, ids), miss if apart else ())

    return measure


KINDS: tuple[Kind, ...] = (
    Kind(
        "gva",
        lambda row: "reports" in row and "gold" in row,
        incidents,
        {
            **_TOGETHER,
            **{n: share(n, "incidents") for n in ("killed", "injured", "date", "place")},
            "all four": share("all four", "incidents"),
            "killed_where_several": share("several right", "several"),
            "killed_where_any": share("killed any right", "killed any"),
            "injured_where_any": share("injured any right", "injured any"),
        },
    ),
    Kind(
        "airwars",
        lambda row: "gold" in row and "text" in row,
        narratives,
        {
            **{name: share(name, "incidents") for name in ("range", "low", "high")},
            "disputed_range": share("wide right", "wide"),
            "date": share("date", "dated"),
        },
    ),
    Kind(
        "times",
        lambda row: "times" in row,
        times,
        {
            "strict": f1("strict", "found", "gold"),
            "relaxed": f1("relaxed", "found", "gold"),
            "value": f1("right", "found", "gold"),
        },
    ),
    Kind(
        "places",
        lambda row: "places" in row,
        places,
        {
            "tag_f1": f1("tagged", "found", "gold"),
            "near_of_tagged": share("near", "tagged"),
            "near_of_all": share("near", "gold"),
        },
    ),
    Kind(
        "attributions",
        lambda row: "attributions" in row,
        attributions,
        {
            "content_f1": f1("content", "found", "gold"),
            "source_of_found": share("source", "sourced"),
            "both_f1": f1("both", "found", "gold"),
        },
    ),
    Kind("triples", lambda row: "event" in row, together("event"), _TOGETHER),
    Kind("ecbplus", lambda row: "topic" in row, together("incident"), _TOGETHER),
)
"""In this order the form of a row is looked for."""
