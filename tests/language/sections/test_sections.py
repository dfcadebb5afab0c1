"""Datelines, posts, blocks, sentence starts, and hostile input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from rashomon.language.sections import find_sections, not_prose


@pytest.mark.parametrize(
    ("text", "dateline", "agency"),
    [
        ("LARNOS (AP) — Four people died.", "LARNOS (AP) —", "AP"),
        ("date 2024-05-13 Four people died.", "date 2024-05-13", None),
        (
            "LARNOS, Cyprus, 13 May 2024 (Delta News Agency) — Four people died.",
            "LARNOS, Cyprus, 13 May 2024 (Delta News Agency) —",
            "Delta News Agency",
        ),
        ("LARNOS, May 13 (Reuters) - Four people died.", "LARNOS, May 13 (Reuters) -", "Reuters"),
        ("PORT ELLEN, Del. -- Four people died.", "PORT ELLEN, Del. --", None),
        ("(WLRN-TV) – Four people died.", "(WLRN-TV) –", "WLRN-TV"),
        ("Larnos, DE – Four people died.", "Larnos, DE –", None),
        ("PORT ELLEN (Jane Roe) -- Four people died.", "PORT ELLEN (Jane Roe) --", None),
        ("QUETTA: Four people died.", "QUETTA:", None),
        ("LAHORE/MULTAN: Four people died.", "LAHORE/MULTAN:", None),
        ("JAMMU, May 13 (PTI): Four people died.", "JAMMU, May 13 (PTI):", "PTI"),
        ("Jammu, May 13: Four people died.", "Jammu, May 13:", None),
    ],
)
def test_datelines(text: str, dateline: str, agency: str | None) -> None:
    (found,) = find_sections(text)
    assert (found.kind, found.speaker) == ("dateline", agency)
    assert text[found.start : found.end] == dateline


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE — Four people died.",
        "The ferry — an old one — sank.",
        "Larnos is quiet - for now.",
        "A man (72) - the owner - died.",
        "WARNING: Four people died.",
        "HARBOUR POLICE: Four people died.",
        "Jammu: Four people died.",
        "Update, May 13: Four people died.",
    ],
)
def test_no_datelines(text: str) -> None:
    assert find_sections(text) == ()


def test_posts_in_any_script() -> None:
    text = (
        "Clips went round.\n\n"
        "Smoke over the quay https://t.example/x — مرفأ 🚢 Harbour Watch (@harbourwatch) "
        "May 13, 2019\n\n"
        "Stay away from the terminal. — Larnos Police (@larnospd) 14 May 2019 "
        "It is on fire – Jane (@jane) May 14, 2019"
    )
    found = [(s.speaker, s.handle, s.posted) for s in find_sections(text)]
    assert found == [
        ("مرفأ 🚢 Harbour Watch", "harbourwatch", "2019-05-13"),
        ("Larnos Police", "larnospd", "2019-05-14"),
        ("Jane", "jane", "2019-05-14"),
    ]


def test_a_signature_alone_takes_the_paragraph_before() -> None:
    text = "It is on fire.\n\nStay away.\n\n— Larnos Police (@larnospd) February 31, 2019"
    (post,) = find_sections(text)
    assert text[post.start : post.end].startswith("Stay away.")
    assert (post.posted, post.certain) == (None, False)


@pytest.mark.parametrize(
    ("opener", "speaker"),
    [
        ("The Associated Press reported:", "The Associated Press"),
        ("On Monday, the port authority released the following statement:", "the port authority"),
        ("The ministry announced the following in regards to the fire:", "The ministry"),
        ("Mayor Ilia Dran later wrote on her page:", "Mayor Ilia Dran"),
        ("The night was long. The Strait reported the fire of the ferry:", "The Strait"),
        ("Here is the statement from the port authority:", "the port authority"),
        ("The mayor's full statement:", "The mayor"),
    ],
)
def test_who_opens_a_block(opener: str, speaker: str) -> None:
    text = f"{opener}\n\nThe ferry burned until dawn.\n\nThe town is quiet."
    (block,) = find_sections(text)
    assert (block.kind, block.speaker, block.certain) == ("block-quote", speaker, False)
    assert text[block.start : block.end] == "The ferry burned until dawn."


@pytest.mark.parametrize(
    "text",
    [
        "The mayor wrote:\n\n“The ferry burned.”\n\nThe town is quiet.",
        "Three things to know:\n\nThe ferry burned.\n\nThe town is quiet.",
        "The mayor released two men:\n\nThe ferry burned.\n\nThe town is quiet.",
        "The mayor wrote:",
    ],
)
def test_no_blocks(text: str) -> None:
    assert find_sections(text) == ()


def test_where_blocks_end() -> None:
    statement = "We mourn with the families.\n\nWe will rebuild our port."
    listed = "- four dead\n\n- nine hurt"
    text = (
        f"The port authority said in a statement:\n\n{statement}\n\nThe town is quiet.\n\n"
        f"The hospital reported:\n\n{listed}\n\nThe ministry added:\n\nNo one is missing."
    )
    blocks = [(text[s.start : s.end], s.certain) for s in find_sections(text)]
    assert blocks == [(statement, False), (listed, True), ("No one is missing.", True)]


def test_sentences_begin_at_paragraphs_and_borders(splitting: Language) -> None:
    doc = splitting(
        "Ferry burns in Larnos\n\nLARNOS (AP) — Four people died. It is over.\nTags: fire"
    )
    starts = [token.text for token in doc if token.is_sent_start and token.i]
    assert starts == ["LARNOS", "Four", "Tags"]
    assert [s.kind for s in doc._.sections] == ["dateline", "tags"]
    assert doc[1].is_sent_start is None


def test_hard_wrapped_lines_are_one_paragraph(splitting: Language) -> None:
    line = "the ferry burned until dawn and nobody knew what had set it on fire or who"
    doc = splitting(f"T{line[1:]}\n{line}\n{line}\nwas there.")
    assert not any(token.is_sent_start for token in doc if token.i)


def test_after_a_parser_sentences_are_left(nlp: Language, splitting: Language) -> None:
    parsed = nlp("Ferry burns\n\nFour people died.")
    starts = [token.is_sent_start for token in parsed]
    splitting.get_pipe("rashomon_sections")(parsed)
    assert [token.is_sent_start for token in parsed] == starts


def test_an_empty_doc(splitting: Language) -> None:
    assert splitting("")._.sections == ()


def test_what_is_not_prose() -> None:
    text = "The Strait reported:\n\nThe ferry burned.\n\nTags: fire"
    assert [text[a:b] for a, b in not_prose(find_sections(text))] == ["Tags: fire"]


HOSTILE = [
    "",
    "\x00",
    "\n" * 5000,
    "A" * 100_000,
    "A " * 50_000,
    "— (@a) " * 5_000,
    "(" * 20_000 + ")" * 20_000,
    "\u202eLARNOS (AP) — \u2066x\u2069",
    "said:\n" * 5_000,
    "A-" * 20_000 + ":",
    "Copyright 2019. " * 5_000,
    "LARNOS, " * 10_000 + "(AP) —",
    "🚢" * 10_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text(text: str) -> None:
    for section in find_sections(text):
        assert 0 <= section.start < section.end <= len(text)


PIECES = (
    "\n\n|\n| |The Strait reported:|LARNOS (AP) —|Tags: a|(@a) May 1, 2019|— B|It burned.|"
    "By Jane Roe|©2019|“|”|\x00|\u202e|🚢|(Photo: x)"
)
ANY = st.sampled_from(PIECES.split("|")) | st.text(max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=25).map("".join))
def test_sections_lie_in_the_text_in_order(text: str) -> None:
    found = find_sections(text)
    assert [s.start for s in found] == sorted(s.start for s in found)
    for section in found:
        assert 0 <= section.start < section.end <= len(text)
        assert text[section.start : section.end].strip()
