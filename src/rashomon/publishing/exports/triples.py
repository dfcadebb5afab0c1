"""The PROV graph as RDF: N-Triples in the terms of the PROV ontology."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.publishing.exports.graph import Graph

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "rashomon": "urn:rashomon:",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
_LABEL, _TYPE = "rdfs:label", "rdf:type"
_LAST_ASCII = 0x7E
_LAST_SHORT = 0xFFFF
_SURROGATES = range(0xD800, 0xE000)


def triples(graph: "Graph") -> bytes:
    """One statement a line, sorted, each once."""
    return "".join(sorted(set(_lines(graph)))).encode("ascii")


def _lines(graph: "Graph") -> Iterator[str]:
    things = (
        ("prov:Entity", graph.entities),
        ("prov:Agent", graph.agents),
        ("prov:Activity", graph.activities),
    )
    for kind, found in things:
        for own, made in found.items():
            yield _line(own, _TYPE, _iri(kind))
            for name, value in made.items():
                if name == "prov:type":
                    yield _line(own, _TYPE, _iri(value))
                else:
                    said = _LABEL if name == "prov:label" else name
                    yield _line(own, said, _literal(value))
    for each in graph.relations:
        yield _line(each.subject, f"prov:{each.name}", _iri(each.object))


def _line(subject: str, verb: str, thing: str) -> str:
    return f"{_iri(subject)} {_iri(verb)} {thing} .\n"


def _iri(name: str) -> str:
    """A name with a prefix, whose second part is escaped as in a url, written in full."""
    prefix, _, own = name.partition(":")
    return f"<{PREFIXES[prefix]}{own}>"


def _literal(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(sign: str) -> str:
    code = ord(sign)
    if code in _SURROGATES:
        return "\\uFFFD"
    if sign in '"\\' or not 0x20 <= code <= _LAST_ASCII:
        return f"\\u{code:04X}" if code <= _LAST_SHORT else f"\\U{code:08X}"
    return sign
