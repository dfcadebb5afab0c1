"""Their claims."""

from typing import Any

from larnos_texts import PEOPLE, TEXTS, span

from rashomon.model.claims import (
    ActorValue,
    ChainLink,
    Claim,
    ResponsibleValue,
    TextValue,
    WhenValue,
    WhereValue,
)
from rashomon.model.numbers import NumberRange, exactly


def claim(
    name: str,
    incident: str | None,
    prop: Any,
    value: Any,
    words: str,
    within: str,
    voices: str,
    **more: Any,
) -> Claim:
    report = name[:2]
    chain = []
    for voice in voices.split():
        voice_id, _, attribution = voice.partition("/")
        chain.append(ChainLink(voice=voice_id, attribution=attribution or None))
    return Claim(
        id=name,
        incident=incident,
        property=prop,
        value=value,
        who=more.pop("who", None),
        span=span(report, words),
        sentence=span(report, within),
        chain=tuple(chain),
        stance=more.pop("stance", "asserted"),
        as_of=more.pop("as_of", None),
        **more,
    )


S1 = TEXTS["r1"].partition(" Our reporter")[0]
S2 = TEXTS["r2"].partition(" Dozens")[0]
S2B = "Dozens were wounded, according to witnesses."
S2C = TEXTS["r2"][TEXTS["r2"].index("It was") : TEXTS["r2"].index("\nTags")]
S3 = TEXTS["r3"].partition(" Eight")[0]
S3B = "Eight are still being treated."
S3C = TEXTS["r3"][TEXTS["r3"].index("The Free") : TEXTS["r3"].index(" The movement,")]
S3D = TEXTS["r3"][TEXTS["r3"].index("No one") :]


def claims() -> tuple[Claim, ...]:
    bombing, shooting, second = "bombing", "shooting", "second"
    day = WhenValue(
        earliest="2024-05-13T18:00", latest="2024-05-13T23:59", granularity="part-of-day"
    )
    terminal = WhereValue(
        name="Larnos", country_code="GR", lat=37.4, lon=24.9, geonameid=None, precision=1
    )
    group, tide = "a-fhm", "a-tide"
    return (
        claim(
            "r1-k",
            bombing,
            "killed",
            NumberRange(low=4),
            "At least four people were killed",
            S1,
            "v-hd v-dranov/t1",
            who=PEOPLE,
            as_of="2024-05-14",
        ),
        claim("r1-i", bombing, "injured", exactly(9), "nine", S1, "v-hd v-dranov/t1", who=PEOPLE),
        claim("r1-w", bombing, "when", day, "on Monday night", S1, "v-hd v-dranov/t1"),
        claim("r1-p", bombing, "where", terminal, "the Larnos ferry terminal", S1, "v-hd"),
        claim(
            "r1-b",
            bombing,
            "weapon",
            TextValue(text="a bomb"),
            "killed and nine hurt when a bomb went off",
            S1,
            "v-hd",
            staff_saw=True,
        ),
        claim(
            "r2-k",
            bombing,
            "killed",
            exactly(4),
            "Four people were killed",
            S2,
            "v-st v-reuters v-police/t2",
            who=PEOPLE,
            as_of="2024-05-14",
        ),
        claim(
            "r2-i",
            bombing,
            "injured",
            NumberRange(low=24, high=99, approximate=True),
            "Dozens",
            S2B,
            "v-st v-reuters v-wit",
            stance="hedged",
        ),
        claim("r2-s", shooting, "killed", exactly(12), "killed twelve", S2C, "v-st v-reuters"),
        claim(
            "r2-a",
            shooting,
            "actor",
            ActorValue(actor=tide),
            "raiders of the so-called Tide",
            S2C,
            "v-st v-reuters",
        ),
        claim(
            "r3-k",
            bombing,
            "killed",
            exactly(7),
            "Seven people died",
            S3,
            "v-c9 v-hosp/t3",
            who=PEOPLE,
            as_of="2024-05-15",
        ),
        claim(
            "r3-i",
            bombing,
            "injured",
            exactly(8),
            "Eight are still being treated",
            S3B,
            "v-c9 v-hosp",
            partial=True,
            used=False,
            why_not="partial",
        ),
        claim(
            "r3-d",
            bombing,
            "responsible",
            ResponsibleValue(actor=group, role="denied"),
            "The Free Harbour Movement denied any part in it",
            S3C,
            "v-c9 v-fhm/t4",
        ),
        claim(
            "r3-r",
            bombing,
            "responsible",
            ResponsibleValue(actor=group, role="accused"),
            "ministers blame the group",
            S3C,
            "v-c9 v-min",
        ),
        claim(
            "r3-s",
            second,
            "killed",
            exactly(0),
            "No one was killed",
            S3D,
            "v-c9 v-fire",
            stance="hedged",
        ),
        claim("r3-x", None, "displaced", NumberRange(low=None), "Monday’s", S3, "v-c9"),
    )
