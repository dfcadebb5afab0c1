"""The reports as a dossier holds them, and what they copy."""

from typing import Any

from larnos_texts import OUTLETS, TEXTS, piece, span

from rashomon.model.annotations import Annotations, Attribution, Section
from rashomon.model.base import content_id
from rashomon.model.copies import Copy, CopySpan, Drift
from rashomon.model.dossier import DossierReport


def copies() -> tuple[Copy, ...]:
    first, second = (
        span("r1", "At least four people were killed"),
        span("r2", "Four people were killed"),
    )
    return (
        Copy(
            id="c1",
            kind="statement",
            primary_source="v-police",
            spans=(
                CopySpan(**first.model_dump(), role="origin", containment=1),
                CopySpan(**second.model_dump(), role="copy", containment=0.62),
            ),
            drift=(
                Drift(
                    **{
                        "what": "hedge-dropped",
                        "from": span("r1", "At least four"),
                        "to": span("r2", "Four"),
                    }
                ),
            ),
        ),
    )


def annotations(report: str) -> Annotations:
    text = TEXTS[report]

    def said(identity: str, source: str, cue: str, content: str) -> Attribution:
        return Attribution(
            id=identity,
            source=piece(report, source),
            cue=piece(report, cue),
            content=(piece(report, content),),
            kind="indirect",
        )

    def section(kind: Any, words: str, **more: Any) -> Section:
        start = text.index(words)
        return Section(start=start, end=start + len(words), kind=kind, **more)

    if report == "r1":
        return Annotations(
            attributions=(said("t1", "police spokesman Ilias Dranov", "said", "At least four"),),
            sections=(
                section(
                    "post",
                    text[text.index("@pier") :],
                    speaker="Pier Nine",
                    handle="@pier_nine",
                    posted="2024-05-13",
                ),
            ),
        )
    if report == "r2":
        return Annotations(
            attributions=(said("t2", "police", "said", "Four people"),),
            sections=(
                section("dateline", "LARNOS (Reuters) —"),
                section("tags", "Tags: Larnos, ferries", certain=False),
            ),
        )
    return Annotations(
        attributions=(
            said("t3", "Larnos city hospital", "said", "Seven people"),
            said("t4", "The Free Harbour Movement", "denied", "any part in it"),
        ),
    )


def report(identity: str, **more: Any) -> DossierReport:
    values: dict[str, Any] = {
        "id": identity,
        "source": f"reports/{identity}.txt",
        "sha256": content_id("", identity) * 5,
        "title": f"Blast at the pier ({identity})",
        "outlet": OUTLETS[identity],
        "url": f"https://{identity}.example/larnos?a=1&b=2",
        "published": "2024-05-14",
        "published_range": None,
        "published_basis": "metadata",
        "language": "en",
        "text": TEXTS[identity],
        "main_incident": "bombing",
        "incidents": ("bombing",),
        "annotations": annotations(identity),
    }
    return DossierReport(**{**values, **more})
