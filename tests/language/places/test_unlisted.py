"""Towns that only the text knows. All invented."""

import pytest

from rashomon.language import pipeline
from rashomon.model.annotations import PlaceMention
from rashomon.model.report import Report
from rashomon.model.settings import Settings


@pytest.fixture(scope="module")
def annotate_places():
    nlp = pipeline.load(Settings().pipeline)

    def read(text: str) -> tuple[PlaceMention, ...]:
        report = Report(id="r1", source="r1", sha256="0", text=text)
        return next(iter(pipeline.annotate([report], nlp))).annotations.places

    return read


@pytest.fixture(scope="module")
def places(annotate_places):
    def read(text: str) -> dict[str, tuple[str, str | None, float | None]]:
        found = annotate_places(text)
        return {place.exact: (place.kind, place.country_code, place.lat) for place in found}

    return read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("VELMAROS, Greece (AFP) — A bomb went off in Velmaros on Monday.", "VELMAROS", "GR"),
        ("VELMAROS, Greece (AFP) — A bomb went off in Velmaros on Monday.", "Velmaros", "GR"),
        ("A bus crashed in Upper Quellin, Ohio, on Monday.", "Upper Quellin", "US"),
        ("In Libya, two men died in the village of Ras Belkhor on Monday.", "Ras Belkhor", "LY"),
        ("In Ohio, two men died in Upper Quellin township on Monday.", "Upper Quellin", "US"),
        ("RAS BELKHOR, Libya — A crowd gathered on Monday.", "RAS BELKHOR", "LY"),
    ],
)
def test_a_town_in_no_gazetteer_has_a_country_and_no_point(
    places, text: str, name: str, country: str
) -> None:
    assert places(text)[name] == ("settlement", country, None)


@pytest.mark.parametrize(
    "text",
    [
        "John Velmaros, Greece captain, scored twice.",
        "She met Ilias Dranov, Greece’s minister.",
        "Fish, Greece and summer were all she wanted.",
    ],
)
def test_not_every_word_before_a_country_is_a_town(places, text: str) -> None:
    assert all(kind != "settlement" or lat is not None for kind, _, lat in places(text).values())


@pytest.mark.parametrize(
    ("text", "north"),
    [
        ("Shells hit the village of Velbalka, 50 kilometres north of Kupiansk, on Monday.", 0.45),
        ("Shells hit Velbalka village, some 31 miles north of Kupiansk, on Monday.", 0.45),
        ("Shells hit the hamlet of Velbalka (50 km south of Kupiansk) on Monday.", -0.45),
    ],
)
def test_a_village_lies_where_the_text_puts_it(places, text: str, north: float) -> None:
    town = places(text)["Kupiansk"]
    village = places(text)["Velbalka"]
    assert village[:2] == ("settlement", "UA")
    assert village[2] == pytest.approx(town[2] + north, abs=0.01)


def test_what_explains_a_town_is_no_place_of_its_own(places) -> None:
    found = places("A minister was shot in Handlova, some 150 km north-east of Bratislava.")
    assert set(found) == {"Handlova", "Bratislava"}


@pytest.mark.parametrize(("km", "known"), [(20, True), (120, False)])
def test_far_from_a_town_its_division_is_not_the_spots(annotate_places, km: int, known: bool):
    text = f"Shells hit Velbalka village, some {km} km north of Mandalay, in Myanmar on Monday."
    (village,) = [place for place in annotate_places(text) if place.exact == "Velbalka"]
    assert (village.admin1 is not None) == known
