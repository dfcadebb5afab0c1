"""The index of very many incidents: search, filters, a map and a table that can be sorted."""

from collections import Counter
from collections.abc import Iterator

from rashomon.model.dossier import Dossier
from rashomon.model.findings import Toll
from rashomon.model.incidents import Incident
from rashomon.publishing import words
from rashomon.publishing.book import Book, Ref
from rashomon.publishing.cartography import Atlas
from rashomon.publishing.chronology import chronology
from rashomon.publishing.filters import Menu, menu
from rashomon.publishing.heads import notes
from rashomon.publishing.incidents import list_row, map_rows
from rashomon.publishing.many import FOLDER, UNPLACED, file_of
from rashomon.publishing.parting import conflict_views, parted_on
from rashomon.publishing.views import Detail
from rashomon.publishing.whole_pages import IndexView, ListRow

_PARTED = "a1"


def index_view(dossier: Dossier, made_with: tuple[Detail, ...], rest: bool) -> IndexView:
    """The index. ``rest``: whether there is a page of what belongs to no incident."""
    book, atlas = Book(dossier.model_copy(update={"incidents": ()}), dossier), Atlas()
    everywhere = atlas.of_all(dossier.incidents)
    kinds = _codes("k", [incident.kind for incident in dossier.incidents])
    lands = _codes("c", [incident.where.country or "" for incident in dossier.incidents])
    reports, incidents = len(dossier.reports), len(dossier.incidents)
    return IndexView(
        title=f"{incidents} incidents in {words.several(reports, 'report')}",
        lead=f"{words.several(reports, 'report')}, {incidents} incidents",
        notes=notes(dossier),
        rows=tuple(_row(each, book, kinds, lands) for each in dossier.incidents),
        menus=tuple(_menus(dossier, kinds, lands)),
        bases=atlas.bases,
        map=everywhere,
        map_rows=tuple(map_rows(dossier, book, f"{FOLDER}/")),
        chronology=chronology(dossier),
        rest=f"{FOLDER}/{UNPLACED}.html" if rest else "",
        made_with=made_with,
    )


def _codes(letter: str, names: list[str]) -> dict[str, str]:
    """A class for each name, since a name is no class."""
    known = sorted({name for name in names if name})
    return {name: f"{letter}{number}" for number, name in enumerate(known, start=1)}


def _menus(dossier: Dossier, kinds: dict[str, str], lands: dict[str, str]) -> Iterator[Menu]:
    counts = Counter(kinds[incident.kind] for incident in dossier.incidents if incident.kind)
    counts += Counter(lands.get(incident.where.country or "", "") for incident in dossier.incidents)
    counts[_PARTED] = sum(_parts(incident) > 0 for incident in dossier.incidents)
    yield menu("kind", "Kind", {code: words.plain(name) for name, code in kinds.items()}, counts)
    yield menu("country", "Country", {code: name for name, code in lands.items()}, counts)
    yield menu("accounts", "Accounts", {_PARTED: "where they part"}, counts)


def _parts(incident: Incident) -> int:
    """In how many places the accounts of an incident part."""
    found = {c for finding in incident.findings for c in finding.conflicts}
    return sum(conflict.type != "superseded" for conflict in found)


def _row(incident: Incident, book: Book, kinds: dict[str, str], lands: dict[str, str]) -> ListRow:
    parted = parted_on(conflict_views(incident.findings, book))
    href = f"{FOLDER}/{file_of(incident.id)}"
    row = list_row(incident, Ref(incident.title, href), parted, href)
    codes = (kinds.get(incident.kind, ""), lands.get(incident.where.country or "", ""))
    return ListRow(
        row=row,
        classes=" ".join([*filter(None, codes), *([_PARTED] if parted else [])]),
        when_key=incident.when.earliest or incident.when.latest or "",
        killed_key=_toll_key(incident.killed),
        injured_key=_toll_key(incident.injured),
    )


def _toll_key(toll: Toll) -> int:
    """What a toll is sorted by: the working figure, else the low end; none comes first."""
    known = toll.best if toll.best is not None else toll.low
    return -1 if known is None else known
