"""A rich dossier written by hand, from three invented reports of an invented bombing.

Everything in it is fiction. It holds each kind of thing that the page must show: overlapping
and nested claims, posts, a copy with drift, a denial, a background incident, many nulls.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon.model.dossier import Dossier, MadeWith
from rashomon.model.report import PublishedRange

sys.path.append(str(Path(__file__).parent / "larnos"))

from larnos_claims import claims
from larnos_incidents import background, bombing
from larnos_people import actors, voices
from larnos_reports import copies, report


@pytest.fixture(scope="session")
def example() -> Dossier:
    undated: dict[str, Any] = {
        "published": None,
        "published_basis": "other-reports",
        "url": None,
        "published_range": PublishedRange(earliest="2024-05-14", latest="2024-05-19"),
        "why_null": {"published": "not-stated", "url": "not-stated"},
        "incidents": ("bombing", "second"),
    }
    return Dossier(
        made_with=MadeWith(
            version="0.1.0",
            pipeline="an English pipeline 3.8.0",
            pipeline_sha256="0" * 64,
            lexicons_sha256="1" * 64,
            settings={"best_rule": "independent", "max_chars": 1000000},
            decisions_sha256=None,
            why_null={"decisions_sha256": "not-stated"},
        ),
        reports=(
            report("r1"),
            report("r2", incidents=("bombing", "shooting")),
            report("r3", **undated),
        ),
        voices=voices(),
        actors=actors(),
        claims=claims(),
        copies=copies(),
        incidents=(bombing(), *background()),
    )


@pytest.fixture(scope="session")
def poisoned(example: Dossier) -> Callable[[str], Dossier]:
    """The example with one string put wherever a report or a user can put one."""

    def poison(bad: str) -> Dossier:
        data = example.to_dict()
        for each in data["reports"]:
            each.update(title=bad, outlet=bad, url=bad, source=bad, language=bad)
            for found in each["annotations"]["sections"]:
                found.update(speaker=bad, handle=bad, posted=bad)
        for kind in ("voices", "actors"):
            for each in data[kind]:
                each.update(name=bad, country=bad)
        for voice in data["voices"]:
            for name in voice["names"]:
                name["text"] = bad
        for each in data["claims"]:
            each.update(why_not=bad, as_of=bad, scope={"period": bad, "area": bad, "action": bad})
        for each in data["incidents"]:
            each.update(title=bad, kind=bad, event_type=bad)
            for finding in each["findings"]:
                finding.update(derivation=bad)
        _poison_text(data, bad)
        return Dossier.model_validate(data)

    return poison


def _poison_text(data: dict[str, Any], bad: str) -> None:
    """One report that is nothing but the string, with a claim on all of it."""
    hostile = dict(data["reports"][0], id=bad, text=bad, annotations={})
    whole = {"report": bad, "start": 0, "end": len(bad), "exact": bad}
    data["reports"].append(hostile)
    data["claims"].append(dict(data["claims"][0], id=bad, span=whole, sentence=whole))
