"""Source, cue and content of invented sentences, nesting, polarity, and hostile input."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from rashomon.language.attributions import find_attributions
from rashomon.model.annotations import Attribution

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "sentences.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]

TALLIES = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "tallies.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]

FORMS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "forms.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
][1:]


def shown(found: Attribution) -> tuple[str, str, str]:
    source = found.source.exact if found.source else ""
    cue = found.cue.exact if found.cue else ""
    return source, cue, " ... ".join(piece.exact for piece in found.content)


@pytest.mark.parametrize(("text", "source", "cue", "content"), ROWS)
def test_source_cue_and_content(read, text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in [shown(a) for a in read(text)._.attributions]


@pytest.mark.parametrize("row", TALLIES, ids=lambda row: row[0][:40])
def test_attributions_by_counting(read, row: list[str]) -> None:
    text, source, content = row
    found = [shown(a) for a in read(text)._.attributions]
    told = [(one, other) for one, _, other in found]
    assert (source, content) in told if source else not told


@pytest.mark.parametrize("row", FORMS, ids=range(len(FORMS)))
def test_every_form_with_its_stance(read, row: list[str]) -> None:
    text, *expected = row
    found = read(text.replace("\\n", "\n"))._.attributions
    by_id = {a.id: a for a in found}

    def told(a: Attribution) -> list[str]:
        outer = by_id[a.parent].source if a.parent else None
        stance = [a.kind, a.polarity, "yes" if a.hedged else "no"]
        return [*shown(a), *stance, outer.exact if outer else ""]

    assert expected in [told(a) for a in found]


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("The ministry released the following statement:\n\nIt sank.\n\nIt rained.", False),
        ("The ministry released the following statement:\n\nIt sank at noon.", True),
    ],
)
def test_a_block_says_whether_its_end_is_certain(read, text: str, certain: bool) -> None:
    (block,) = [s for s in read(text)._.sections if s.kind == "block-quote"]
    assert (block.speaker, block.certain) == ("The ministry", certain)


def test_a_post_has_author_handle_and_day(read) -> None:
    text = "The pier is gone. — Harbour Watch (@harbourwatch) May 13, 2019"
    (post,) = read(text)._.sections
    assert (post.kind, post.speaker, post.handle, post.posted) == (
        "post",
        "Harbour Watch",
        "harbourwatch",
        "2019-05-13",
    )


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("LOWER PIER, Narvia (AP) — The pier broke at noon.", "dateline", "AP"),
        ("(Reuters) - The pier broke at noon.", "dateline", "Reuters"),
        ("The pier broke.\n\nReuters contributed to this report.", "credit", None),
        ("By Lena Orr\n\nThe pier broke at noon.", "credit", None),
        ("The pier at dawn (Photo: Lena Orr/Reuters)\n\nThe pier broke at noon.", "caption", None),
    ],
)
def test_who_a_report_is_from(read, text: str, kind: str, speaker: str | None) -> None:
    assert (kind, speaker) in [(s.kind, s.speaker) for s in read(text)._.sections]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry burned until dawn.",
        "A so-called “ghost ship” drifted past the quay.",
        "The “Dolphin” sank at noon.",
        "Four people died.",
        "The bomb blasted the wall.",
        "Gunmen attacked the checkpoint.",
        "Advertisement",
    ],
)
def test_no_attribution(read, text: str) -> None:
    assert read(text)._.attributions == ()


@pytest.mark.parametrize(
    ("text", "polarity", "hedged"),
    [
        ("Police said that four people died.", "affirmed", False),
        ("The group denied that it fired on the ferry.", "denied", False),
        ("The group did not deny that it fired on the ferry.", "affirmed", False),
        ("The ministry rejected the claims.", "denied", False),
        ("Police could not confirm that four people died.", "unconfirmed", False),
        ("The port declined to comment on the fire.", "unconfirmed", False),
        ("Officials were unable to verify the report.", "unconfirmed", False),
        ("Officials fear that four people died.", "affirmed", True),
        ("The fire appears to be out.", "affirmed", True),
        ("The owner reportedly said that the ferry was safe.", "affirmed", True),
    ],
)
def test_polarity_and_hedging(read, text: str, polarity: str, hedged: bool) -> None:
    assert (polarity, hedged) in [(a.polarity, a.hedged) for a in read(text)._.attributions]


def test_one_attribution_inside_another(read) -> None:
    found = read("The Strait reported that officials said four people died.")._.attributions
    assert [(a.id, a.source.exact, a.parent) for a in found if a.source] == [
        ("a0", "The Strait", None),
        ("a1", "officials", "a0"),
    ]


def test_blocks_and_posts_are_attributions_with_children(read) -> None:
    text = (
        "The Strait reported the fire:\n\nOfficials said four people died.\n\n"
        "Smoke at the quay, police said. — Harbour Watch (@harbourwatch) May 13, 2019"
    )
    found = {a.kind: a for a in read(text)._.attributions if a.parent is None}
    assert shown(found["block"])[::2] == ("The Strait", "Officials said four people died")
    assert shown(found["post"])[::2] == ("Harbour Watch", "Smoke at the quay, police said")
    inner = [a for a in read(text)._.attributions if a.parent]
    assert {(a.source.exact, a.parent) for a in inner if a.source} == {
        ("Officials", found["block"].id),
        ("police", found["post"].id),
    }


def test_a_quotation_over_paragraphs(read) -> None:
    text = "Dran wrote on his page:\n\n“The ferry was full.\n\n“Nobody could move.”\n\nIt sank."
    (found,) = [a for a in read(text)._.attributions if a.parent is None]
    assert found.kind == "direct"
    assert [piece.exact for piece in found.content] == [
        "“The ferry was full.",
        "“Nobody could move.”",
    ]


def test_names_of_pronouns_and_surnames(read) -> None:
    names = (("Ilia Dran", "person", "Ilia Dran"), ("the Harbour Guard", "force", "Harbour Guard"))
    text = "Mayor Ilia Dran said the ferry was full. He added that the Harbour Guard was late."
    found = [
        a for a in read(text, names)._.attributions if a.cue and a.cue.exact in ("said", "added")
    ]
    assert [(a.name, a.voice_kind) for a in found] == [("Ilia Dran", "official")] * 2


@pytest.mark.parametrize(
    ("text", "names", "name", "kind"),
    [
        ("Reuters said the ferry sank.", (("Reuters", "agency", "Reuters"),), "Reuters", "agency"),
        ("Witnesses said the ferry sank.", (), "Witnesses", "unnamed"),
        ("Local officials said the ferry sank.", (), "Local officials", "official"),
        (
            "A spokesman for Narvia said the ferry sank.",
            (("Narvia", "state", "Narvia"),),
            "Narvia",
            "official",
        ),
        ("Ana Roe said the ferry sank.", (("Ana Roe", "person", "Ana Roe"),), "Ana Roe", "person"),
        (
            "The Free Harbour Movement said it sank the ferry.",
            (("Free Harbour Movement", "group", "Free Harbour Movement"),),
            "Free Harbour Movement",
            "group",
        ),
    ],
)
def test_kinds_of_voices(read, text: str, names, name: str, kind: str) -> None:
    found = next(a for a in read(text, names)._.attributions if a.cue and a.cue.exact == "said")
    assert (found.name, found.voice_kind) == (name, kind)


def test_he_is_no_body_and_they_no_man(read) -> None:
    names = (("Ana Roe", "person", "Ana Roe"),)
    text = "Ana Roe said the ferry sank. Police said it burned. She added that nobody moved."
    found = {a.cue.exact: a.name for a in read(text, names)._.attributions if a.cue}
    assert found["added"] == "Ana Roe"


def test_we_in_a_quotation_is_the_speaker(read) -> None:
    names = (("Ana Roe", "person", "Ana Roe"),)
    found = read("“We believe that it sank,” Ana Roe said.", names)._.attributions
    assert [a.name for a in found] == ["Ana Roe", "Ana Roe"]


def test_what_is_no_prose_is_not_read(read) -> None:
    assert read("Read more: Police said four people died\n\nThe quay is shut.")._.attributions == ()


def test_a_doc_without_a_parse() -> None:
    import spacy

    assert find_attributions(spacy.blank("en")("Police said four people died.")) == ()


def well_formed(doc: Doc) -> None:
    ids = [a.id for a in doc._.attributions]
    assert ids == [f"a{n}" for n in range(len(ids))]
    starts = [a.content[0].start for a in doc._.attributions]
    assert starts == sorted(starts)
    for found in doc._.attributions:
        assert found.parent is None or (found.parent in ids and found.parent != found.id)
        for piece in (*found.content, *filter(None, (found.source, found.cue))):
            assert doc.text[piece.start : piece.end] == piece.exact
            assert piece.exact.strip()


HOSTILE = [
    "",
    "\x00",
    "\u202esaid\u2066 that",
    "“" * 400,
    '" said " ' * 200,
    "he said " * 300,
    "according to " * 300,
    "according to",
    "said:\n“" * 100,
    "‘a ' ’ ‘ '" * 100,
    "🚢 said 🚢: “🚢”",
    "He said that " * 120 + "it sank.",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text(read, text: str) -> None:
    well_formed(read(text))


WORDS = (
    "police|said|that|“|”|\"|''|‘|’|,|.|:|\n\n|according to|he|who|told|the ferry|sank|The Strait|"
    "claim|denied|believed|is|to|by|—|?|🚢|\x00|not|confident|, adding|was"
)
TEXTS = st.lists(st.sampled_from(WORDS.split("|")), max_size=30).map(" ".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TEXTS | st.text(max_size=60))
def test_any_text_gives_pieces_of_it(read, text: str) -> None:
    well_formed(read(text))
