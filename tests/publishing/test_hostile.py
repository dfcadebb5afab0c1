"""Nothing that a report holds gets out of its place on the page."""

from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon import publishing
from rashomon.model.dossier import Dossier
from rashomon.publishing.hostile import anchor, isolate, visible, web_address
from rashomon.publishing.page import page_script

ROWS = [
    line.split("\t", 1)
    for line in (Path(__file__).parent / "data" / "hostile.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
CORPUS = dict(ROWS)
OUR_TAGS = """
html head meta title link style body a svg symbol circle path use rect text g header nav main
footer section article h1 h2 h3 h4 h5 p span ul ol li dl div dt dd table caption thead tbody tr
th td script form label select option input button output details summary figure figcaption
title blockquote q mark b i bdi sup br
"""
TAGS_OF_OURS = frozenset(OUR_TAGS.split())
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def unescape(text: str) -> str:
    return text.encode("latin-1", "backslashreplace").decode("unicode-escape")


@pytest.mark.parametrize("name", CORPUS)
def test_poison_everywhere(name: str, poisoned: Callable[[str], Dossier]) -> None:
    check(poisoned(unescape(CORPUS[name])))


def check(dossier: Dossier) -> None:
    html = publishing.page(dossier)
    tree = lxml.html.document_fromstring(html)
    elements = [each for each in tree.iter() if isinstance(each.tag, str)]
    assert {each.tag for each in elements} <= TAGS_OF_OURS
    assert not [each for each in tree.iter() if not isinstance(each.tag, str)], "a comment got in"
    for each in elements:
        assert not [name for name in each.attrib if name.startswith("on") or name == "style"]
        href = each.get("href", "#")
        assert href.startswith(("#", "http://", "https://", "data:image/svg+xml,%3Csvg"))
        assert each.tag != "script" or each.text == page_script()
        if href.startswith("http"):
            assert each.get("rel") == "noreferrer noopener"
    assert not set(html) & {"\x00", "\x07", "\x1b", "\x85", "\r", "\u202e", "\u2067", "\ufffe"}
    assert len({each.get("id") for each in elements if each.get("id")}) == len(
        [each for each in elements if each.get("id")]
    )


HOSTILE_TEXT = st.one_of(
    st.sampled_from(sorted(map(unescape, CORPUS.values()))),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text(alphabet="<>&\"'/ =\x00\u202e\n\rab", max_size=40),
)


@FEW
@given(bad=HOSTILE_TEXT.filter(lambda bad: bad not in ("", "r1", "r2", "r3")))
def test_any_text(bad: str, poisoned: Callable[[str], Dossier]) -> None:
    check(poisoned(bad))


def test_a_name_cannot_close_the_isolate_around_it() -> None:
    assert isolate("a\u2069\u202eb") == "\u2068a\ufffd\ufffdb\u2069"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_visible_text_has_no_controls(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert not [c for c in shown if ord(c) < 32 and c not in "\n\t"]
    assert len(shown) == len(text.replace("\r\n", "\n"))


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://paper.example/a?b=1&c=2#d", True),
        ("http://paper.example", True),
        ("HTTPS://paper.example/", True),
        ("https://münchen.example/straße", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//paper.example/", False),
        ("https:///nohost", False),
        ("https://[::1", False),
        ("https://paper.example/ x", False),
        ('https://paper.example/"x', False),
        ("https://paper.example/\u202egpj", False),
        ("https://paper.example/" + "a" * 3000, False),
        ("reports/a.txt", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, linked: bool) -> None:
    assert (web_address(url) is not None) == linked


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_anchors_are_plain(identity: str) -> None:
    made = anchor("report", identity)
    assert made.isascii()
    assert made.replace("-", "").replace("_", "").replace(".", "").isalnum()
