"""Rashomon: one incident, every account.

    import rashomon

    dossier = rashomon.compare(["a.txt", "b.html", {"text": "...", "published": "2019-12-31"}])
    dossier.incidents[0].killed
    dossier.save("out/")

It never says what is true. It says who says what.
"""

from rashomon._version import __version__
from rashomon.face import AnnotatedReport, Dossier, annotate, annotate_many, compare, load, schema
from rashomon.model.report import Report

__all__ = [
    "AnnotatedReport",
    "Dossier",
    "Report",
    "__version__",
    "annotate",
    "annotate_many",
    "compare",
    "load",
    "schema",
]
