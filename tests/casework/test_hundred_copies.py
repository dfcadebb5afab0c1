"""What a hundred outlets print after one another is told once (fiction)."""

from rashomon import compare

STORY = (
    "VELMAR (AP) - A bomb killed at least seven people and wounded twenty at the grain market in "
    "Velmar on Friday morning, the interior ministry said. A doctor at the town's hospital said "
    "that nine bodies had been brought in. Rescuers were still searching the stalls at noon."
)
OTHER = (
    "Eight people died in Friday's bombing at the grain market in Velmar, the Red Crescent said."
)


def independent(copies: int) -> list[tuple[object, ...]]:
    pile = [
        {"id": f"r{n:03}", "outlet": f"Outlet {n}", "published": "2024-05-11", "text": STORY}
        for n in range(copies)
    ]
    pile.append({"id": "other", "outlet": "Other", "published": "2024-05-11", "text": OTHER})
    told = compare(pile)
    assert len(told.incidents) == 1
    assert len(told.incidents[0].reports) == copies + 1
    return sorted(
        (
            each.property,
            each.low,
            each.best,
            each.high,
            each.status,
            each.independent.model_dump_json(),
        )
        for each in told.incidents[0].findings
        if each.property in ("killed", "injured")
    )


def test_a_hundred_copies_change_no_figure_and_no_independent_count() -> None:
    once = independent(1)
    assert once
    assert independent(100) == once
