"""Bulletins in running prose: a head that sums up several incidents. All fiction."""

import pytest

from tests.claims.conftest import Reader

SUMMED = [
    "Night of violence in Orsk left two dead, police said.\nAt 10 p.m. a man was shot dead outside "
    "a bar on Mill Street.\nShortly after 2 a.m. a woman was stabbed in a flat on Elm Road.",
    "Two separate attacks in the province left nine dead on Monday. In Larnos, gunmen killed five "
    "men in a tea house. In Tavik, a roadside bomb killed four soldiers.",
    "Clashes were reported in three districts. In Larnos, armed men burned a market on Friday and "
    "killed six traders. In Tavik a police post was attacked on Sunday.",
    "Deputies are investigating two unrelated homicides. Orsa Pell was found shot dead in Larnos "
    "on Saturday. On Sunday, Aldo Meren was fatally stabbed in Tavik.",
    "The daily bulletin of the army, 9 June:\nArtillery struck the village of Larnos, killing a "
    "farmer. In Tavik a drone hit a bus, injuring four people.",
    "Evening wrap, 9 June:\nArtillery struck the village of Larnos, killing a baker. In Tavik a "
    "drone hit a lorry, injuring two people.",
]
NOT_SUMMED = [
    "Gunmen killed nine people in two attacks on villages near Larnos on Monday. In Tavik six "
    "died. The gunmen burned the mill.",
    "A bomb killed nine people in a market in Larnos on Monday. In a separate attack in Tavik, two "
    "soldiers were shot dead.",
    "Two blasts at a mill in Larnos killed nine people on Monday. The blasts broke windows.",
    "A shooting in Larnos on Monday left six people hurt, five with gunshot wounds. The shooting "
    "happened at a bar. On Tuesday a man was stabbed in Tavik.",
    "A quake shook seven villages on Monday and killed ten. In Larnos a mosque fell. In Tavik two "
    "died.",
    "Several protests have broken out following the killing of a boy in Larnos. In Tavik a police "
    "post was burned on Sunday.",
    "Violence against nurses is on the rise. On Monday a nurse was shot dead in Larnos.",
    "The Larnos Weekly\n12 June 2024\n\nTwo people were shot dead in Larnos on Monday, police "
    "said. A third was hurt. On Sunday a man was stabbed in Tavik.",
    "Press bulletin no. 4. A man was shot dead in Larnos on Monday. He was a trader, police said.",
]


@pytest.mark.parametrize("text", SUMMED)
def test_a_head_that_sums_up_is_no_incident_and_nothing_is_main(tell: Reader, text: str) -> None:
    told = tell(text)
    assert not any(episode.main for episode in told)
    assert all(episode.item for episode in told)
    assert len(told) == 2


@pytest.mark.parametrize("text", NOT_SUMMED)
def test_a_lead_on_its_own_event_is_main(tell: Reader, text: str) -> None:
    told = tell(text)
    assert [episode.main for episode in told][:1] == [True]
