"""Labels never drive facts (docs/decisions.md): one pile told with every label of a set in turn.

The sets are those of ``label_sets.tsv``; a label added there is tried here. All fiction.
"""

from collections import defaultdict
from typing import Any

import pytest

import rashomon
from rashomon.data import lexicon

ARMED = (
    (
        "Coastal Courier",
        "2031-05-14",
        "Armed {0} attacked a police post near Ankara on Tuesday and "
        "killed three officers, the governor said. At least 14 {0} were arrested "
        "on Wednesday.",
    ),
    (
        "Radio Delta",
        "2031-05-14",
        "Three officers were killed when {0} attacked their post near "
        "Ankara on Tuesday, police said. Nine residents were wounded.",
    ),
    (
        "The Beacon",
        "2031-06-20",
        "A ferry capsized off Izmir on Thursday and seven passengers "
        "drowned. Ministers said no {0} were involved.",
    ),
)
CROWD = (
    (
        "Coastal Courier",
        "2031-05-14",
        "The {0} stormed the consulate in Ankara on Tuesday, wounding two "
        "guards. Police fired tear gas at the {0} and arrested 40 people.",
    ),
    (
        "Radio Delta",
        "2031-05-14",
        "Two guards were wounded on Tuesday when the {0} stormed the consulate "
        "in Ankara. The {0} left before midnight, a witness said.",
    ),
    (
        "The Beacon",
        "2031-05-20",
        "Four people were shot dead when police fired at the {0} in Izmir on Monday.",
    ),
)


def labels(name: str) -> list[str]:
    """The plural labels of a set, by the alphabet."""
    members: dict[str, list[str]] = defaultdict(list)
    for row in lexicon("label_sets"):
        if row["set"] == name:
            members[row["member"]].append(row["label"])
    one = {"crowd", "mob"}  # "the mob", not "mobs": many people under a singular
    return sorted(name if name in one else forms[-1] for name, forms in members.items())


def facts(pile: tuple[tuple[str, str, str], ...], label: str) -> list[dict[str, Any]]:
    """All that a dossier says of its incidents, save who is called what."""
    reports = [
        {
            "id": f"r{number}",
            "outlet": outlet,
            "published": published,
            "text": text.format(label),
        }
        for number, (outlet, published, text) in enumerate(pile)
    ]
    dossier = rashomon.compare(reports).to_dict()
    keep = (
        "kind",
        "event_type",
        "mode",
        "acled",
        "modality",
        "reports",
        "main_in",
        "title",
        "when",
    )
    tolls = ("low", "best", "high", "open", "best_basis", "status")
    return [
        {
            **{name: incident[name] for name in keep},
            "where": incident["where"]["name"],
            **{
                name: {field: (incident[name] or {}).get(field) for field in tolls}
                for name in ("killed", "injured")
            },
        }
        for incident in dossier["incidents"]
    ]


@pytest.mark.parametrize(("name", "pile"), [("armed", ARMED), ("crowd", CROWD)])
def test_swapping_labels_changes_no_fact(name: str, pile: tuple[tuple[str, str, str], ...]) -> None:
    tried = labels(name)
    assert len(tried) > 7
    told = {label: facts(pile, label) for label in tried}
    first = told[tried[0]]
    assert len(first) > 1
    assert {label: facts for label, facts in told.items() if facts != first} == {}


def test_swapping_labels_of_the_dead_changes_no_toll() -> None:
    killed = (
        (
            "Radio Delta",
            "2031-05-14",
            "Three officers were killed when {0} attacked their post near Ankara on Tuesday.",
        ),
        (
            "The Beacon",
            "2031-05-14",
            "Three officers and two {0} were killed near Ankara on Tuesday.",
        ),
    )
    told = [facts(killed, label) for label in ("militants", "terrorists", "rebels", "fighters")]
    assert all(each == told[0] for each in told)
