"""Names that only the rest of the report explains: surnames, abbreviations, weak short forms."""

from .conftest import Find

BOTH = "Mara Estevo and Teo Estevo left the court. Estevo had been cleared."


def canonicals(names: Find, text: str, exact: str) -> list[str]:
    return [name.canonical for name in names(text) if name.exact == exact]


def test_surname_means_the_full_name(names: Find) -> None:
    text = "Secretary Mara Estevo flew to Larnos. Later Estevo met Gen. Lindqvar."
    assert canonicals(names, text, "Estevo") == ["Mara Estevo"]


def test_initials_and_suffixes_do_not_make_another_person(names: Find) -> None:
    text = "Teo R. Lindqvar Jr. was held. Mr. Lindqvar, a baker, denied it. Teo Lindqvar is 40."
    persons = {name.canonical for name in names(text) if name.kind == "person"}
    assert persons == {"Teo Lindqvar"}


def test_of_two_namesakes_the_last_named_is_meant(names: Find) -> None:
    assert canonicals(names, BOTH, "Estevo") == ["Teo Estevo"]


def test_abbreviation_in_brackets(names: Find) -> None:
    text = "The Kataib Zarqan Front (KZF) hit a base. On Monday the KZF said it would go on."
    assert set(canonicals(names, text, "KZF")) == {"Kataib Zarqan Front"}


def test_abbreviation_that_the_text_gives_another_meaning(names: Find) -> None:
    text = "The Arvik Port (AP) was closed. The AP opens at noon."
    found = {name.canonical for name in names(text) if name.exact == "AP"}
    assert "Associated Press" not in found


def test_weak_abbreviation_beside_the_full_name(names: Find) -> None:
    text = "Kataib Hezbollah hit a base. Two KH fighters died."
    assert canonicals(names, text, "KH") == ["Kataib Hezbollah"]


def test_weak_abbreviation_alone_is_not_read(names: Find) -> None:
    assert "Kataib Hezbollah" not in {n.canonical for n in names("Two KH fighters died.")}


def test_groups_of_like_names_stay_apart(names: Find) -> None:
    text = "Kata'ib Hizballah is not the Lebanese group Hizballah, he said."
    assert [n.canonical for n in names(text) if n.kind == "group"] == [
        "Kataib Hezbollah",
        "Hezbollah",
    ]


def test_one_group_under_many_spellings(names: Find) -> None:
    spellings = ["Kata'ib Hezbollah", "Kataeb Hizbullah", "Kata’ib Hizbollah", "Kataʼib Hizballah"]
    text = " ".join(f"On Monday {spelling} fired at a base." for spelling in spellings)
    assert {n.canonical for n in names(text) if n.kind == "group"} == {"Kataib Hezbollah"}


def test_short_and_full_first_name_are_one(names: Find) -> None:
    text = "Mike Carter spoke first. Michael Carter is a baker, and James Carter is his son. "
    assert canonicals(names, text + "Carter waved.", "Carter") == ["James Carter"]


def test_of_many_relatives_none_is_guessed(names: Find) -> None:
    text = "Anna Carter, James Carter and Maria Carter were hurt. Carter was taken to hospital."
    assert canonicals(names, text, "Carter") == ["Carter"]


def test_surname_at_the_start_of_a_sentence(names: Find) -> None:
    text = "Mara Estevo went home.\n\nEstevo charges that the vote was late."
    assert canonicals(names, text, "Estevo") == ["Mara Estevo"]


def test_a_dash_ends_a_name(names: Find) -> None:
    found = {name.exact for name in names("ARVIK, Ohio - The Larnos Fire Department came.")}
    assert "Larnos Fire Department" in found


def test_a_town_is_not_a_person(names: Find) -> None:
    text = "Three were hurt in Khan Yunis. People in Khan Yunis fled."
    assert [name.exact for name in names(text) if name.kind == "person"] == []
