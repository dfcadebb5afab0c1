"""``webannotation``: W3C Web Annotations, one for each claim.

The selectors hold in the text of the report as it is passed on, which is written beside them:
what is masked or not quoted there cannot be found by quote in the original either.
"""

from typing import Any

from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier, DossierReport
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.exports import telling
from rashomon.publishing.exports.parts import Exported, Loss, json_bytes
from rashomon.publishing.exports.telling import Shelf
from rashomon.publishing.hostile import web_address

CONTEXT = 32
"""Characters of a quote's prefix and suffix."""
Json = dict[str, Any]


def export(dossier: Dossier) -> Exported:
    """``annotations.jsonld``, and the text of each report as ``R1.txt``."""
    book = Shelf(dossier)
    items = [_annotation(claim, book.reports[claim.span.report], book) for claim in dossier.claims]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:rashomon:annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    texts = {_file(each, book): each.text.encode("utf-8", "replace") for each in dossier.reports}
    return Exported({"annotations.jsonld": json_bytes(page), **texts}, _LOSSES)


_LOSSES = (
    Loss("all", "positions in the original", "they hold in R1.txt …, the texts as passed on"),
    Loss("all", "chain, stance and scope as fields", "a body is text; they stand in its words"),
    Loss("all", "incidents, findings, conflicts, copies", "an annotation is of one place"),
    Loss("all", "creator, created", "to be filled by who publishes them"),
)


def _annotation(claim: Claim, report: DossierReport, book: Shelf) -> Json:
    start, end = claim.span.start, claim.span.end
    url = web_address(report.url)
    target: Json = {
        "type": "SpecificResource",
        "source": _file(report, book),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": claim.span.exact,
                "prefix": report.text[max(0, start - CONTEXT) : start],
                "suffix": report.text[end : end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
    return {
        "id": f"urn:rashomon:{telling.urn(claim.id)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": _bodies(claim, book),
        "target": {**target, "scope": url} if url else target,
    }


def _bodies(claim: Claim, book: Shelf) -> list[Json]:
    said = f"{words.PROPERTY[claim.property]}: {telling.plain(value_words(claim.value, book))}"
    chain = " → ".join(telling.plain(book.voice_name(hop.voice)) for hop in claim.chain)
    stance = "" if claim.stance == "asserted" else f" ({words.STANCE[claim.stance]})"
    text = f"{said}{stance}. Said by: {chain}." if chain else f"{said}{stance}."
    bodies = [_body(text, "describing"), _body(claim.property, "tagging")]
    return [*bodies, _body(claim.incident, "linking")] if claim.incident else bodies


def _body(text: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _file(report: DossierReport, book: Shelf) -> str:
    return f"{book.tag(report.id)}.txt"
