"""The whole record of a pile of reports: what ``dossier.json`` holds."""

from typing import Any, Literal

from pydantic import Field

from rashomon.model.annotations import Annotations
from rashomon.model.base import Frozen, WhyNull
from rashomon.model.claims import Claim
from rashomon.model.copies import Copy
from rashomon.model.incidents import Incident
from rashomon.model.report import PublishedBasis, PublishedRange
from rashomon.model.voices import Actor, Voice

FORMAT: Literal["rashomon-dossier/1"] = "rashomon-dossier/1"


class MadeWith(Frozen):
    """With what the dossier was made, so that it can be made again."""

    version: str
    pipeline: str
    pipeline_sha256: str
    lexicons_sha256: str
    settings: dict[str, str | int | float | bool | None]
    decisions_sha256: str | None
    why_null: WhyNull = Field(default_factory=dict)


class DossierReport(Frozen):
    """A report as the dossier shows it: what was read, and what was found in it."""

    id: str
    source: str
    sha256: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    published_range: PublishedRange | None
    published_basis: PublishedBasis
    language: str | None
    text: str = Field(repr=False)
    main_incident: str | None
    incidents: tuple[str, ...]
    annotations: Annotations
    why_null: WhyNull = Field(default_factory=dict)


class Dossier(Frozen):
    """Everything, in the order of CONTRACT.md."""

    format: Literal["rashomon-dossier/1"] = FORMAT
    made_with: MadeWith
    reports: tuple[DossierReport, ...]
    voices: tuple[Voice, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]
    incidents: tuple[Incident, ...]

    def to_dict(self) -> dict[str, Any]:
        """The dictionary of CONTRACT.md, ready for ``json.dumps``."""
        return self.model_dump(mode="json", by_alias=True)
