"""Whose figures they are: bodies and those who speak for them, issuers, credits. All fiction."""

import pytest

import rashomon

Chain = list[str]
DEED = "in a raid on Dorn harbour on Sunday"


def told(text: str, **given: str) -> list[tuple[str, Chain, str]]:
    """Property, chain of names and stance of every count, in the order of the text."""
    dossier = rashomon.compare([{"id": "r1", "text": text, **given}])
    names = {voice.id: voice.name for voice in dossier.voices}
    counted = [c for c in dossier.claims if c.property in ("killed", "injured")]
    return [(c.property, [names[link.voice] for link in c.chain], c.stance) for c in counted]


def commands(text: str) -> dict[str, str | None]:
    """By name of each voice: the body for which it speaks."""
    return {voice.name: voice.command for voice in rashomon.compare([{"text": text}]).voices}


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("said Ilan Vero, chairman of the Dockers' Union", "Ilan Vero", "Dockers' Union"),
        ("the Dockers' Union's secretary, Ilan Vero, said", "Ilan Vero", "Dockers' Union"),
        ("said Rana Dost, who leads the Red Crescent's team", "Rana Dost", "Red Crescent"),
        ("said Dr Rana Dost of the Dorn clinic", "Rana Dost", "the Dorn clinic"),
        ("a nurse of the Dorn clinic said", "a nurse of the Dorn clinic", "the Dorn clinic"),
        ("said Rana Dost, who lives beside the Dorn clinic", "Rana Dost", None),
    ],
)
def test_for_whom_a_person_speaks(text: str, person: str, body: str | None) -> None:
    assert commands(f"Nine people were killed {DEED}, {text}.")[person] == body


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the town's relief committee said", "the committee said"),
        ("the Harbour Safety Directorate said", "the Directorate said"),
        ("Governor Ilan Dost said", "the governor said"),
    ],
)
def test_a_short_form_is_the_body_called_before(first: str, second: str) -> None:
    text = f"Nine people were killed {DEED}, {first}. Four were hurt in the raid, {second}."
    (_, one, _), (_, other, _) = told(text, outlet="Dorn Post")
    assert one == other


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("The Ombudsman's Office puts the number of dead at six.", "The Ombudsman's Office"),
        ("The harbour union, whose count stands at six dead, wept.", "The harbour union"),
        ("Six people died, by the harbour union's count.", "the harbour union"),
    ],
)
def test_who_counts_says(said: str, source: str) -> None:
    text = f"A bomb went off in Dorn on Sunday. {said}"
    chains = [chain for name, chain, _ in told(text, outlet="Dorn Post") if name == "killed"]
    assert chains == [["Dorn Post", source]]


def test_a_body_that_issues_its_own_text_is_its_own_source() -> None:
    text = (
        "HARBOUR RELIEF\nSituation note 4 - Dorn - 14 May 2024\n\n"
        "Nine people were killed in a raid on Dorn harbour on Sunday."
    )
    dossier = rashomon.compare([{"id": "r1", "text": text, "plain": True}])
    (killed,) = [c for c in dossier.claims if c.property == "killed"]
    voice = next(v for v in dossier.voices if v.id == killed.primary())
    assert (voice.name, voice.kind) == ("HARBOUR RELIEF", "group")
    assert dossier.incidents[0].findings[0].independent is not None
    finding = next(f for f in dossier.incidents[0].findings if f.property == "killed")
    assert (finding.independent.low, finding.independent.high) == (1, 1)


@pytest.mark.parametrize(
    ("text", "given", "chain"),
    [
        (
            f"Nine people were killed {DEED}.\n\n(Source: Reuters)",
            "Dorn Post",
            ["Dorn Post", "Reuters"],
        ),
        (
            f"Nine people were killed {DEED}.\n\nWith Reuters inputs",
            "Dorn Post",
            ["Dorn Post", "Reuters"],
        ),
        (
            f"Nine people were killed {DEED}.\n\nRepublished from the Larnos Observer",
            "Dorn Post",
            ["Dorn Post", "Larnos Observer"],
        ),
        (f"DORN, May 14 (Reuters) - Nine people were killed {DEED}.", None, ["Reuters"]),
        (f"DORN/LARNOS, May 14 (Reuters) - Nine people were killed {DEED}.", None, ["Reuters"]),
        (
            f"Dorn (LV), May 14, 2024 (PTI) Nine people were killed {DEED}.",
            None,
            ["Press Trust of India"],
        ),
    ],
)
def test_credits_and_datelines_are_hops(text: str, given: str | None, chain: Chain) -> None:
    known = {"outlet": given} if given else {}
    assert [c for name, c, _ in told(text, **known) if name == "killed"] == [chain]


@pytest.mark.parametrize(
    ("doubt", "stance"),
    [
        ("The toll could not be independently confirmed.", "unconfirmed"),
        ("Reuters was unable to verify the account.", "unconfirmed"),
        ("We have not been able to confirm this.", "unconfirmed"),
        ("Could not be confirmed.", "unconfirmed"),
        ("Where the film was taken cannot be verified.", "asserted"),
        ("The authenticity of the film could not be verified.", "asserted"),
    ],
)
def test_a_doubt_in_another_sentence(doubt: str, stance: str) -> None:
    text = f"Nine people were killed {DEED}, residents said. {doubt}"
    assert {found for name, _, found in told(text) if name == "killed"} == {stance}


NINE = f"Nine people were killed {DEED}"


@pytest.mark.parametrize(
    ("text", "unconfirmed"),
    [
        ("police said. A clinic counted 14 dead. That figure could not be verified.", {14}),
        (
            "police said. Houses burned. A rebel spoke of 40 dead, a figure that could not be "
            "verified.",
            {40},
        ),
        ("police said. It rained. The claims of either side could not be verified.", {9}),
        ("a witness said. It rained. The claims of either side could not be verified.", set()),
        ("police said. Houses burned. The toll of May could not be verified.", set()),
        (
            "the army said. The rebels said that 40 soldiers died. The paper could not verify "
            "these claims.",
            {40, 9},
        ),
    ],
)
def test_a_doubt_is_of_who_spoke_last(text: str, unconfirmed: set[int]) -> None:
    report = {"id": "r1", "text": f"{NINE}, {text}", "published": "2024-05-16"}
    killed = [c for c in rashomon.compare([report]).claims if c.property == "killed"]
    assert {c.value.low for c in killed if c.stance == "unconfirmed"} == unconfirmed


def test_a_headline_has_the_source_of_the_text_below() -> None:
    text = f"Nine dead in Dorn raid\n\nNine people were killed {DEED}, police said."
    chains = {
        tuple(chain)
        for name, chain, _ in told(text, outlet="Dorn Post", title="Nine dead in Dorn raid")
        if name == "killed"
    }
    assert chains == {("Dorn Post", "police")}


def test_a_capital_speaks_for_its_state() -> None:
    text = f"Four soldiers were killed {DEED}, Ankara said."
    assert told(text, outlet="Dorn Post")[0][1] == ["Dorn Post", "Turkey"]


def test_a_law_is_nobody() -> None:
    text = f"Nine people were killed {DEED} and must be buried, as the law says."
    assert told(text, outlet="Dorn Post")[0][1] == ["Dorn Post"]


def test_a_statement_that_speaks_on_is_the_body_that_made_it() -> None:
    text = (
        f"Nine people were killed {DEED}, the Harbour Ministry said in a statement. The clinic was "
        "full. The statement said that four people had been wounded."
    )
    assert {tuple(chain[1:]) for _, chain, _ in told(text)} == {("Harbour Ministry",)}


def test_the_text_of_nobody_in_particular_stays_unnamed() -> None:
    text = f"The harbour was full. The statement said that nine people had been killed {DEED}."
    assert [chain[-1] for _, chain, _ in told(text)] == ["The statement"]
