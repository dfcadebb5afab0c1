"""Words for an event that tell of none anew: "the raid", "called it a massacre"."""

import re
from typing import Literal

from rashomon.claims.account import Account
from rashomon.data.kinds import kind
from rashomon.model.annotations import EventMention

Pointing = Literal["", "back", "name"]

_LOOK = 60
_BACK = re.compile(
    r"\b(?:the|this|that|these|those)\s+(?:(?!first|second|third|other|new)[a-z]{3,12}\s+)?$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\s+(?:of|in|at|near|that|which|who|where|when|by|against|on)\b", re.IGNORECASE)
"""What follows a noun that says by itself which event is meant."""
_NAME = re.compile(
    r"\b(?:"
    r"(?:this|it|that|what happened)\s+(?:is|was|were|amounted to|amounts to)(?:\s+\w+ly)?"
    r"|(?:call(?:s|ed|ing)?|label(?:s|led|ed)?|brand(?:s|ed)?|term(?:s|ed)?|denounc(?:es|ed|ing)"
    r"|condemn(?:s|ed|ing)?|describ(?:es|ed|ing))\s+(?:it|this|the\s+\w+)(?:\s+as)?"
    r"|(?:spoke|speaks|speak|spoken|talk(?:s|ed)?)\s+of"
    r")\s+an?\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


def pointing(mention: EventMention, account: Account) -> Pointing:
    """ "name": somebody only gives what was told a name; "back": the noun takes it up again."""
    text = account.report.text
    before = text[max(0, mention.start - _LOOK) : mention.start].replace("\n", " ")
    if _NAME.search(before):
        return "name"
    if _BACK.search(before) and not _OWN.match(text, mention.end):
        return "back"
    return ""


def akin(one: str, other: str) -> bool:
    """Whether two words for an event may be looser and stricter names of one: two for violence, or
    two that share a wider word."""
    first, second = ({name} | kind(name).within for name in (one, other))
    return bool(first & second)
