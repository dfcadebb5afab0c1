"""What is said to have come first did not come after: relations bound a loose time.

"The strikes came in retaliation for a rocket attack": if the strikes are of 29 May, an attack "in
May" was on the 29th at the latest. Only what spans several days is cut; a day that contradicts a
relation is left as it is told.
"""

from collections.abc import Mapping

from rashomon.casework.relations import Ties
from rashomon.model.times import Interval

Times = Mapping[str, Interval | None]
_AFTER = frozenset({"retaliation-for", "caused-by", "follows"})


def bounded(times: Times, told: Ties) -> dict[str, Interval | None]:
    """The times of incidents by id, those that relations bound cut to what they leave."""
    found = dict(times)
    for later in sorted(told):
        for name, earlier in sorted(told[later]):
            if name in _AFTER and earlier in found and later in found:
                first, last = found[earlier], found[later]
                if first is not None and last is not None:
                    found[earlier] = _not_after(first, last)
                    found[later] = _not_before(last, first)
    return found


def _not_after(earlier: Interval, later: Interval) -> Interval:
    """The earlier one up to the last day of the later one."""
    if not earlier.first_day <= later.last_day < earlier.last_day:
        return earlier
    return Interval.of_days(earlier.first_day, later.last_day, earlier.granularity)


def _not_before(later: Interval, earlier: Interval) -> Interval:
    """The later one from the first day of the earlier one on."""
    if not later.first_day < earlier.first_day <= later.last_day:
        return later
    return Interval.of_days(earlier.first_day, later.last_day, later.granularity)
