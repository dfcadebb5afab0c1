"""To which event belongs what only tells an effect ("two were killed"), once all is gathered."""

import datetime as dt
from collections.abc import Sequence

from rashomon.claims.account import Account
from rashomon.claims.frames import LATER_DEATH_DAYS, apart
from rashomon.claims.groups import (
    OPENING,
    Group,
    aftermath,
    join,
    main_of,
    prominence,
    times_allow,
)
from rashomon.claims.towns import towns_apart
from rashomon.data.kinds import compatible, kind, of_a_sort


def settled(groups: list[Group], account: Account) -> list[Group]:
    """What only tells effects goes to the event it fits, wherever in the report that is told:
    first to one with the same doers, else to the main one."""
    events = [g for g in groups if not g.only_effects]
    main = main_of(events or groups, account)
    kept = list(events) or ([main] if main else [])
    loose = [g for g in groups if g not in kept]
    judged = [g for g in loose if g.background and "killing" in g.kinds]
    left = _with_what_it_follows(kept + judged, main, account)
    kept = [g for g in left if g not in judged]
    loose = [g for g in loose if g in left or g not in judged]
    others = [g for g in kept if g is not main]
    for each in loose:
        home = _event_for(each, others, main, account)
        if home is None and main is not None and not others and _newly(main, account):
            home = main if _fits(each, main) and not (each.distinct or each.background) else None
        if home is None:
            kept.append(each)
        else:
            join(home, each)
    for each in kept:
        each.mentions.sort(key=lambda m: m.start)
    return kept


def _with_what_it_follows(groups: list[Group], main: Group | None, account: Account) -> list[Group]:
    """A report of an arrest or a trial tells the shooting without a day and, further down as
    background, on which day it was: these are one."""
    if main is None or main.background or main.frames or not aftermath(account):
        return groups
    earlier = [
        each
        for each in groups
        if each.background
        and (each.frames or _judged(each, account))
        and not each.distinct
        and (of_a_sort(each.kind, main.kind) or main.only_effects or each.only_effects)
        and _fits(each, main)
    ]
    if not earlier:
        return groups
    told = max(earlier, key=lambda g: (prominence(g, account), -g.mentions[0].start))
    join(main, told)
    return [each for each in groups if each is not told]


def _judged(killing: Group, account: Account) -> bool:
    """ "*Sentenced* to life for the murder of …": what the court is about."""
    beside = account.events.get(account.sentence(killing.mentions[0].start), ())
    return any("legal" in {m.kind} | kind(m.kind).within for m in beside)


def _newly(event: Group, account: Account) -> bool:
    """Whether it was so lately, or is named so early, that people who are counted without it may
    be its dead: "the toll of last week's crush stands at 11"; not one that is set apart."""
    if event.distinct:
        return False
    if not event.frames:
        return account.sentence(event.mentions[0].start) < OPENING
    published = account.report.published
    if published is None:
        return any(f.offset and f.offset.first >= -LATER_DEATH_DAYS for f in event.frames)
    day = dt.date.fromisoformat(published[:10])
    known = (each.interval for each in event.frames if each.interval)
    return any(0 <= (day - when.last_day).days <= LATER_DEATH_DAYS for when in known)


def _event_for(
    effects: Group, events: Sequence[Group], main: Group | None, account: Account
) -> Group | None:
    if effects.distinct or (main is not None and _stands_ahead(effects, main, account)):
        return None
    for event in events:
        if effects.doers & event.doers and _fits(effects, event):
            return event
    if main is None or effects.background or main.background or not _fits(effects, main):
        return None
    return main


def _stands_ahead(effects: Group, event: Group, account: Account) -> bool:
    """Whether a report counts the dead long before it comes to the event: then they are the news,
    and the event is another."""
    gap = account.sentence(event.mentions[0].start) - effects.last
    dead = any(m.affects == "killed" and not m.negated for m in effects.mentions)
    return dead and gap > OPENING and event.kind != "attack"


def _fits(effects: Group, event: Group) -> bool:
    return (
        compatible(effects.kind, event.kind)
        and not towns_apart(effects.towns, event.towns)
        and not apart(effects.doers, event.doers)
        and not any(each.start in event.followed for each in effects.mentions)
        and times_allow(effects, event)
    )
