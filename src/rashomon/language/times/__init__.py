"""Dates, times of day, durations and sets: the component ``rashomon_times``."""

from rashomon.language.times.component import TimesComponent, read_times

__all__ = ["TimesComponent", "read_times"]
