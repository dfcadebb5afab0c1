"""What nobody confirms, who is counted, and names that a reader can take in."""

from rashomon.model.claims import Who
from rashomon.model.dossier import Dossier
from rashomon.model.numbers import NumberRange
from rashomon.publishing.book import Book
from rashomon.publishing.findings import finding_view
from rashomon.publishing.glance import glance
from rashomon.publishing.page import page_view
from rashomon.publishing.summary import summary

NOUGHT = NumberRange(low=0, high=0)


def with_nought(example: Dossier, stance: str) -> Dossier:
    """The example in which the bombing's dead are said to be none, in such a manner."""
    first = example.incidents[0]
    killed = next(each for each in first.findings if each.property == "killed")
    reading = killed.readings[0].model_copy(update={"value": NOUGHT})
    changed = killed.model_copy(
        update={"property": "casualties", "low": 0, "best": None, "high": 0, "readings": (reading,)}
    )
    claims = tuple(
        each.model_copy(update={"stance": stance}) if each.id in reading.claims else each
        for each in example.claims
    )
    incident = first.model_copy(update={"findings": (changed,)})
    return example.model_copy(
        update={"claims": claims, "incidents": (incident, *example.incidents[1:])}
    )


def told(dossier: Dossier) -> str:
    text = summary(dossier.incidents[0], Book(dossier))
    return text.replace("\u2068", "").replace("\u2069", "")


def test_no_reports_of_any_is_not_told_as_nought(example: Dossier) -> None:
    dossier = with_nought(example, "hedged")
    assert (
        "according to police, there are no reports of anybody killed or injured"
        " (0, hedged: not a confirmed nought)." in told(dossier)
    )
    assert "nobody was" not in told(dossier)
    rows = {row.label: row for row in glance(dossier.incidents[0], Book(dossier))}
    shown = rows["Casualties, dead and injured not told apart"]
    assert shown.value.startswith("no reports of anybody killed or injured (0, hedged")


def test_a_nought_that_is_asserted_is_told_so(example: Dossier) -> None:
    assert "according to police, nobody was killed or injured." in told(
        with_nought(example, "asserted")
    ).replace("According", "according")


def test_two_counts_of_one_property_say_whom_they_count(example: Dossier) -> None:
    first = example.incidents[0]
    killed = next(each for each in first.findings if each.property == "killed")
    everyone = killed.model_copy(update={"id": "f-1", "property": "participants", "who": None})
    fighters = everyone.model_copy(update={"id": "f-2", "who": Who(label="fighters")})
    incident = first.model_copy(update={"findings": (everyone, fighters)})
    book = Book(example)
    notes = [row.note for row in glance(incident, book) if row.label == "Took part"]
    assert notes == ["“people”", "fighters"]
    labels = [finding_view(each, incident, book).label for each in incident.findings]
    assert labels == ["“people”", "fighters"]


def test_an_outlet_without_a_name_goes_by_its_report(example: Dossier) -> None:
    name = "the outlet of 77_0badc0ffee.txt"
    voices = tuple(
        each.model_copy(update={"name": name, "names": ()}) if each.id == "v-c9" else each
        for each in example.voices
    )
    book = Book(example.model_copy(update={"voices": voices}))
    assert book.voice_name("v-c9") == "the outlet of R3"
    assert book.readable(f"7 from police (through {name}).") == (
        "7 from police (through the outlet of R3)."
    )


def test_figures_that_moved_stand_on_the_time_line(example: Dossier) -> None:
    rows = [row for row in page_view(example).timeline if row.kind == "figure"]
    moved = [(row.time, row.what.text) for row in rows if "killed" in row.what.text]
    assert ("Wednesday 15 May 2024", "7 killed") in moved
    assert all(row.claims and row.what.href for row in rows)


def test_where_accounts_part_is_one_step_from_the_list(example: Dossier) -> None:
    view = page_view(example)
    assert view.overview[0].parting == f"#{view.incidents[0].parting}"
