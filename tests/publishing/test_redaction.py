"""What may be passed on: no private name, no unquoted text, no exact place (fiction)."""

import json

import pytest

import rashomon
from rashomon.publishing import page, to_json

PILE = [
    {
        "id": "a",
        "title": "Two shot dead in Larnos; Petra Quell among them",
        "outlet": "Coastal Courier",
        "published": "2024-03-02",
        "text": "Two people were shot dead at a house in Marseille on Friday, Police Chief Anders "
        "Holm said. Petra Quell, 34, was killed at the door, a neighbour, Ivo Marsh, said.\n\n"
        "The weather was fine that day and the market had opened late. Quell taught at the "
        "village school. Her bicycle stood outside.",
    },
    {
        "id": "b",
        "outlet": "Evening Mirror",
        "published": "2024-03-02",
        "text": "A gunman killed Petra Quell and another person in Marseille on Friday, Holm said. "
        "Marsh said that he had heard three shots.",
    },
]
PRIVATE = ("Petra", "Quell", "Marsh")


@pytest.fixture(scope="module")
def dossier() -> rashomon.Dossier:
    return rashomon.compare(PILE)


@pytest.fixture(scope="module")
def public(dossier: rashomon.Dossier) -> rashomon.Dossier:
    return dossier.public()


def test_no_private_name_is_left_anywhere(public: rashomon.Dossier) -> None:
    for made in (to_json(public), page(public), "\n".join(public.explain("I1", "killed"))):
        assert not [name for name in PRIVATE if name in made]


def test_who_speaks_for_an_office_keeps_the_name(public: rashomon.Dossier) -> None:
    assert "Anders Holm" in to_json(public)


def test_the_role_tells_the_age(public: rashomon.Dossier) -> None:
    assert ", 34]" in to_json(public)


def test_only_quoted_sentences_are_carried(public: rashomon.Dossier) -> None:
    assert "weather" not in to_json(public)
    assert "bicycle" not in page(public)


def test_every_span_still_has_its_words(public: rashomon.Dossier) -> None:
    texts = {report.id: report.text for report in public.reports}
    for claim in public.claims:
        for span in (claim.span, claim.sentence):
            assert texts[span.report][span.start : span.end] == span.exact
            assert span.exact
    json.loads(to_json(public))
    type(public).model_validate_json(to_json(public))


def test_figures_are_those_of_the_working_paper(
    dossier: rashomon.Dossier, public: rashomon.Dossier
) -> None:
    assert [i.killed.best for i in public.incidents] == [i.killed.best for i in dossier.incidents]
    assert [c.value for c in public.claims if c.property == "killed"] == [
        c.value for c in dossier.claims if c.property == "killed"
    ]


def test_names_and_places_are_kept_only_where_asked_for(dossier: rashomon.Dossier) -> None:
    assert "Petra Quell" in to_json(dossier.public(with_names=True))
    exact = dossier.public(exact_places=True).incidents[0].where
    blurred = dossier.public().incidents[0].where
    assert (exact.lat, exact.lon) == (
        dossier.incidents[0].where.lat,
        dossier.incidents[0].where.lon,
    )
    assert blurred.lat is not None
    assert blurred.lat == round(blurred.lat, 2)
