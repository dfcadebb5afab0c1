"""``json``: the dossier itself."""

from rashomon.model.dossier import Dossier
from rashomon.publishing.exports.parts import Exported
from rashomon.publishing.record import to_json


def export(dossier: Dossier) -> Exported:
    """``dossier.json``; nothing is lost."""
    return Exported({"dossier.json": to_json(dossier).encode()}, ())
