"""The sources of a value as a tree, and what a report shares with others."""

from rashomon.model.claims import ChainLink, Claim
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Collapsed, Independent, Reading
from rashomon.publishing.book import Book
from rashomon.publishing.borrowing import borrowed, shared_marks
from rashomon.publishing.lineage import NOBODY, joints
from rashomon.publishing.reports import report_view
from rashomon.publishing.views import Branch


def told(example: Dossier, identity: str, *chain: str, staff: bool = False) -> Claim:
    links = tuple(ChainLink(voice=voice, attribution=None) for voice in chain)
    return example.claims[0].model_copy(update={"id": identity, "chain": links, "staff_saw": staff})


def tree(example: Dossier, claims: list[Claim], *once: tuple[str, str]) -> list[object]:
    """The joints as nested lists: reason, then voices with their claims and branches."""
    collapsed = tuple(Collapsed(claims=tuple(ids.split()), reason=why) for ids, why in once)
    reading = Reading(
        value=example.claims[0].value,
        claims=tuple(claim.id for claim in claims),
        primary_sources=(),
        independent=Independent(low=0, high=1),
        collapsed=collapsed,
    )
    book = Book(example.model_copy(update={"claims": tuple(claims)}))
    found = joints(reading, book)
    numbers = {book.claim(claim.id).text: claim.id for claim in claims}
    return [(j.reason, j.named, [plain(b, numbers) for b in j.branches]) for j in found]


def plain(branch: Branch, numbers: dict[str, str]) -> tuple[str, list[str], list[object]]:
    claims = [numbers[claim.text] for claim in branch.claims]
    return branch.voice.text, claims, [plain(each, numbers) for each in branch.branches]


def test_one_source_through_an_agency(example: Dossier) -> None:
    claims = [
        told(example, "a", "v-hd", "v-reuters", "v-police"),
        told(example, "b", "v-st", "v-reuters", "v-police"),
        told(example, "c", "v-st", "v-police"),
    ]
    assert tree(example, claims, ("a b c", "the same primary source: police")) == [
        (
            "the same primary source: police",
            True,
            [
                (
                    "police",
                    [],
                    [
                        ("Reuters", [], [("Harbour Daily", ["a"], []), ("The Strait", ["b"], [])]),
                        ("The Strait", ["c"], []),
                    ],
                )
            ],
        )
    ]


def test_bodies_that_count_once_stand_together_and_nobody_comes_last(example: Dossier) -> None:
    claims = [
        told(example, "a", "v-hd"),
        told(example, "b", "v-st", "v-dranov"),
        told(example, "c", "v-c9", "v-police"),
        told(example, "d", "v-c9", "v-hosp"),
    ]
    found = tree(example, claims, ("b c", "bodies under one command: police"))
    assert [(reason, named) for reason, named, _ in found] == [
        ("bodies under one command: police", True),
        ("", True),
        ("", False),
    ]
    assert [voice for voice, _, _ in found[0][2]] == ["Ilias Dranov", "police"]
    assert found[2][2] == [(NOBODY, [], [("Harbour Daily", ["a"], [])])]


def test_a_copy_that_names_nobody_stands_under_the_source_of_its_text(example: Dossier) -> None:
    claims = [told(example, "a", "v-hd", "v-police"), told(example, "b", "v-st")]
    ((reason, named, branches),) = tree(example, claims, ("a b", "the same agency text"))
    assert (reason, named) == ("the same agency text", True)
    assert [voice for voice, _, _ in branches] == ["police", NOBODY]


def test_what_its_own_staff_saw_makes_the_outlet_the_source(example: Dossier) -> None:
    ((_, named, branches),) = tree(example, [told(example, "a", "v-hd", staff=True)])
    assert named and branches == [("Harbour Daily", ["a"], [])]


def test_unnamed_sources_are_not_certain(example: Dossier) -> None:
    ((_, named, branches),) = tree(example, [told(example, "a", "v-hd", "v-wit")])
    assert not named and branches[0][0] == "witnesses"


def test_a_report_says_what_it_took_and_what_changed(example: Dossier) -> None:
    book = Book(example)
    (taken,) = borrowed("r2", book)
    assert (taken.how, [each.tag for each in taken.others]) == ("Taken from", ["R1"])
    assert taken.share == "62% word for word"
    (change,) = taken.changes
    assert (change.before, change.after, change.after_in) == ("At least four", "Four", None)
    assert change.before_in is not None and change.before_in.tag == "R1"
    (given,) = borrowed("r1", book)
    assert (given.how, [each.tag for each in given.others]) == ("Taken over by", ["R2"])
    assert given.changes[0].after_in is not None
    assert borrowed("r3", book) == ()


def test_shared_words_are_marked_and_changed_ones_too(example: Dossier) -> None:
    view = report_view(example.reports[1], Book(example))
    styled = [(s.text, s.styles) for block in view.blocks for s in block.segments]
    shared = "".join(text for text, styles in styled if "shared" in styles)
    assert shared == "Four people were killed"
    assert [text for text, styles in styled if "drifted" in styles] == ["Four"]
    assert shared_marks("r3", Book(example)) == []


def test_of_many_reports_some_are_named(example: Dossier) -> None:
    copy = example.copies[0]
    spans = tuple(
        copy.spans[1].model_copy(update={"report": f"x{n}", "role": "copy"}) for n in range(9)
    )
    many = copy.model_copy(update={"spans": (copy.spans[0], *spans), "drift": ()})
    (given,) = borrowed("r1", Book(example.model_copy(update={"copies": (many,)})))
    assert (len(given.others), given.more) == (4, 5)
