"""The dossier in other people's formats, each with a report of what it could not hold."""

from rashomon.publishing.exports import (
    acled,
    claimreview,
    coding,
    ftm,
    graph,
    ibc,
    plover,
    tables,
    ucdp,
    webannotation,
)
from rashomon.publishing.exports.parts import (
    Exported,
    Exporter,
    Loss,
    csv_bytes,
    losses_table,
)
from rashomon.publishing.exports.whole import export as whole

FORMATS: dict[str, Exporter] = {
    "json": whole,
    "csv": tables.export,
    "acled": acled.export,
    "ucdp": ucdp.export,
    "plover": plover.export,
    "ibc": ibc.export,
    "xlsx": coding.export,
    "ftm": ftm.export,
    "prov": graph.export,
    "claimreview": claimreview.export,
    "webannotation": webannotation.export,
}
"""The formats by name. An exporter takes a dossier (what it gives out is masked before, see
``redaction``) and gives the files and the losses."""

LOSSES = "losses.csv"

__all__ = ["FORMATS", "LOSSES", "Exported", "Exporter", "Loss", "csv_bytes", "losses_table"]
