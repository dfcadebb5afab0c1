"""``claimreview``: schema.org ClaimReview, one for each account of a property.

A ClaimReview carries somebody's verdict. Rashomon gives none: the rating is the status in words
("disputed"), without a number, and whoever publishes it adds the author and the date.
"""

from collections.abc import Iterator
from typing import Any

from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding, Reading
from rashomon.model.incidents import Incident
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.exports import telling
from rashomon.publishing.exports.parts import Exported, Loss, json_bytes
from rashomon.publishing.exports.telling import Shelf
from rashomon.publishing.hostile import web_address

_MADE_OF = {"person": "Person", "official": "Thing", "unnamed": "Thing"}
"""What an author is; of officials some are people and some are offices."""
Json = dict[str, Any]


def export(dossier: Dossier) -> Exported:
    """``claimreview.jsonld``: one graph of reviews."""
    book = Shelf(dossier)
    reviews = [
        _review(incident, finding, number, reading, book)
        for incident in dossier.incidents
        for finding in incident.findings
        for number, reading in enumerate(finding.readings, start=1)
    ]
    content = {"@context": "https://schema.org", "@graph": reviews}
    return Exported({"claimreview.jsonld": json_bytes(content)}, (*_ALWAYS, *_losses(dossier)))


_ALWAYS = (
    Loss("all", "author, datePublished, url", "of the review: to be filled by who publishes it"),
    Loss("all", "reviewRating.ratingValue", "Rashomon says who says what, never what is true"),
    Loss("all", "offsets, chains of voices, copies", "a Claim has an author and appearances"),
    Loss("all", "low, best and high of a property", "each account is reviewed by itself"),
)


def _losses(dossier: Dossier) -> Iterator[Loss]:
    weighed = {
        c for i in dossier.incidents for f in i.findings for r in f.readings for c in r.claims
    }
    for claim in dossier.claims:
        if claim.id not in weighed:
            why = words.left_out(claim) if claim.why_not else "no account of the record holds it"
            yield Loss(claim.id, f"claim on {words.PROPERTY[claim.property]}", why)
    for report in dossier.reports:
        if web_address(report.url) is None:
            yield Loss(report.id, "appearance", "the report has no web address")


def _review(
    incident: Incident, finding: Finding, number: int, reading: Reading, book: Shelf
) -> Json:
    name = words.PROPERTY[finding.property]
    claimed = f"{name}: {telling.plain(value_words(reading.value, book))}"
    claims = [book.claims[each] for each in reading.claims if each in book.claims]
    return {
        "@type": "ClaimReview",
        "@id": f"urn:rashomon:{telling.urn(finding.id)}:{number}",
        "claimReviewed": f"{incident.title} – {claimed}",
        "inLanguage": "en",
        "itemReviewed": _claim(claims, claimed, reading, book),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": words.STATUS[finding.status][0],
            "ratingExplanation": telling.plain(book.readable(finding.derivation)),
        },
    }


def _claim(claims: list[Claim], claimed: str, reading: Reading, book: Shelf) -> Json:
    seen = [_appearance(each, book) for each in claims]
    dated = sorted(
        (each for each in seen if "datePublished" in each), key=lambda each: each["datePublished"]
    )
    found = {
        "@type": "Claim",
        "name": claimed,
        "author": [_author(each, book) for each in reading.primary_sources],
        "datePublished": dated[0]["datePublished"] if dated else None,
        "appearance": seen,
        "firstAppearance": dated[0] if dated else None,
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def _author(voice: str, book: Shelf) -> Json:
    kind = book.voice_kinds.get(voice, "unnamed")
    return {
        "@type": _MADE_OF.get(kind, "Organization"),
        "name": telling.plain(book.voice_name(voice)),
    }


def _appearance(claim: Claim, book: Shelf) -> Json:
    """Where a claim stands: the article, with the sentence."""
    report = book.reports[claim.span.report]
    found = {
        "@type": "NewsArticle",
        "@id": f"urn:rashomon:{telling.urn(claim.id)}",
        "url": web_address(report.url),
        "headline": report.title,
        "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
        "datePublished": report.published,
        "inLanguage": report.language,
        "text": claim.sentence.exact,
    }
    return {name: value for name, value in found.items() if value is not None}
