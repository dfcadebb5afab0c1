"""Figures that cover several incidents are no toll of one (CONTRACT.md, rule 1). Fiction."""

import pytest

from rashomon import compare

SUMS = [
    "Two people were killed and three wounded in separate shootings in Velmar on Friday night.",
    "Seventeen people were killed and eight hurt in three incidents along the border in May.",
    "In all, nine farmers were killed in at least four separate raids near Velmar this week.",
    "Four men died in two unrelated attacks in Velmar on Friday, the sheriff said.",
]
ONE = [
    "Two people were killed in a shooting in Velmar on Friday, in a separate matter from the feud.",
    "Two people were killed in shootings on both banks of the river in Velmar on Friday.",
]


def scopes(text: str) -> list[str | None]:
    dossier = compare([{"id": "r1", "published": "2024-05-11", "text": text}])
    counted = [claim for claim in dossier.claims if claim.property in ("killed", "injured")]
    assert counted
    return [claim.scope.action if claim.scope else None for claim in counted]


@pytest.mark.parametrize("text", SUMS)
def test_a_sum_of_several_incidents_says_so(text: str) -> None:
    assert all(scopes(text))


@pytest.mark.parametrize("text", ONE)
def test_what_is_told_of_one_incident_has_no_scope(text: str) -> None:
    assert scopes(text)[0] is None
