"""The outlet's own name in its report: "told the Velmaros Daily"."""

from collections.abc import Iterator

from rashomon.data.spelling import words
from rashomon.language.names.drafts import Draft, Evidence, Scene


def own_names(scene: Scene, outlet: str | None) -> Iterator[Draft]:
    """Every mention of the outlet, without its article; what else a lexicon or a noun makes of the
    same words ("Ministry of Fisheries" over its own bulletin) comes before this."""
    said = [word.folded for word in words(outlet or "") if word.folded != "the"]
    if not said:
        return
    folded = [word.folded for word in scene.words]
    for at in range(len(folded) - len(said) + 1):
        if folded[at] == said[0] and folded[at : at + len(said)] == said:
            first, last = scene.words[at], scene.words[at + len(said) - 1]
            if first.capital and last.capital:
                name = " ".join(scene.text[first.start : last.end].split())
                yield Draft(first.start, last.end, "outlet", name, Evidence.COUNTRY)
