"""Which sentences of a report tell of one incident, and which of another. All fiction."""

import pytest

from rashomon.data import lexicon
from rashomon.data.kinds import kind
from rashomon.model.claims import WhenValue
from rashomon.model.episodes import Episode
from rashomon.model.numbers import NumberRange

from .conftest import Reader


def toll(episode: Episode, name: str = "killed") -> set[tuple[int | None, int | None]]:
    return {
        (claim.value.low, claim.value.high)
        for claim in episode.claims
        if claim.property == name and isinstance(claim.value, NumberRange)
    }


def day(episode: Episode) -> str | None:
    frame = episode.times[0] if episode.times else None
    return frame.interval.earliest[:10] if frame and frame.interval else None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A bomb went off in Ankara on Monday, killing four people.", ["bombing"]),
        (
            "A bomb went off in Ankara on Monday, killing four people. The blast also broke "
            "windows. Nine people were hurt.",
            ["bombing"],
        ),
        (
            "Gunmen shot dead two teachers in Ankara on Monday. It was the worst attack in the "
            "city since a car bomb killed thirty people in 2015.",
            ["shooting", "bombing"],
        ),
        (
            "Four people died in a shelling of Izmir on Monday. In a separate incident, a bus "
            "crashed near Bursa, killing two.",
            ["shelling", "accident"],
        ),
        (
            "Thousands of demonstrators stormed the ministry in Ankara on Tuesday, setting fire to "
            "a guardhouse and smashing windows.",
            ["storming"],
        ),
        ("The council met on Monday to discuss the budget.", ["meeting"]),
        ("Lovely weather.", ["statement"]),
    ],
)
def test_incidents_are_told_apart(tell: Reader, text: str, kinds: list[str]) -> None:
    assert [episode.kind for episode in tell(text)] == kinds


def test_a_toll_in_the_background_stays_there(tell: Reader) -> None:
    main, earlier = tell(
        "Six people were killed when a mortar shell hit a market in Adana on Tuesday. Last month "
        "gunmen killed twenty people at a wedding in Mersin."
    )
    assert (toll(main), toll(earlier)) == ({(6, 6)}, {(20, 20)})
    assert main.main and not earlier.main


def test_a_later_death_belongs_to_the_attack(tell: Reader) -> None:
    (shooting,) = tell(
        "Two men were shot in Izmir on Sunday. One of them died in hospital on Tuesday."
    )
    assert day(shooting) == "2024-06-09"


def test_a_second_explosion_is_another(tell: Reader) -> None:
    first, second = tell(
        "Three people died in an explosion at a depot in Adana on Monday. Nobody was hurt in a "
        "second explosion."
    )
    assert toll(first) == {(3, 3)}
    assert toll(second, "injured") == {(0, 0)}


def test_the_march_is_not_the_raid_it_followed(tell: Reader) -> None:
    told = tell(
        "Thousands marched in Ankara on Tuesday. The march followed the deaths of five miners, who "
        "were shot on Sunday by guards near Zonguldak."
    )
    march = told[0]
    assert march.kind == "protest"
    assert toll(march) == set()
    assert day(march) == "2024-06-11"
    assert any(toll(other) == {(5, 5)} for other in told[1:])


def test_swapping_labels_changes_nothing(tell: Reader) -> None:
    text = "Hundreds of {} stormed the town hall in Bursa on Monday. Two {} were killed."
    one, other = (tell(text.format(word, word)) for word in ("protesters", "rioters"))
    for first, second in zip(one, other, strict=True):
        assert (first.kind, first.event_type, first.mode) == (
            second.kind,
            second.event_type,
            second.mode,
        )
        assert toll(first) == toll(second)


def test_words_for_the_dead_are_exchanged_without_changing_a_toll(tell: Reader) -> None:
    text = "An airstrike hit Ankara on Tuesday. The agency counted eight {} and 12 wounded."
    one, other = (tell(text.format(word)) for word in ("martyrs", "fatalities"))
    assert [toll(each) for each in one] == [toll(each) for each in other] == [{(8, 8)}]


def test_no_set_of_labels_holds_words_that_tell_different_facts() -> None:
    sets = {row["set"] for row in lexicon("label_sets") if row["member"] == "martyr"}
    assert sets.isdisjoint(r["set"] for r in lexicon("label_sets") if r["member"] == "victim")


def test_an_undated_report_keeps_a_constraint(tell: Reader) -> None:
    (bombing,) = tell("A bomb killed four people in Ankara on Tuesday.", published=None)
    assert bombing.times[0].interval is None
    assert bombing.times[0].offset is not None
    assert bombing.times[0].offset.weekday == 2
    (when,) = [c.value for c in bombing.claims if isinstance(c.value, WhenValue)]
    assert when.earliest is None
    assert when.why_null["earliest"] == "unresolved"


@pytest.mark.parametrize(
    "text",
    [
        "“Death to the council!” the crowd shouted in Ankara on Tuesday.",
        "The committee killed the bill on Tuesday.",
        "The film bombed in Ankara on Tuesday.",
        "She had a heart attack on Tuesday.",
    ],
)
def test_words_that_kill_nobody(tell: Reader, text: str) -> None:
    assert all(toll(episode) == set() for episode in tell(text))


def test_every_span_holds_its_words(tell: Reader) -> None:
    text = "“Four people” died in Ankara’s market on Tuesday, police said — all “guards”."
    for episode in tell(text):
        for claim in episode.claims:
            assert text[claim.span.start : claim.span.end] == claim.span.exact
            assert claim.sentence.start <= claim.span.start


def test_violence_that_is_only_named_is_not_what_the_report_is_about(tell: Reader) -> None:
    text = (
        "The senate voted on Tuesday to override the president's veto of a bill on the harbour "
        "attacks. They announced that they would meet again on Friday. The minister criticised "
        "the law and demanded changes. The council agreed to debate them. The committee signed a "
        "resolution. Critics accused the government of delay."
    )
    assert kind(tell(text)[0].kind).role in ("speech", "follow-up")
