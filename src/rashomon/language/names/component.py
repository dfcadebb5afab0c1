"""The spaCy component ``rashomon_names``."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.language import extensions
from rashomon.language.names import abbreviations, aliases, persons, shortened
from rashomon.language.names.drafts import Draft, Scene, settle
from rashomon.language.names.entities import country_names, entity_names, persons_by_post
from rashomon.language.names.lexical import known_names
from rashomon.language.names.nouns import named_by_nouns
from rashomon.language.names.own import own_names
from rashomon.model.annotations import NameMention

extensions.register()


def find_names(doc: Doc) -> tuple[NameMention, ...]:
    """All names of a document by start, none overlapping another.

    What the text itself says of an abbreviation comes first, then the lexicons and the nouns that
    give a name away (the longer wins), then countries and spaCy's entities.
    """
    scene = Scene(doc)
    found = [
        *known_names(scene),
        *named_by_nouns(scene),
        *country_names(scene),
        *entity_names(scene),
        *own_names(scene, doc._.outlet),
        *persons_by_post(scene),
    ]
    found = settle(found)
    stated = aliases.alias_names(scene, found)
    found = settle([*found, *stated]) if stated else found
    short_forms = abbreviations.introduced(scene, found)
    if short_forms:
        found = settle([*found, *abbreviations.mentions(scene, short_forms)])
    shortened.resolve(scene, found)
    return tuple(_mentions(doc.text, persons.resolve(scene, found)))


def _mentions(text: str, drafts: Iterable[Draft]) -> Iterator[NameMention]:
    for draft in sorted(drafts, key=lambda d: d.start):
        yield NameMention(
            start=draft.start,
            end=draft.end,
            exact=text[draft.start : draft.end],
            kind=draft.kind,
            canonical=draft.canonical,
            country=draft.country,
        )


@Language.factory(
    "rashomon_names", assigns=["doc._.names"], requires=["doc.ents", "token.pos", "token.ent_type"]
)
class Names:
    """Finds who is named in a text, as what, and under which name to file it."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Keep the component's name in its pipeline."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.names``."""
        doc._.names = find_names(doc)
        return doc
