"""The incidents."""

from larnos_findings import findings, reading
from larnos_texts import PEOPLE

from rashomon.model.findings import Finding, Independent, Toll, TollPart
from rashomon.model.incidents import AcledType, Incident, Link, Relation, When, Where
from rashomon.model.numbers import exactly

NOWHERE = Where(
    name=None,
    facility=None,
    admin1=None,
    country=None,
    country_code=None,
    lat=None,
    lon=None,
    radius_km=None,
    geonameid=None,
    precision=None,
    why_null={"name": "ambiguous"},
)
NEVER = When(
    earliest=None,
    latest=None,
    granularity=None,
    edtf=None,
    precision=None,
    why_null={"earliest": "unresolved", "latest": "unresolved"},
)
NO_TOLL = Toll(why_null={"low": "not-stated", "best": "not-stated", "high": "not-stated"})


def bombing() -> Incident:
    return Incident(
        id="bombing",
        title="Bombing in Larnos, 13 May 2024",
        kind="bombing",
        event_type="ASSAULT",
        mode="explosives",
        acled=AcledType(
            event_type="Explosions/Remote violence", sub_event_type="Remote explosive/landmine/IED"
        ),
        modality="actual",
        reports=("r1", "r2", "r3"),
        main_in=("r1", "r2", "r3"),
        when=When(
            earliest="2024-05-13T18:00",
            latest="2024-05-13T23:59",
            granularity="part-of-day",
            edtf="2024-05-13",
            precision=1,
        ),
        where=Where(
            name="Larnos",
            facility="ferry terminal",
            admin1="South Aegean",
            country="Greece",
            country_code="GR",
            lat=37.4,
            lon=24.9,
            radius_km=2.5,
            geonameid=None,
            precision=1,
            why_null={"geonameid": "not-in-scheme"},
        ),
        killed=Toll(
            low=4,
            best=7,
            high=7,
            best_basis="independent",
            status="compatible",
            finding="f-killed",
            parts=(TollPart(who=PEOPLE, low=4, best=7, high=7),),
        ),
        injured=Toll(
            low=9, best=9, high=99, best_basis="independent", status="disputed", finding="f-injured"
        ),
        findings=findings(),
        relations=(Relation(type="compared-with", incident="shooting", claims=("r2-s",)),),
        silent_reports={"weapon": ("r2", "r3"), "responsible": ("r1", "r2")},
        links=(
            Link(report="r1", episode="e1", score=1.0, because="the first account"),
            Link(report="r2", episode="e2", score=0.94, because="same city, 0 days apart"),
            Link(report="r3", episode="e4", score=0.81, because="same city, share “ferry”"),
        ),
    )


def background() -> tuple[Incident, Incident]:
    shooting = Incident(
        id="shooting",
        title="Shooting in Larnos, 2019",
        kind="shooting",
        event_type=None,
        mode=None,
        acled=None,
        modality="actual",
        reports=("r2",),
        main_in=(),
        when=When(
            earliest="2019-01-01", latest="2019-12-31", granularity="year", edtf="2019", precision=5
        ),
        where=NOWHERE,
        killed=Toll(low=12, best=12, high=12, best_basis="independent", status="single-source"),
        injured=NO_TOLL,
        findings=(
            Finding(
                id="f-2019",
                property="killed",
                who=None,
                status="single-source",
                low=12,
                best=12,
                high=12,
                best_basis="independent",
                derivation="12 from Reuters alone.",
                independent=Independent(low=1, high=1),
                readings=(reading(exactly(12), "r2-s", "v-reuters", 1, 1),),
            ),
        ),
        silent_reports={},
        why_null={"event_type": "not-in-scheme", "acled": "not-in-scheme"},
    )
    second = Incident(
        id="second",
        title="Second explosion, undated",
        kind="air-strike",
        event_type=None,
        mode=None,
        acled=None,
        modality="alleged",
        reports=("r3",),
        main_in=(),
        when=NEVER,
        where=NOWHERE,
        killed=NO_TOLL,
        injured=NO_TOLL,
        silent_reports={"injured": ("r3",)},
    )
    return shooting, second
