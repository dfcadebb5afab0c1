"""Figures that cover several incidents are no toll of one (CONTRACT.md, rule 1). Fiction."""

import pytest

from rashomon import compare

SUMS = [
    "Two people were killed and three wounded in separate shootings in Velmar on Friday night.",
    "Seventeen people were killed and eight hurt in three incidents along the border in May.",
    "In all, nine farmers were killed in at least four separate raids near Velmar this week.",
    "Four men died in two unrelated attacks in Velmar on Friday, the sheriff said.",
    "Four people were killed in three shootings in Velmar overnight into Tuesday.",
    "Six people were killed in stabbings across the capital this weekend.",
    "Nine shot, two dead in 20 hours in Velmar",
    "The conflict, now in its tenth year, has claimed more than 40,000 lives.",
    "The violence has killed thousands of people in the north.",
    "At least 4,000 people have died in the country's eight-year civil war.",
    "According to official figures, 2,369 people died in road accidents in Velmar in the last "
    "fiscal year.",
    "Road accidents killed more than 2,300 people last year in Velmar.",
    "We recorded 17 security incidents and 58 deaths in Velmar in the week under review.",
    "Our teams responded to more than 700 attacks in the north, in which 165 people were killed.",
    "In 2022, 312 people were shot dead in robberies in Velmar.",
    "Thirty people have been killed in the past week in Velmar.",
    "Figures for Velmar: 23 attacks, 71 dead.",
    "The death toll in Velmar since January rose to 90.",
    "The death toll in the two weeks of unrest in Velmar rose to three.",
    "In the north troops killed 61 terrorists in various operations near Velmar.",
    "Shells have fallen on the border since October 8. Since then 302 people have been killed.",
    "Some 302 people have been killed in Velmar since 8 October. On the other side, ten soldiers "
    "have been killed.",
    "Seven people have been shot dead in just four days in Velmar, the mayor said.",
    "Thirteen shot, four dead in 36 hours\n\nThirteen people were shot, four of them fatally, in "
    "Velmar from Friday night to Sunday, police said.",
    "The war in Orva began in 2021. It has killed tens of thousands of people, the union says.",
    "The civil war, which has killed 40,000 people, shows no sign of ending in Velmar.",
    "The insurgency in the north has left more than 2,000 dead, a bank in Velmar said.",
    "The army seized power in Orva in February 2021. About 6,000 people have been killed since "
    "then, a monitor said.",
    "The ministry in Velmar has recorded 240 air strikes, in which at least 200 people died.",
]
ONE = [
    "The fighting in Velmar on Friday has killed 12 people.",
    "Four people were killed by a bomb in Velmar on Monday. Two of the wounded died since then.",
    "Two bombs in which nails were packed killed four people in Velmar on Monday.",
    "Two men were killed in one of four separate shootings in Velmar on Friday night.",
    "Two men were killed in a string of shootings by a gunman on a motorcycle in Velmar on Friday.",
    "Three people were killed in two days of fighting around Velmar.",
    "Eleven people were killed in two explosions at a depot in Velmar on Friday.",
    "Five soldiers were killed in air strikes on a base near Velmar on Monday.",
    "A guard who was shot in Velmar on Friday died in hospital two days later.",
    "Two men were shot dead in Velmar on Friday. Two shootings in three days have shaken the town.",
    "Two people were killed in a shooting in Velmar on Friday, in a separate matter from the feud.",
    "The fighting has killed 12 people in Velmar.",
    "Twelve people have been killed in Velmar since Tuesday.",
    "Two clashes broke out in Velmar on Friday and three people were killed.",
    "A strike on Velmar on Friday killed 12 people in the war-torn north.",
    "Seven people were killed in the war museum in Velmar on Friday.",
    "Six soldiers were killed in a clash near Velmar last year.",
    "Five people died in the last week of June when a bus crashed near Velmar.",
    "Two attacks by rebels on Friday and a mine killed six people near Velmar.",
    "The attacks have killed 12 people and wounded 30 in Velmar.",
    "A bomb in Velmar on Friday killed 12 people, the worst attack since the war began.",
    "Two people were killed in shootings on both banks of the river in Velmar on Friday.",
]


def scopes(text: str) -> list[str | None]:
    dossier = compare([{"id": "r1", "published": "2024-05-11", "text": text}])
    counted = [
        claim for claim in dossier.claims if claim.property in ("killed", "injured", "casualties")
    ]
    assert counted
    told = (claim.scope for claim in counted)
    return [scope and (scope.action or scope.period) for scope in told]


@pytest.mark.parametrize("text", SUMS)
def test_a_sum_of_several_incidents_says_so(text: str) -> None:
    assert all(scopes(text))


@pytest.mark.parametrize("text", ONE)
def test_what_is_told_of_one_incident_has_no_scope(text: str) -> None:
    assert scopes(text)[0] is None
