"""What can hold together is no contradiction: places, times, actors."""

import pytest

from rashomon.model.claims import ActorValue, ResponsibleValue, WhenValue, WhereValue
from rashomon.weighing.places import may_both_hold, same_place, wider


def place(name, precision=1, country="LA", point=None, geonameid=None):
    lat, lon = point or (None, None)
    return WhereValue(
        name=name,
        country_code=country,
        lat=lat,
        lon=lon,
        geonameid=geonameid,
        precision=precision,
    )


BRASK, MARL, DOL = (40.0, 20.0), (40.1, 20.1), (41.5, 20.0)  # Marl 14 km, Dol 167 km from Brask
TOWN = place("Brask", point=BRASK, geonameid=1)
HALL = place("Brask market hall", point=BRASK)
PLACES = {
    "town": TOWN,
    "town again": place("Brāsk", point=BRASK, geonameid=1),
    "hall": HALL,
    "hall, short": place("market hall in Brask", point=BRASK),
    "hall in Dol": place("grain hall in Dol", point=DOL),
    "two-word hall": place("grain hall", point=BRASK),
    "two-word hall elsewhere": place("Grain Hall", point=DOL),
    "U.N. office": place("U.N. office", point=BRASK),
    "UN office": place("UN Office in Larnia", point=BRASK),
    "next town": place("Marl", point=MARL, geonameid=2),
    "far town": place("Dol", point=DOL, geonameid=3),
    "near far town": place("post near Dol", 2, point=DOL),
    "country": place("Larnia", 6, point=(39.0, 19.0), geonameid=4),
    "neighbour": place("Ossia", 6, "OS", (45.0, 30.0), 5),
    "province": place("Low Larnia", 4, point=(40.2, 20.2), geonameid=6),
    "other province": place("High Larnia", 4, point=(42.0, 21.0), geonameid=7),
    "nowhere": place("Long Street", country=None),
}


@pytest.mark.parametrize(
    ("one", "other", "same", "hold"),
    [
        ("town", "town again", True, True),
        ("U.N. office", "UN office", True, True),
        ("hall", "town", False, True),
        ("hall", "country", False, True),
        ("town", "province", False, True),
        ("town", "next town", False, True),
        ("town", "far town", False, False),
        ("town", "near far town", False, False),
        ("hall", "far town", False, True),
        ("hall in Dol", "town", False, False),
        ("two-word hall", "two-word hall elsewhere", True, True),
        ("hall", "neighbour", False, False),
        ("country", "neighbour", False, False),
        ("town", "neighbour", False, False),
        ("province", "other province", False, False),
        ("far town", "province", False, True),
        ("nowhere", "town", False, True),
        ("nowhere", "neighbour", False, True),
        ("hall", "U.N. office", False, True),
    ],
)
def test_pairs_of_places(one, other, same, hold):
    for first, second in ((one, other), (other, one)):
        assert same_place(PLACES[first], PLACES[second]) is same
        assert may_both_hold(PLACES[first], PLACES[second]) is hold


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("town", "hall", True), ("country", "town", True), ("hall", "town", False)],
)
def test_wider(one, other, expected):
    assert wider(PLACES[one], PLACES[other]) is expected


@pytest.fixture
def four(pile):
    """Four outlets, each with a source of its own."""
    for number, (outlet, source) in enumerate(
        [("Inland Post", "police"), ("Morning Ferry", "clinic"), ("Radio Twelve", "mayor")], 1
    ):
        pile.report(f"r{number}", outlet, "2031-03-12")
        pile.voice(source)
    pile.report("r4", "Hill Letter")
    pile.voice("monitors")
    return pile


SOURCES = {"r1": "police", "r2": "clinic", "r3": "mayor", "r4": "monitors"}


def tell(pile, prop, report, words, value, source=None, **more):
    sentence = more.pop("sentence", f"It was {words}, they said in {report}.")
    through = (source or SOURCES[report],)
    return pile.say(report, sentence, words, value, prop=prop, through=through, **more)


def found(pile, prop):
    return next(f for f in pile.weigh().findings if f.property == prop)


@pytest.mark.parametrize(
    ("told", "status", "conflicts", "readings"),
    [
        # names of one building, the town around it and the country are no quarrel
        (["hall", "hall, short", "town"], "agreed", 0, 2),
        (["hall", "town", "country"], "compatible", 0, 3),
        (["town", "town again"], "agreed", 0, 1),
        (["town", "next town"], "compatible", 0, 2),
        # far towns, two countries
        (["town", "far town"], "disputed", 1, 2),
        (["country", "neighbour"], "disputed", 1, 2),
        (["hall", "town", "far town"], "disputed", 1, 3),
        (["town", "nowhere"], "compatible", 0, 2),
    ],
)
def test_places_of_an_incident(four, told, status, conflicts, readings):
    for report, name in zip(("r1", "r2", "r3"), told, strict=False):
        tell(four, "where", report, PLACES[name].name, PLACES[name])
    where = found(four, "where")
    assert (where.status, len(where.conflicts), len(where.readings)) == (
        status,
        conflicts,
        readings,
    )


def test_a_wider_place_adds_no_support(four):
    tell(four, "where", "r1", "Brask", TOWN)
    tell(four, "where", "r2", "Larnia", PLACES["country"])
    where = found(four, "where")
    assert [reading.value.name for reading in where.readings] == ["Brask", "Larnia"]
    assert where.readings[0].independent.low == 1
    assert "a wider place" in where.derivation


def test_several_sites_of_one_source_are_no_contradiction(four):
    sentence = "Depots in Larnia and Ossia were hit, police said."
    tell(four, "where", "r1", "Larnia", PLACES["country"], sentence=sentence)
    tell(
        four,
        "where",
        "r1",
        "Ossia",
        PLACES["neighbour"],
        sentence=sentence,
        same_sentence=True,
    )
    tell(four, "where", "r2", "Ossia", PLACES["neighbour"])
    assert found(four, "where").conflicts == ()


@pytest.mark.parametrize(
    ("words", "conflicts"), [("It was Dol, the mayor said.", 0), ("The mayor said Dol instead.", 1)]
)
def test_one_report_contradicts_itself_only_where_it_says_so(four, words, conflicts):
    tell(four, "where", "r1", "Brask", TOWN)
    tell(four, "where", "r1", "Dol", PLACES["far town"], source="mayor", sentence=words)
    assert len(found(four, "where").conflicts) == conflicts


def test_the_embassy_between_two_stays_alone(four):
    for report, name in (("r1", "Larnian embassy"), ("r2", "Ossian embassy"), ("r3", "embassy")):
        tell(four, "where", report, name, place(name, point=BRASK))
    assert len(found(four, "where").readings) == 3


def when(earliest, latest=None, granularity="day"):
    return WhenValue(earliest=earliest, latest=latest or earliest, granularity=granularity)


OPEN = WhenValue(earliest=None, latest=None, granularity="day")
TUESDAY = ("Tuesday", when("2031-03-11"))
TIMES = {
    "Tuesday": TUESDAY,
    "Wednesday": ("Wednesday", when("2031-03-12")),
    "11 March 2031": ("11 March 2031", when("2031-03-11")),
    "afternoon": (
        "Tuesday afternoon",
        when("2031-03-11T12:00", "2031-03-11T17:59", "part-of-day"),
    ),
    "three": ("3 p.m.", when("2031-03-11T15:00", "2031-03-11T15:00", "minute")),
    "five": ("5 p.m.", when("2031-03-11T17:00", "2031-03-11T17:00", "minute")),
    "morning": ("Tuesday morning", when("2031-03-11T06:00", "2031-03-11T11:59", "part-of-day")),
    "late": ("late on Tuesday", when("2031-03-11T21:00", "2031-03-11T23:59", "part-of-day")),
    "early": (
        "early on Wednesday",
        when("2031-03-12T00:00", "2031-03-12T05:59", "part-of-day"),
    ),
    "next morning": (
        "Wednesday morning",
        when("2031-03-12T06:00", "2031-03-12T11:59", "part-of-day"),
    ),
    "week": ("earlier this week", when("2031-03-09", "2031-03-12", "week")),
    "Friday": ("Friday", when("2031-03-14")),
    "Friday night": ("Friday night", when("2031-03-14T18:00", "2031-03-14T23:59", "part-of-day")),
    "Friday noon": ("midday on Friday", when("2031-03-14T12:00", "2031-03-14T12:00", "hour")),
    "weekend": ("the weekend", when("2031-03-15", "2031-03-16")),
    "both days": ("Saturday and Sunday", when("2031-03-15", "2031-03-16")),
    "february": ("in February", when("2031-02-01", "2031-02-28", "month")),
    "that night": ("that night", when("2031-03-12T18:00", "2031-03-12T23:59", "part-of-day")),
    "this year": ("this year", when("2031-01-01", "2031-03-09", "year")),
    "other year": ("11 March", when("2029-03-11")),
    "other year, said": ("11 March 2029", when("2029-03-11")),
    "open Tuesday": ("Tuesday", OPEN),
    "open Monday": ("Monday", OPEN),
    "open week": ("last week", OPEN),
}


@pytest.mark.parametrize(
    ("told", "status", "conflicts", "readings"),
    [
        (["Tuesday", "11 March 2031"], "agreed", 0, 1),
        (["Tuesday", "Wednesday"], "disputed", 1, 2),
        (["Tuesday", "week"], "compatible", 0, 2),
        (["Tuesday", "february"], "disputed", 1, 2),
        (["Tuesday", "afternoon", "three"], "agreed", 0, 1),
        (["three", "five"], "agreed", 0, 1),
        (["morning", "late"], "disputed", 1, 1),
        (["late", "early"], "compatible", 0, 2),
        (["late", "next morning"], "compatible", 0, 2),
        (["afternoon", "early"], "disputed", 1, 2),
        (["late", "Wednesday"], "disputed", 1, 2),
        (["Tuesday", "open Tuesday"], "agreed", 0, 1),
        (["11 March 2031", "open Tuesday"], "agreed", 0, 1),
        (["Tuesday", "open Monday"], "compatible", 0, 2),
        (["Tuesday", "open week"], "compatible", 0, 2),
        (["open Tuesday", "open Monday"], "compatible", 0, 2),
        (["Tuesday", "Wednesday", "week"], "disputed", 1, 3),
        (["Friday", "weekend"], "compatible", 0, 2),
        (["Friday night", "weekend"], "compatible", 0, 2),
        (["Friday noon", "weekend"], "disputed", 1, 2),
        (["Friday", "both days"], "disputed", 1, 2),
        (["Tuesday", "that night"], "compatible", 0, 2),
        (["Tuesday", "this year"], "compatible", 0, 2),
        (["Tuesday", "other year"], "compatible", 0, 2),
        (["11 March 2031", "other year, said"], "disputed", 1, 2),
        (["Wednesday", "other year"], "disputed", 1, 2),
    ],
)
def test_times_of_an_incident(four, told, status, conflicts, readings):
    for report, name in zip(("r1", "r2", "r3"), told, strict=False):
        tell(four, "when", report, *TIMES[name])
    time = found(four, "when")
    assert (time.status, len(time.conflicts), len(time.readings)) == (status, conflicts, readings)


def test_a_reading_says_what_all_behind_it_say(four):
    for report, name in (("r1", "Tuesday"), ("r2", "afternoon"), ("r4", "open Tuesday")):
        tell(four, "when", report, *TIMES[name])
    (reading,) = found(four, "when").readings
    assert reading.value == when("2031-03-11")
    assert reading.independent.low == 3


def test_hours_alone_give_the_day_where_an_undated_report_names_only_that(four):
    tell(four, "when", "r1", *TIMES["afternoon"])
    tell(four, "when", "r4", *TIMES["open Tuesday"])
    time = found(four, "when")
    assert time.readings[0].value == when("2031-03-11")
    assert "whose words alone do not settle the day" in time.derivation


def test_two_tuesdays_leave_an_undated_one_alone(four):
    tell(four, "when", "r1", *TUESDAY)
    tell(four, "when", "r2", "Tuesday last week", when("2031-03-04"))
    tell(four, "when", "r4", *TIMES["open Tuesday"])
    assert len(found(four, "when").readings) == 3


def test_one_source_with_two_days_contradicts_nobody(four):
    tell(four, "when", "r1", *TUESDAY)
    tell(four, "when", "r1", *TIMES["Wednesday"])
    tell(four, "when", "r2", *TUESDAY)
    assert found(four, "when").conflicts == ()


def test_actors_stand_side_by_side(four):
    for report, actor in (("r1", "a1"), ("r2", "a2")):
        tell(four, "actor", report, "the gunmen", ActorValue(actor=actor))
    actor = found(four, "actor")
    assert (actor.status, actor.conflicts) == ("compatible", ())


def test_a_denied_place_beside_a_denied_toll_is_no_conflict_of_its_own(four):
    tell(four, "where", "r2", "Brask", TOWN)
    sentence = "Police denied that anyone was killed in Brask."
    tell(four, "killed", "r1", "anyone", (1, None), sentence=sentence, stance="denied")
    tell(
        four,
        "where",
        "r1",
        "Brask",
        TOWN,
        sentence=sentence,
        same_sentence=True,
        stance="denied",
    )
    assert found(four, "where").conflicts == ()


SENTENCES = [
    (
        "when",
        [("r1", *TUESDAY), ("r2", *TIMES["Wednesday"])],
        "“Tuesday” (11 March 2031) according to police (through Inland Post); “Wednesday” "
        "(12 March 2031) according to clinic (through Morning Ferry).",
    ),
    (
        "where",
        [("r1", "Brask", TOWN), ("r2", "Dol", PLACES["far town"])],
        "“Brask” according to police (through Inland Post); “Dol” according to clinic "
        "(through Morning Ferry).",
    ),
    (
        "responsible",
        [
            ("r1", "the front", ResponsibleValue(actor="Front", role="accused")),
            ("r2", "the front", ResponsibleValue(actor="Front", role="denied")),
        ],
        "Accusation of Front according to police (through Inland Post); denied by clinic "
        "(through Morning Ferry).",
    ),
]


@pytest.mark.parametrize(("prop", "claims", "sentence"), SENTENCES)
def test_conflicts_attribute(four, prop, claims, sentence):
    for claim in claims:
        tell(four, prop, *claim)
    (conflict,) = found(four, prop).conflicts
    assert conflict.explanation == sentence


def test_sources_through_one_outlet_are_named_together(four):
    tell(four, "when", "r1", *TUESDAY)
    tell(four, "when", "r1", *TUESDAY, source="clinic")
    assert found(four, "when").derivation == (
        "“Tuesday” (11 March 2031) from clinic and police (both through Inland Post)."
    )


def test_derivations_stay_short(four):
    for number in range(30):
        name = f"Quarter {number}"
        tell(four, "where", f"r{number % 3 + 1}", name, place(name, point=BRASK))
    where = found(four, "where")
    assert len(where.derivation.split()) <= 60
    assert "27 more below" in where.derivation
