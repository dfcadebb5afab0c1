"""The letters that each report brings in for a body: "National Dockers' Union (UND)"."""

from collections.abc import Iterable, Mapping

from rashomon.data.spelling import bare
from rashomon.model.annotations import Annotated

_BODIES = frozenset({"organisation", "office", "group", "force"})
_FEWEST = 3

Letters = Mapping[str, str]
"""Letters -> the name of the body that they stand for."""


def letters_in(annotated: Annotated) -> Letters:
    """Those of one report."""
    return {
        name.exact: name.canonical
        for name in annotated.annotations.names
        if name.kind in _BODIES and name.exact.isupper() and name.exact.isalpha()
        if len(name.exact) >= _FEWEST and len(name.canonical.split()) > 1
    }


def agreed(reports: Iterable[Letters]) -> dict[str, str]:
    """Those of several reports, without what stands for one body here and for another there."""
    found: dict[str, dict[str, str]] = {}
    for letters in reports:
        for short, name in letters.items():
            spelled = found.setdefault(short, {})
            spelled[bare(name)] = min(name, spelled.get(bare(name), name))
    return {short: min(names.values()) for short, names in sorted(found.items()) if len(names) == 1}
