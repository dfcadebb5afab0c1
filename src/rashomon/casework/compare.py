"""The main job: reports in, dossier out. The whole street, walked once."""

from collections.abc import Callable, Iterator, Sequence

from rashomon._version import __version__
from rashomon.casework.assembly import Pile, assemble
from rashomon.casework.casts import join_casts
from rashomon.casework.crowds import join_crowds
from rashomon.casework.letters import letters_in
from rashomon.casework.resolving import resolve
from rashomon.claims import episodes
from rashomon.data import fingerprint as lexicons_fingerprint
from rashomon.language import pipeline
from rashomon.linking.clusters import cluster
from rashomon.linking.copies import find_copies
from rashomon.linking.dating import published_ranges, told_as_past
from rashomon.model.annotations import Annotated
from rashomon.model.dossier import Dossier, MadeWith
from rashomon.model.report import Report
from rashomon.model.settings import Settings

Progress = Callable[[int, int], None]


def annotate(reports: Sequence[Report], settings: Settings) -> Iterator[Annotated]:
    """The reports with what the language room finds in them, in order."""
    return pipeline.annotate(reports, pipeline.load(settings.pipeline))


def compare(
    reports: Sequence[Report], settings: Settings, progress: Progress | None = None
) -> Dossier:
    """The dossier of the reports; the same for any order of them."""
    ordered = sorted(reports, key=lambda report: report.id)
    annotated = []
    for done, each in enumerate(annotate(ordered, settings), start=1):
        annotated.append(each)
        if progress:
            progress(done, len(ordered))
    return put_together(annotated, settings)


def put_together(annotated: Sequence[Annotated], settings: Settings) -> Dossier:
    """The dossier of reports that have been annotated: all that is cheap and can be done again."""
    annotated = sorted(annotated, key=lambda each: each.report.id)
    told = [episode for each in annotated for episode in episodes(each)]
    resolved = resolve(told)
    joined = join_casts(cluster(resolved.episodes), resolved)
    clusters, actors = join_crowds(joined.clusters, joined.actors, joined.casts)
    pile = Pile(
        annotated=tuple(annotated),
        clusters=clusters,
        ranges=published_ranges(clusters),
        floors=told_as_past(clusters),
        copies=find_copies(annotated, resolved.voice_at),
        voices=joined.voices,
        actors=actors,
        letters={each.report.id: letters_in(each) for each in annotated},
    )
    return assemble(pile, settings, made_with(settings))


def made_with(settings: Settings) -> MadeWith:
    """With what this installation makes dossiers."""
    return MadeWith(
        version=__version__,
        pipeline=settings.pipeline,
        pipeline_sha256=pipeline.fingerprint(settings.pipeline),
        lexicons_sha256=lexicons_fingerprint(),
        settings=settings.model_dump(),
        decisions_sha256=None,
        why_null={"decisions_sha256": "not-stated"},
    )
