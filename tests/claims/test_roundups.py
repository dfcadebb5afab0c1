"""Bulletins, digests and lists of several incidents. All fiction."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.numbers import exactly
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
MARKS = ["- ", "• ", "1. ", "4) ", "* ", "", "– "]
ITEMS = [
    "Two men were shot dead in Larnos on Sunday.",
    "A bomb went off in Velmar on Monday, killing a nurse.",
    "The flower market was a success.",
    "A tram collided with a van in Orsk on Saturday. Nobody was hurt.",
    "",
]
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


@pytest.mark.parametrize(
    "text",
    [
        """Weekend violence

- A 19-year-old man was shot dead on Saturday night in Toledo.
- A woman was stabbed outside a bakery in Akron early on Sunday and died.
- In Dayton, two brothers were wounded when gunmen fired at their car on Sunday.
""",
        """Duty desk, last 24 hours

- Leeds: A man was stabbed outside a chip shop. He died in hospital.
- Bradford: Two people died in a house fire.
""",
        """Security incidents, 1 to 7 June

- Kidal: Gunmen ambushed a lorry and killed two drivers.
- Gao: A mortar shell hit a school; one guard was injured.
- Mopti: Three herders were abducted.
""",
        """The night in brief

a) Genoa: a tanker caught fire in the harbour; two sailors died.

b) Turin: police shot a man dead after a chase.
""",
        """Weekend shootings

- A man, 24, was shot dead in an alley on Saturday.
- A woman was wounded in a drive-by shooting on Sunday night.
""",
        """Eleven people were shot, three fatally, in separate attacks in Dayton this weekend.

- At 11 p.m. on Friday a man was shot dead outside a bar.
- On Saturday a girl of 15 was shot in the leg as she waited for a bus.
- A man was found shot dead in a car on Sunday morning.
""",
        """07:30 Leeds: A lorry driver was stabbed at a service station.

09:10 York: A factory caught fire. Two people died.
""",
    ],
)
def test_items_with_events_and_places_of_their_own_make_a_round_up(tell: Reader, text: str) -> None:
    told = tell(text)
    assert sum(each.item for each in told) > 1
    assert not any(each.main for each in told)


def test_the_figures_of_an_item_stay_in_it(tell: Reader) -> None:
    killed = [[c.value for c in each.claims if c.property == "killed"] for each in tell(BULLETIN)]
    assert killed == [[exactly(2)], [exactly(3)]]


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
        """Gunman kills seven at Toledo bakery

A gunman killed seven people at a bakery in Toledo on Monday, police said.

What we know

- The shooting began at about 8 a.m. on Monday.
- Police shot the gunman dead on Tuesday at a motel.
- The man had bought the rifle in Akron.
""",
        """Nine killed in Leeds fire

Nine people died when a fire broke out in a block of flats in Leeds on Monday.

Timeline

- Monday: The fire broke out on the third floor.
- Tuesday: A tenth resident died in hospital.
- Wednesday: Hundreds protested outside the town hall.
""",
        """Floods kill 40 across the province

Floods killed at least 40 people on Monday, the disaster agency said.

- Kidal: 12 people died and 300 houses were destroyed.
- Gao: flood water killed nine people.
- Mopti: 19 people drowned.
""",
        """LIVE: Strike on Lyon depot

14:05 Two rockets hit a depot in Lyon.

15:30 Nantes: The prime minister condemned the strike.

16:10 Paris: Hundreds protested against the attack.
""",
        """How the siege unfolded

Three men took 20 people hostage in a bank in Genoa on Monday.

1. At 9 a.m. the men entered the bank and shot a guard.
2. At noon police stormed the building.
3. The attack left four people dead.
""",
        """Key points

- A suicide bomber struck a wedding in Kidal on Saturday night.
- At least 14 guests were killed and 30 wounded, the governor said.
- The attack was the third in a month.
- The bomber was shot at by guards before he blew himself up.
""",
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


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(MARKS), st.sampled_from(ITEMS)), max_size=5))
def test_any_list_can_be_read(tell: Reader, items: list[tuple[str, str]]) -> None:
    text = "\n\n".join(f"{mark}{item}" for mark, item in items)
    told = tell(text)
    assert sum(each.main for each in told) <= 1
    dead = [c for e in told for c in e.claims if c.property == "killed"]
    assert len({claim.id for claim in dead}) == len(dead)
    assert {c.span.start for c in dead} == {
        found.start() for found in re.finditer("Two men were shot dead|killing a nurse", text)
    }
    for claim in dead:
        assert text[claim.span.start : claim.span.end] == claim.span.exact


STATEMENT = """RELIEF OFFICE OF VALENCIA
20 July 2022

1. On 18 July a ferry with 95 people on board capsized off Malaga.

2. As of now 27 bodies have been recovered.

3. The owner of the ferry has been arrested.

4. On 19 July the roof of a school in Murcia collapsed, killing two pupils.
"""


def test_numbered_paragraphs_go_on_with_the_incident_before(tell: Reader) -> None:
    told = tell(STATEMENT, published="2022-07-20")
    counts = [{c.value for c in each.claims if c.property == "killed"} for each in told]
    assert counts == [{exactly(27)}, {exactly(2)}]
