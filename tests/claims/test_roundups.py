"""Bulletins, digests and lists of several incidents. All fiction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.claims import episodes
from rashomon.model.annotations import Annotated
from rashomon.model.report import Report
from tests.claims.conftest import Reader

BULLETIN = """COAST GUARD DISTRICT THREE
Daily bulletin

1. VALENCIA. At about 9 p.m. on 10 June two men were shot dead outside a bar by a man in a mask.
2. MALAGA. On the morning of 11 June a fishing boat sank off the pier. Three people drowned.
3. Anyone who saw either is asked to call the duty officer.
"""
DIGEST = """The week in the hills

Kenya. Gunmen attacked a police post on Sunday and killed four officers, officials said.

Niger. A bomb exploded at a bus stop on Monday. Nine people were injured.

Burkina Faso. Protesters marched on Tuesday; nobody was hurt.
"""
BRIEFS = """Weekend in brief

- Lyon: A man was stabbed to death in a car park on Friday night.

- Nantes: A tram collided with a van on Saturday. Two passengers were injured.

- Rennes: The flower market was a success.
"""
DAYS = """Border log

1) On 3 June gunmen fired on a convoy near the ford. One driver was killed.

2) On 5 June a mine exploded under a tractor. Two farmers were wounded.
"""
LEAD = """Bomb kills six in Marseille

A bomb exploded in a market in Marseille on Monday, killing six people, police said.

Elsewhere in the region:

• Toulon: Two people were shot dead on Sunday.

• Nice: A warehouse burned down on Saturday. Nobody was hurt.
"""


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (BULLETIN, ["shooting", "accident"]),
        (DIGEST, ["attack", "bombing", "protest"]),
        (BRIEFS, ["stabbing", "accident"]),
        (DAYS, ["shooting", "explosion"]),
    ],
)
def test_each_item_tells_of_an_incident_of_its_own(
    tell: Reader, text: str, kinds: list[str]
) -> None:
    told = tell(text)
    assert [each.kind for each in told if each.item] == kinds
    assert not any(each.main for each in told)


def test_the_figures_of_an_item_stay_in_it(tell: Reader) -> None:
    killed = [
        [c.value.low for c in each.claims if c.property == "killed"]  # type: ignore[union-attr]
        for each in tell(BULLETIN)
    ]
    assert killed == [[2], [3]]


def test_an_item_lies_where_its_heading_says(tell: Reader) -> None:
    assert [each.sites[0].value.name for each in tell(DIGEST)] == ["Kenya", "Niger", "Burkina Faso"]


def test_a_story_with_briefs_below_it_is_about_the_story(tell: Reader) -> None:
    told = tell(LEAD)
    assert [(each.main, each.item) for each in told] == [
        (True, False),
        (False, True),
        (False, True),
    ]
    assert told[0].kind == "bombing"
    assert told[0].sites[0].value.name == "Marseille"


@pytest.mark.parametrize(
    "text",
    [
        # what one incident cost
        "A bomb exploded in Lyon on Monday, police said.\n\nAt a glance\n\n- 13 people dead\n\n"
        "- 40 wounded, six of them children\n\n- two buses burnt out\n",
        # one incident hour by hour
        "LIVE - Blast in Lyon\n\n21:10 - Police say that 13 people were killed by the bomb.\n\n"
        "19:40 - Forty people were wounded in the explosion, a hospital says.\n\n"
        "18:05 - A bomb has exploded in Lyon.\n",
        # the paragraphs of an order or letter
        "1. A bomb exploded at the station of Lyon on Monday.\n\n2. Nine people were killed.\n\n"
        "3. Police arrested a man on Tuesday.\n",
        # a dateline is no heading
        "LYON, June 10 - A bomb exploded on Monday.\n\nLyon - Nine people were killed.\n",
    ],
)
def test_a_list_about_one_incident_is_no_round_up(tell: Reader, text: str) -> None:
    told = tell(text)
    assert told[0].main
    assert not any(each.item for each in told)


def test_labels_and_groups_of_all_items_are_kept_once(tell: Reader) -> None:
    told = tell(
        "- Rebels of the Green Dawn Front killed two guards on Friday.\n\n"
        "- Militants of the Pale Coast Army attacked a bank on Saturday.\n"
    )
    labels = [label.span.start for e in told for actor in e.actors for label in actor.labels]
    assert len(labels) == len(set(labels)) == 2


@given(st.text(alphabet="1234.)-•: \nAb", max_size=80))
def test_any_list_can_be_read(text: str) -> None:
    report = Report(id="r1", source="r1", sha256="0", text=text)
    assert episodes(Annotated(report=report, annotations={}))  # type: ignore[arg-type]
