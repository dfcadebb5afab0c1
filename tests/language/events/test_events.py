"""Events in sentences: the table, what must not change, properties, hostile input."""

import csv
import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.language.events.triggers import triggers
from rashomon.model.annotations import EventMention, PlaceMention, Section, TimeMention

_LINES = (Path(__file__).parent / "data" / "events.tsv").read_text("utf-8").splitlines()
_ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))
_MODALITIES = {"planned", "hypothetical", "alleged"}


def _role(doc: Doc, mention: EventMention, role: str) -> list[str]:
    return [doc.text[a.start : a.end] for a in mention.arguments if a.role == role]


def _roles(mention: EventMention) -> list[str]:
    return [argument.role for argument in mention.arguments]


def _counted(doc: Doc, mention: EventMention) -> str:
    """The ranges of the counts in the recipients, as in the table."""
    spans = [(a.start, a.end) for a in mention.arguments if a.role == "recipient"]
    inside = [c for c in doc._.counts if any(s <= c.start and c.end <= e for s, e in spans)]
    return "+".join(f"{c.low}-{'' if c.high is None else c.high}" for c in inside)


def _found(doc: Doc, trigger: str) -> EventMention:
    matching = [m for m in doc._.mentions if m.exact == trigger]
    assert matching, [m.exact for m in doc._.mentions]
    found: EventMention = matching[0]
    return found


@pytest.mark.parametrize("row", _ROWS, ids=lambda r: f"{r['sentence'][:40]}|{r['trigger']}")
def test_table(telling: Language, row: dict[str, str]) -> None:
    doc = telling(row["sentence"])
    if not row["kind"]:
        assert row["trigger"] not in {m.exact for m in doc._.mentions}
        assert row["trigger"] != "-" or not doc._.mentions
        return
    mention = _found(doc, row["trigger"])
    flags = set((row["flags"] or "").split())
    assert mention.kind == row["kind"]
    assert (mention.affects or "") == row["affects"]
    assert not row["affects"] or _counted(doc, mention) == row["count"]
    assert mention.negated == ("neg" in flags)
    assert mention.background == ("bg" in flags) == (mention.background_because is not None)
    assert mention.modality == next(iter(flags & _MODALITIES), "actual")
    tied = doc.text[mention.tied_to :] if mention.tied_to is not None else ""
    assert tied.startswith(row["tied"] or "") and bool(tied) == bool(row["tied"])


def test_actor_and_recipient(telling: Language) -> None:
    doc = telling("Two guards were killed by a gunman.")
    mention = _found(doc, "killed")
    assert _role(doc, mention, "recipient") == ["Two guards"]
    assert _role(doc, mention, "actor") == ["a gunman"]


def test_a_second_verb_shares_the_subject(telling: Language) -> None:
    doc = telling("The militia attacked the base and killed three soldiers.")
    assert _role(doc, _found(doc, "killed"), "actor") == ["The militia"]
    assert _role(doc, _found(doc, "killed"), "recipient") == ["three soldiers"]


def test_attack_on_someone_by_someone(telling: Language) -> None:
    doc = telling("The attack on a convoy by rebels began at dawn.")
    mention = _found(doc, "attack")
    assert _role(doc, mention, "recipient") == ["a convoy"]
    assert _role(doc, mention, "actor") == ["rebels"]


def test_the_weapon(telling: Language) -> None:
    doc = telling("He stabbed a clerk with a knife.")
    assert _role(doc, _found(doc, "stabbed"), "weapon") == ["a knife"]


def test_two_verbs_two_numbers(telling: Language) -> None:
    doc = telling("The strike killed four soldiers and wounded nine civilians.")
    assert _counted(doc, _found(doc, "killed")) == "4-4"
    assert _counted(doc, _found(doc, "wounded")) == "9-9"


def test_what_sets_an_event_apart(telling: Language) -> None:
    doc = telling("Nobody was hurt in a second explosion.")
    assert _found(doc, "explosion").distinct == "second"


def test_why_a_type_is_missing(telling: Language) -> None:
    mention = _found(telling("A train derailed."), "derailed")
    assert mention.event_type is None
    assert mention.why_null == {"event_type": "not-in-scheme", "mode": "not-in-scheme"}


_SWAPS = [
    ("rioters", "protesters", "demonstrators"),
    ("terrorists", "militants", "insurgents"),
]
_TEMPLATES = [
    "At least 14 {0} were killed when {0} attacked the base.",
    "Police shot three {0} and arrested dozens of {0}.",
    "The {0} stormed the embassy and killed two guards.",
]


@pytest.mark.parametrize("labels", _SWAPS)
@pytest.mark.parametrize("template", _TEMPLATES)
def test_labels_change_no_fact(telling: Language, labels: tuple[str, ...], template: str) -> None:
    told = []
    for label in labels:
        doc = telling(template.format(label))
        told.append(
            [
                (m.exact, m.kind, m.mode, m.affects, m.negated, _counted(doc, m), *_roles(m))
                for m in doc._.mentions
            ]
        )
    assert all(each == told[0] for each in told)


def _time(text: str, words: str, day: str) -> TimeMention:
    start = text.index(words)
    return TimeMention(
        start=start,
        end=start + len(words),
        exact=words,
        timex=day,
        type="DATE",
        earliest=day,
        latest=day,
        granularity="day",
        anchor="text",
        rule="test",
    )


def test_times_and_an_earlier_date(telling: Language) -> None:
    text = "Gunmen killed two clerks on May 9, 2031. Rebels killed nine guards on June 2, 2029."
    doc = telling.make_doc(text)
    doc._.published = dt.date(2031, 5, 10)
    doc._.times = (
        _time(text, "May 9, 2031", "2031-05-09"),
        _time(text, "June 2, 2029", "2029-06-02"),
    )
    now, then = [m for m in telling(doc)._.mentions if m.exact == "killed"]
    assert _role(doc, now, "time") == ["May 9, 2031"]
    assert not now.background
    assert then.background and then.background_because is not None
    assert "June 2, 2029" in then.background_because


def test_the_place_in_the_clause(telling: Language) -> None:
    text = "Police in Denholm said a bomb exploded in Larnos."
    doc = telling.make_doc(text)
    doc._.places = tuple(
        PlaceMention(
            start=text.index(name),
            end=text.index(name) + len(name),
            exact=name,
            name=name,
            kind="settlement",
            country_code=None,
            lat=None,
            lon=None,
            geonameid=None,
        )
        for name in ("Denholm", "Larnos")
    )
    doc = telling(doc)
    assert _role(doc, _found(doc, "exploded"), "place") == ["Larnos"]


def test_nothing_from_tags(telling: Language) -> None:
    doc = telling.make_doc("Tags: attack, three people killed")
    doc._.sections = (Section(start=0, end=len(doc.text), kind="tags"),)
    assert telling(doc)._.mentions == ()


def test_a_document_without_a_parse() -> None:
    from spacy.vocab import Vocab

    from rashomon.language.events import Eventer
    from rashomon.language.extensions import register

    register()
    doc = Eventer()(Doc(Vocab(), words=["Three", "people", "died", "."]))
    assert doc._.mentions == ()


_WORDS = [
    *("killed", "shot", "dead", "the", "attack", "on", "by", "who", "was", "and", "said", "if"),
    *("five", "people", "opened", "fire", "since", "death", "toll", "rose", "to", "a", "of", "in"),
    *(
        ",",
        ".",
        "“",
        "”",
        "’s",
        "not",
        "no",
        "reports",
        "casualties",
        "\n\n",
        "\u202e",
        "\x00",
        "🙂",
    ),
]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(_WORDS), max_size=30))
def test_any_words_give_spans_inside_the_text(telling: Language, words: list[str]) -> None:
    doc = telling(" ".join(words))
    starts = {m.start for m in doc._.mentions}
    assert list(doc._.mentions) == sorted(doc._.mentions, key=lambda m: m.start)
    for mention in doc._.mentions:
        assert doc.text[mention.start : mention.end] == mention.exact
        assert mention.tied_to is None or mention.tied_to in starts - {mention.start}
        assert all(0 <= a.start < a.end <= len(doc.text) for a in mention.arguments)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "\x00\x00",
        "killed " * 2000,
        "shot and " * 1500,
        "in the attack " * 800,
        "the killing of " * 800 + "two men",
        "two \u202enem\u202c men were shot",
        "🙂 12 🙂 people 🙂 died 🙂",
        "(" * 2000,
    ],
    ids=range(10),
)
def test_hostile_text(telling: Language, text: str) -> None:
    for mention in telling(text)._.mentions:
        assert text[mention.start : mention.end] == mention.exact


def test_triggers_do_not_overlap(telling: Language) -> None:
    doc = telling("Two men were shot and killed, and a car bomb went off in a suicide bombing.")
    found = list(triggers(doc))
    assert all(a.end <= b.start for a, b in pairwise(found))
