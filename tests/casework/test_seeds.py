"""The two real articles that Rashomon began with, read from beside the project where they lie.

None of their sentences stands here; facts and single words do.
"""

from pathlib import Path

import pytest

import rashomon
from rashomon.model.claims import ResponsibleValue
from rashomon.model.incidents import Incident
from rashomon.model.numbers import NumberRange
from rashomon.model.voices import Voice

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seed articles do not lie beside the project"
)


@pytest.fixture(scope="module")
def dossier() -> rashomon.Dossier:
    return rashomon.compare(sorted(str(path) for path in SEEDS.glob("*.txt")))


@pytest.fixture(scope="module")
def main(dossier: rashomon.Dossier) -> Incident:
    return dossier.incidents[0]


def of_kind(dossier: rashomon.Dossier, kind: str) -> list[Incident]:
    return [incident for incident in dossier.incidents if incident.kind == kind]


def voices_like(dossier: rashomon.Dossier, *names: str) -> list[Voice]:
    return [
        voice
        for voice in dossier.voices
        if any(n.text.removeprefix("The ").removeprefix("the ") in names for n in voice.names)
    ]


def test_one_main_incident_for_both(dossier: rashomon.Dossier, main: Incident) -> None:
    assert main.kind == "storming"
    assert len(main.main_in) == len(dossier.reports) == 2
    assert (main.when.earliest, main.when.latest) == ("2019-12-31", "2019-12-31")
    assert main.where.name == "Baghdad"
    assert main.where.country_code == "IQ"
    assert "mbassy" in (main.where.facility or "")


def test_the_undated_report_keeps_its_null_and_gets_a_range(dossier: rashomon.Dossier) -> None:
    undated = next(report for report in dossier.reports if report.published is None)
    assert undated.published_basis == "other-reports"
    assert undated.published_range is not None
    assert undated.published_range.earliest == "2019-12-31"
    assert undated.published_range.latest <= "2020-01-06"


def test_the_strikes_are_an_incident_of_their_own(dossier: rashomon.Dossier) -> None:
    (strikes,) = of_kind(dossier, "air-strike")
    assert len(strikes.reports) == 2
    assert (strikes.when.earliest, strikes.when.latest) == ("2019-12-29", "2019-12-29")
    assert (strikes.killed.low, strikes.killed.best, strikes.killed.high) == (25, 25, 25)
    assert strikes.killed.status != "disputed"


def test_the_vague_figures_hold_with_the_precise_one(dossier: rashomon.Dossier) -> None:
    (strikes,) = of_kind(dossier, "air-strike")
    told = {
        (claim.value.low, claim.value.high)
        for claim in dossier.claims
        if claim.incident == strikes.id
        and claim.property == "killed"
        and isinstance(claim.value, NumberRange)
    }
    assert told == {(25, 25), (22, 26), (24, 99)}


def test_the_rocket_attack_has_its_own_toll(dossier: rashomon.Dossier) -> None:
    (attack,) = of_kind(dossier, "rocket-attack")
    assert len(attack.reports) == 2
    assert (attack.killed.low, attack.killed.high) == (1, 1)
    assert attack.injured is not None
    assert (attack.injured.low, attack.injured.high) == (6, 6)
    assert "Kirkuk" in (attack.where.name or "")


def test_nobody_is_part_of_whom_he_hurt(dossier: rashomon.Dossier) -> None:
    (hurt,) = [actor.id for actor in dossier.actors if actor.name == "Iraqi Security Forces"]
    assert not any(part.actor == hurt for actor in dossier.actors for part in actor.part_of)


def test_the_attacks_of_2018_are_told_apart(dossier: rashomon.Dossier) -> None:
    earlier = [i for i in dossier.incidents if (i.when.latest or "").startswith("2018-09")]
    assert len(earlier) == 1
    assert {site.name for site in earlier[0].where.sites} >= {"Baghdad", "Basra"}


def test_nobody_is_counted_dead_at_the_embassy(main: Incident) -> None:
    assert main.killed.best is None
    assert not main.killed.low


def test_the_agency_is_one_voice_however_written(dossier: rashomon.Dossier) -> None:
    (agency,) = voices_like(dossier, "AP", "Associated Press")
    assert agency.kind == "agency"
    assert len({name.report for name in agency.names}) == 2


def test_the_pentagon_is_the_department_of_defense(dossier: rashomon.Dossier) -> None:
    (department,) = {
        voice.id: voice for voice in dossier.voices if voice.name == "Department of Defense"
    }.values()
    assert len({name.report for name in department.names}) == 2


def test_the_group_is_one_actor_under_all_its_spellings(dossier: rashomon.Dossier) -> None:
    (group,) = [actor for actor in dossier.actors if "Kataib" in actor.name]
    assert group.kind == "armed-group"
    assert len({name.text for name in group.names}) >= 2
    assert any(name.text == "KH" for name in group.names)


def test_the_statement_stands_word_for_word_in_both(dossier: rashomon.Dossier) -> None:
    assert any(
        copy.kind == "statement" and len({span.report for span in copy.spans}) == 2
        for copy in dossier.copies
    )


def test_five_posts_with_author_and_day(dossier: rashomon.Dossier) -> None:
    posts = [s for r in dossier.reports for s in r.annotations.sections if s.kind == "post"]
    assert len(posts) == 5
    assert all(post.handle and post.posted == "2019-12-31" for post in posts)


def test_iran_is_held_responsible_by_the_president(
    dossier: rashomon.Dossier, main: Incident
) -> None:
    names = {actor.id: actor.name for actor in dossier.actors}
    voices = {voice.id: voice.name for voice in dossier.voices}
    accused = {
        (names[claim.value.actor], voices[claim.primary()])
        for claim in dossier.claims
        if claim.incident == main.id and isinstance(claim.value, ResponsibleValue)
    }
    assert ("Iran", "Donald Trump") in accused


def test_slogans_and_sayings_kill_nobody(dossier: rashomon.Dossier) -> None:
    words = ("Death to", "blood of the martyrs")
    assert not any(
        any(each in claim.span.exact for each in words)
        for claim in dossier.claims
        if isinstance(claim.value, NumberRange)
    )


def test_the_order_of_files_changes_no_byte(dossier: rashomon.Dossier, tmp_path: Path) -> None:
    paths = sorted((str(path) for path in SEEDS.glob("*.txt")), reverse=True)
    rashomon.compare(paths).save(tmp_path / "back")
    dossier.save(tmp_path / "forth")
    for name in ("dossier.json", "index.html"):
        assert (tmp_path / "back" / name).read_bytes() == (tmp_path / "forth" / name).read_bytes()


def test_who_was_evacuated_is_not_counted_and_gainsaid(main: Incident) -> None:
    (found,) = [finding for finding in main.findings if finding.property == "evacuated"]
    assert (found.low, found.high) == (None, None)
    assert "denial" in {conflict.type for conflict in found.conflicts}


def test_the_group_belongs_to_the_umbrella_and_is_not_its_namesake(
    dossier: rashomon.Dossier,
) -> None:
    names = {actor.id: actor.name for actor in dossier.actors}
    (group,) = [actor for actor in dossier.actors if "Kataib" in actor.name]
    assert [names[each.actor] for each in group.part_of] == ["Popular Mobilization Forces"]
    assert {each.name for each in group.not_the_same_as} == {"Hezbollah"}


def test_a_video_is_no_voice(dossier: rashomon.Dossier) -> None:
    assert not voices_like(dossier, "Video", "video")


def test_who_struck_is_not_blamed_for_the_storming(
    dossier: rashomon.Dossier, main: Incident
) -> None:
    names = {actor.id: actor.name for actor in dossier.actors}
    held = {
        names[claim.value.actor]
        for claim in dossier.claims
        if claim.incident == main.id and isinstance(claim.value, ResponsibleValue)
    }
    assert "Iran" in held
    assert not held & {"United States", "U.S. military"}
