"""Who speaks and who acts."""

from larnos_texts import span

from rashomon.model.voices import Actor, ActorName, Label, NameSpan, NotTheSame, PartOf, Voice


def voices() -> tuple[Voice, ...]:
    rows = (
        ("v-hd", "Harbour Daily", "outlet", "r1", ""),
        ("v-st", "The Strait", "outlet", "r2", ""),
        ("v-c9", "Canal Nine", "outlet", "r3", ""),
        ("v-reuters", "Reuters", "agency", "r2", "Reuters"),
        ("v-dranov", "Ilias Dranov", "official", "r1", "police spokesman Ilias Dranov"),
        ("v-police", "police", "official", "r2", "police"),
        ("v-wit", "witnesses", "unnamed", "r2", "witnesses"),
        ("v-hosp", "Larnos city hospital", "official", "r3", "Larnos city hospital"),
        ("v-fhm", "Free Harbour Movement", "group", "r3", "The Free Harbour Movement"),
        ("v-min", "ministers", "unnamed", "r3", "ministers"),
        ("v-fire", "fire service", "official", "r3", "the fire service"),
    )
    made = []
    for identity, name, kind, report, words in rows:
        at = span(report, words)
        named = (NameSpan(text=words, report=report, start=at.start, end=at.end),) if words else ()
        made.append(
            Voice(
                id=identity,
                name=name,
                kind=kind,
                names=named,  # type: ignore[arg-type]
                actor="a-fhm" if identity == "v-fhm" else None,
                command="police" if identity == "v-dranov" else None,
            )
        )
    return tuple(made)


def actors() -> tuple[Actor, ...]:
    movement, group = "Free Harbour Movement", "the group"
    return (
        Actor(
            id="a-fhm",
            name=movement,
            kind="organisation",
            country=None,
            names=(
                ActorName(text=movement, count=1, reports=("r3",)),
                ActorName(text="The movement", count=1, reports=("r3",)),
            ),
            not_the_same_as=(
                NotTheSame(name="Harbour Guard", span=span("r3", "which is not the Harbour Guard")),
            ),
            labels=(
                Label(label="union", span=span("r3", "union"), voice="v-fhm", own_voice=False),
                Label(label="group", span=span("r3", group), voice="v-c9", own_voice=True),
            ),
            why_null={"country": "not-stated"},
        ),
        Actor(
            id="a-tide",
            name="Tide",
            kind="armed-group",
            country="GR",
            part_of=(PartOf(actor="a-fhm", span=span("r2", "raiders of the so-called Tide")),),
            names=(ActorName(text="Tide", count=1, reports=("r2",)),),
            labels=(
                Label(label="raiders", span=span("r2", "raiders"), voice=None, own_voice=True),
            ),
        ),
    )
