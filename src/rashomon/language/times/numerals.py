"""Numbers and units in durations: "two and a half hours", "several", "a couple of"."""

from rashomon.language.times.calendar import Period
from rashomon.language.times.vocabulary import word_values

UNITS: dict[str, tuple[str, str]] = {
    "S": ("PT", "S"),
    "M": ("PT", "M"),
    "H": ("PT", "H"),
    "D": ("P", "D"),
    "W": ("P", "W"),
    "MO": ("P", "M"),
    "Q": ("P", "Q"),
    "Y": ("P", "Y"),
}
_PERIODS: dict[str, Period] = {
    "D": "D", "W": "W", "MO": "MO", "Q": "Q", "Y": "Y", "DE": "DE", "CE": "CE",
}  # fmt: skip
_LIMIT = 9999
_HALVES = {"M": "30S", "H": "30M", "Y": "6M"}


def unit_code(word: str) -> str:
    """The lexicon's code of a unit of time, or ``""``."""
    return word_values().get(("unit", word), "")


def period_code(word: str) -> Period | None:
    """The same for units from the day up."""
    return _PERIODS.get(unit_code(word))


def amount(words: list[str]) -> float | None:
    """A number in digits or words; ``None`` where the words leave it open ("several")."""
    kept = [word for word in words if word not in ("of", "-", "–", "a", "an")]
    if not kept:
        return 1.0
    if kept[0][0].isdigit():
        return _digits(kept)
    if kept == ["couple"]:
        return 2.0
    return _spoken(kept)


def whole_number(words: list[str]) -> int | None:
    """The same where it is a whole number."""
    value = amount(words)
    return int(value) if value is not None and value == int(value) else None


def _digits(words: list[str]) -> float | None:
    if "/" in words:
        return _fraction([word for word in words if word != "/"])
    value = float("".join(words).replace(",", ""))
    return value if value <= _LIMIT else None


def _fraction(digits: list[str]) -> float | None:
    """ "1/2", "5 1/2"."""
    whole = int(digits[0]) if len(digits) == 3 else 0
    above, below = int(digits[-2]), int(digits[-1])
    return whole + above / below if 0 < above < below and whole <= _LIMIT else None


def _spoken(words: list[str]) -> float | None:
    total, values = 0, word_values()
    for word in words:
        value = values.get(("number", word))
        if value is None:
            return None
        number = int(value)
        total = max(total, 1) * number if number >= 100 or word == "dozen" else total + number
    return float(total) if total <= _LIMIT else None


def duration_value(value: float | None, unit: str) -> str:
    """TIMEX3: ``P2D``, ``PT1H30M``, ``PXY``; a decade counts ten years, a century a hundred."""
    if unit in ("DE", "CE"):
        return _long(value, unit)
    prefix, suffix = UNITS[unit]
    if value is None:
        return f"{prefix}X{suffix}"
    whole = int(value)
    if value == whole:
        return f"{prefix}{whole}{suffix}"
    if value == whole + 0.5 and unit in _HALVES:
        return f"{prefix}{whole}{suffix}{_HALVES[unit]}"
    return f"{prefix}{value:g}{suffix}"


def _long(value: float | None, unit: str) -> str:
    if value is None:
        return "PXDE" if unit == "DE" else "PXC"
    return f"P{value * (10 if unit == 'DE' else 100):g}Y"
