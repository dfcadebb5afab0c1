"""What must hold of any dossier: a copy is no source, one voice is not two, order is nothing."""

import random
from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon.casework.compare import annotate, put_together
from rashomon.data.naming import is_local, voice_command
from rashomon.model.annotations import Annotated
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding, Independent
from rashomon.model.incidents import Incident
from rashomon.model.settings import Settings
from rashomon.reading import read

REPORTS = {
    "Coastal Courier": "MARISEL, 11 June (Reuters) — At least three people were killed and eleven "
    "wounded when a bomb exploded at the Marisel bus station on Monday night, police spokeswoman "
    "Dana Ruven said. A hospital official, who asked not to be named, told Reuters that two of "
    "the wounded were children.",
    "Bay Monitor": "Three people were killed in the bombing at the bus station in Marisel on "
    "Monday night, Oda Brandt said. Eleven were wounded, according to the Marisel Drivers Union. "
    "Teo Lindqvar said that three people had been killed beside the ticket window.",
    "The Beacon": "Three people were killed in a bombing at the bus station in Marisel on Monday "
    "night, the fire service said. Dozens were wounded, according to witnesses who had run from "
    "the waiting room. The blast broke every window on the north side of the square.",
    "Radio Delta": "Six people died in the bombing at the bus station on Monday, Marisel general "
    "hospital said on Wednesday. The Marisel Liberation Front denied any role in the attack, "
    "though ministers blame the group and have arrested four men.",
    "Hill Gazette": "Six people were killed in the bombing at Marisel bus station on Monday. Our "
    "reporter counted nine ambulances in front of the building. Officials said that four men had "
    "been arrested, and that the station would stay closed until the weekend.",
    "Evening Ferry": "Marisel police said on Tuesday that the number of people killed in Monday's "
    "bombing at the bus station had risen to five. Twelve people were wounded, the Red Crescent "
    "said. Police in Ostrike said that they had arrested a man at the border.",
}
OUTLETS = sorted(REPORTS)
SETTINGS = Settings()
HYPOTHESIS = settings(max_examples=25, deadline=None)
Bounds = dict[tuple[str, str], Independent]


def annotated(texts: dict[str, str]) -> dict[str, Annotated]:
    days = {"Evening Ferry": "2024-06-11", "Radio Delta": "2024-06-12"}
    given = [
        {"id": outlet, "outlet": outlet, "published": days.get(outlet, "2024-06-11"), "text": text}
        for outlet, text in texts.items()
    ]
    reports = sorted(read(given).reports, key=lambda report: report.id)
    return {each.report.id: each for each in annotate(reports, SETTINGS)}


@cache
def told() -> dict[str, Annotated]:
    return annotated(REPORTS)


@cache
def lightened() -> dict[str, Annotated]:
    """The same without who said it, where that leaves a sentence."""
    drop = (", police spokeswoman Dana Ruven said", ", the fire service said")
    texts = dict(REPORTS)
    for words in drop:
        texts = {outlet: text.replace(words, "") for outlet, text in texts.items()}
    return annotated(texts)


def bounds(dossier: Dossier, reports: set[str]) -> Bounds:
    """Of each finding of the incident that these reports tell of."""
    incident = max(dossier.incidents, key=lambda each: len(reports & set(each.reports)))
    return {key(incident, finding): finding.independent for finding in incident.findings}


def key(incident: Incident, finding: Finding) -> tuple[str, str]:
    return finding.property, finding.who.label if finding.who else ""


def no_more(after: Bounds, before: Bounds) -> None:
    for name in after.keys() & before.keys():
        assert after[name].low <= before[name].low, name
        assert after[name].high <= before[name].high, name


def under(outlet: str, each: Annotated) -> Annotated:
    """The same text in another outlet."""
    report = each.report.model_copy(update={"id": outlet, "source": outlet, "outlet": outlet})
    return each.model_copy(update={"report": report})


piles = st.lists(st.sampled_from(OUTLETS), min_size=1, max_size=5, unique=True)


@HYPOTHESIS
@given(names=piles, which=st.integers(0, 4), number=st.integers(1, 3), light=st.booleans())
@example(names=["Bay Monitor", "Coastal Courier", "The Beacon"], which=2, number=1, light=True)
def test_a_copy_adds_no_primary_source(
    names: list[str],
    which: int,
    number: int,
    light: bool,
) -> None:
    pile = [told()[name] for name in names]
    name = names[which % len(names)]
    copied = lightened()[name] if light else told()[name]
    copies = [under(f"Copy {n}", copied) for n in range(number)]
    before = put_together(pile, SETTINGS)
    after = put_together([*pile, *copies], SETTINGS)
    assert after.copies
    no_more(bounds(after, set(names)), bounds(before, set(names)))


@HYPOTHESIS
@given(names=piles, seed=st.integers(0, 99))
def test_merging_two_voices_adds_none(names: list[str], seed: int) -> None:
    pile = [told()[name] for name in names]
    known = known_voices(pile)
    if len(known) < 2:
        return
    one, other = random.Random(seed).sample(known, 2)
    merged = [renamed(each, one, other) for each in pile]
    before, after = put_together(pile, SETTINGS), put_together(merged, SETTINGS)
    no_more(bounds(after, set(names)), bounds(before, set(names)))


def known_voices(pile: list[Annotated]) -> list[str]:
    """Those that are one everywhere, and under nobody's command: who merges them names nobody."""
    spoken = [a for each in pile for a in each.annotations.attributions if a.source and a.name]
    return sorted(
        {
            a.name
            for a in spoken
            if a.voice_kind != "unnamed" and not is_local(a.name, a.voice_kind)
            if voice_command(a.name, a.voice_kind, a.source.exact) is None
        }
    )


def renamed(each: Annotated, old: str, new: str) -> Annotated:
    """Both voices resolved to one person of that name."""
    attributions = tuple(
        a.model_copy(update={"name": "Ilva Quorn", "voice_kind": "person"})
        if a.name in (old, new)
        else a
        for a in each.annotations.attributions
    )
    notes = each.annotations.model_copy(update={"attributions": attributions})
    return each.model_copy(update={"annotations": notes})


@HYPOTHESIS
@given(names=piles, rng=st.randoms(use_true_random=False), doubled=st.booleans())
def test_the_order_of_reports_never_matters(
    names: list[str], rng: random.Random, doubled: bool
) -> None:
    pile = [told()[name] for name in names]
    pile += [under("Copy", pile[0])] if doubled else []
    shuffled = list(pile)
    rng.shuffle(shuffled)
    assert put_together(shuffled, SETTINGS) == put_together(pile, SETTINGS)
