"""The three invented reports."""

from rashomon.model.claims import Who
from rashomon.model.spans import Piece, Span

TEXTS = {
    "r1": (
        "At least four people were killed and nine hurt when a bomb went off at the Larnos ferry "
        "terminal on Monday night, police spokesman Ilias Dranov said. Our reporter counted six "
        "ambulances.\n\n“A flash, then nothing but glass,” a kiosk owner recalled.\n\n"
        "@pier_nine · 13 May: the whole quay shook, people running from gate two"
    ),
    "r2": (
        "LARNOS (Reuters) — Four people were killed in a bombing at the ferry terminal in Larnos, "
        "police said. Dozens were wounded, according to witnesses. It was the worst attack since "
        "gunmen killed twelve there in 2019, when raiders of the so-called Tide fired on a queue.\n"
        "Tags: Larnos, ferries"
    ),
    "r3": (
        "Seven people died in Monday’s blast, Larnos city hospital said on Wednesday. Eight are "
        "still being treated. The Free Harbour Movement denied any part in it, though ministers "
        "blame the group. The movement, which is not the Harbour Guard, calls itself a union. "
        "No one was killed in a second explosion, the fire service said."
    ),
}
OUTLETS = {"r1": "Harbour Daily", "r2": "The Strait", "r3": "Canal Nine"}
PEOPLE = Who(label="people", why_null={"actor": "not-stated", "side": "not-stated"})


def span(report: str, words: str) -> Span:
    start = TEXTS[report].index(words)
    return Span(report=report, start=start, end=start + len(words), exact=words)


def piece(report: str, words: str) -> Piece:
    found = span(report, words)
    return Piece(start=found.start, end=found.end, exact=found.exact)
