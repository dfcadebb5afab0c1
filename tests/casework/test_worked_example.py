"""CONTRACT.md's worked example, retold with another (invented) incident: fiction."""

import pytest

import rashomon
from rashomon.model.claims import ResponsibleValue
from rashomon.model.findings import Finding
from rashomon.model.incidents import Incident

REPORTS = [
    {
        "id": "r1",
        "outlet": "Coastal Courier",
        "published": "2024-06-11",
        "text": "At least three people were killed and eleven wounded when a bomb exploded at the "
        "Marisel bus station on Monday night, police spokeswoman Dana Ruven said. A Coastal "
        "Courier reporter counted five ambulances.",
    },
    {
        "id": "r2",
        "outlet": "The Beacon",
        "published": "2024-06-11",
        "text": "MARISEL (AFP) — Three people were killed in a bombing at the bus station in "
        "Marisel, police said. Dozens were wounded, according to witnesses. It was the deadliest "
        "attack since gunmen killed nine there in 2018.",
    },
    {
        "id": "r3",
        "outlet": "Radio Delta",
        "published": "2024-06-12",
        "text": "Six people died in Monday's blast, Marisel general hospital said on Wednesday. "
        "Five are still being treated. The Marisel Liberation Front denied any role in it, though "
        "ministers blame the group. No one was killed in a second explosion, "
        "the fire service said.",
    },
]


@pytest.fixture(scope="module")
def dossier() -> rashomon.Dossier:
    return rashomon.compare(REPORTS)


@pytest.fixture(scope="module")
def bombing(dossier: rashomon.Dossier) -> Incident:
    return dossier.incidents[0]


def finding(incident: Incident, name: str) -> Finding:
    return next(f for f in incident.findings if f.property == name and f.who is None)


def test_three_incidents_are_told_apart(dossier: rashomon.Dossier) -> None:
    assert len(dossier.incidents) == 3
    assert dossier.incidents[0].reports == ("r1", "r2", "r3")
    assert dossier.incidents[0].main_in == ("r1", "r2", "r3")
    assert {i.reports for i in dossier.incidents[1:]} == {("r2",), ("r3",)}


def test_when_and_where(bombing: Incident) -> None:
    assert bombing.kind == "bombing"
    assert (bombing.when.earliest or "")[:10] == (bombing.when.latest or "")[:10] == "2024-06-10"
    assert bombing.when.precision == 1


def test_killed_runs_from_the_earlier_to_the_later_figure(bombing: Incident) -> None:
    killed = bombing.killed
    assert (killed.low, killed.best, killed.high, killed.open) == (3, 6, 6, False)
    assert (killed.best_basis, killed.status) == ("independent", "compatible")
    assert finding(bombing, "killed").independent.model_dump() == {"low": 2, "high": 2}


def test_injured_is_disputed_between_a_figure_and_a_vague_word(bombing: Incident) -> None:
    injured = bombing.injured
    assert (injured.low, injured.best, injured.high) == (11, 11, 99)
    assert injured.status == "disputed"
    assert {c.type for c in finding(bombing, "injured").conflicts} == {"vague"}


def test_the_dead_of_the_earlier_attack_stay_there(dossier: rashomon.Dossier) -> None:
    earlier = next(i for i in dossier.incidents if i.reports == ("r2",))
    assert (earlier.killed.low, earlier.killed.high) == (9, 9)
    assert (earlier.when.earliest, earlier.when.latest) == ("2018-01-01", "2018-12-31")


def test_nobody_died_in_the_second_explosion(dossier: rashomon.Dossier) -> None:
    second = next(i for i in dossier.incidents if i.reports == ("r3",))
    assert (second.killed.low, second.killed.high) == (0, 0)


def test_chains_run_from_the_outlet_to_the_primary_source(dossier: rashomon.Dossier) -> None:
    names = {voice.id: voice.name for voice in dossier.voices}
    chains = {
        tuple(names[link.voice] for link in claim.chain)
        for claim in dossier.claims
        if claim.property == "killed" and claim.incident == dossier.incidents[0].id
    }
    assert any(len(c) == 2 and c[0] == "Coastal Courier" and "Ruven" in c[1] for c in chains)
    assert any(len(c) == 3 and c[0] == "The Beacon" and "police" in c[2] for c in chains)
    assert any(len(c) == 2 and c[0] == "Radio Delta" and "hospital" in c[1] for c in chains)


def test_the_group_denies_and_is_accused(bombing: Incident, dossier: rashomon.Dossier) -> None:
    roles = {
        claim.value.role
        for claim in dossier.claims
        if claim.incident == bombing.id and isinstance(claim.value, ResponsibleValue)
    }
    assert roles == {"accused", "denied"}
    assert {c.type for c in finding(bombing, "responsible").conflicts} == {"denial"}


def test_ambulances_are_nobody(dossier: rashomon.Dossier) -> None:
    assert not any("ambulances" in claim.span.exact for claim in dossier.claims)


def test_the_order_of_reports_changes_no_byte(dossier: rashomon.Dossier) -> None:
    assert rashomon.compare(REPORTS[::-1]).to_dict() == dossier.to_dict()
