"""What the claims amount to."""

from typing import Any

from larnos_texts import PEOPLE

from rashomon.model.claims import ResponsibleValue, TextValue
from rashomon.model.findings import Collapsed, Conflict, Finding, Independent, Reading
from rashomon.model.numbers import NumberRange, exactly


def reading(value: Any, claims: str, sources: str, low: int, high: int, **more: Any) -> Reading:
    return Reading(
        value=value,
        claims=tuple(claims.split()),
        primary_sources=tuple(sources.split()),
        independent=Independent(low=low, high=high),
        **more,
    )


def findings() -> tuple[Finding, ...]:
    killed = Finding(
        id="f-killed",
        property="killed",
        who=PEOPLE,
        status="compatible",
        low=4,
        best=7,
        high=7,
        best_basis="independent",
        independent=Independent(low=2, high=2),
        derivation="7 from Larnos city hospital on 15 May, the later of two figures with one "
        "independent source each; 4 from police on 14 May.",
        readings=(
            reading(exactly(4), "r2-k", "v-police", 1, 1),
            reading(exactly(7), "r3-k", "v-hosp", 1, 1),
            reading(
                NumberRange(low=4),
                "r1-k",
                "v-dranov",
                1,
                1,
                collapsed=(
                    Collapsed(
                        claims=("r1-k", "r2-k"), reason="both go back to bodies under one command"
                    ),
                ),
            ),
        ),
        conflicts=(
            Conflict(
                type="superseded",
                claims=("r2-k", "r3-k"),
                explanation="Police spoke of four on 14 May, the hospital of seven a day later.",
            ),
        ),
    )
    injured = Finding(
        id="f-injured",
        property="injured",
        who=None,
        status="disputed",
        low=9,
        best=9,
        high=99,
        best_basis="independent",
        independent=Independent(low=1, high=2),
        derivation="9 from police; “Dozens” from witnesses sets the upper end.",
        readings=(
            reading(exactly(9), "r1-i", "v-dranov", 1, 1),
            reading(NumberRange(low=24, high=99, approximate=True), "r2-i", "v-wit", 0, 1),
        ),
        conflicts=(
            Conflict(
                type="vague",
                claims=("r1-i", "r2-i"),
                explanation="Witnesses speak of dozens, which police’s nine cannot be.",
            ),
        ),
    )
    blamed = Finding(
        id="f-resp",
        property="responsible",
        who=None,
        status="compatible",
        independent=Independent(low=1, high=2),
        derivation="Ministers accuse the group, the group denies it.",
        readings=(
            reading(ResponsibleValue(actor="a-fhm", role="accused"), "r3-r", "v-min", 0, 1),
            reading(ResponsibleValue(actor="a-fhm", role="denied"), "r3-d", "v-fhm", 1, 1),
        ),
        conflicts=(
            Conflict(
                type="denial",
                claims=("r3-d", "r3-r"),
                explanation="Ministers blame the Free Harbour Movement, which denies any part.",
            ),
        ),
    )
    weapon = Finding(
        id="f-weapon",
        property="weapon",
        who=None,
        status="single-source",
        independent=Independent(low=1, high=1),
        derivation="One account.",
        readings=(reading(TextValue(text="a bomb"), "r1-b", "v-hd", 1, 1),),
    )
    return killed, injured, blamed, weapon
