"""How far the words for somebody go, and whom a phrase lists."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.language.counts.tree import kids, lefts, rights

_DEPTH = 5
_LISTED = 6  # parties that one phrase lists, at most
_OF = frozenset({"of", "from"})
_WITHIN = frozenset({"compound", "amod", "poss", "nummod", "det", "nmod", "quantmod", "case"})


def whole(head: Token, until: int | None = None) -> tuple[int, int]:
    """Token positions [start, end) of the words for one party, without those it is listed with,
    and without a clause about it; it ends before ``until``."""
    start = min((left.left_edge.i for left in lefts(head) if left.dep_ in _WITHIN), default=head.i)
    end = _end(head, until, 0)
    return start, max(head.i + 1, end if until is None or head.i >= until else min(end, until))


def _end(head: Token, until: int | None, depth: int) -> int:
    end = head.i + 1
    for right in rights(head):
        if _named_behind(head, right):
            return _end(right, until, depth + 1) if depth < _DEPTH else right.i + 1
        if right.dep_ == "punct":
            continue
        inside = right.dep_ == "prep" and right.lower_ in _OF and depth < _DEPTH
        if not inside or (until is not None and right.i >= until):
            break
        obj = next((c for c in kids(right) if c.dep_ == "pobj"), None)
        end = _end(obj, until, depth + 1) if obj is not None else end
    return end


def _named_behind(head: Token, right: Token) -> bool:
    """ "The opposition leader, *Orsa Till*"."""
    return right.dep_ == "appos" and right.pos_ == "PROPN" and head.pos_ == "NOUN"


def listed(head: Token) -> list[Token]:
    """The heads of all that a phrase lists, itself first."""
    found = [head]
    while len(found) < _LISTED:
        more = next((c for c in rights(found[-1]) if c.dep_ == "conj" and _noun(c)), None)
        if more is None:
            break
        found.append(more)
    return found


def _noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")


def below(token: Token, limit: int = 80) -> Iterator[Token]:
    """The words that hang on a word, near ones first; no more than a sentence can have."""
    queue = [token]
    seen = 0
    while queue and seen < limit:
        first = queue.pop(0)
        for each in kids(first):
            seen += 1
            queue.append(each)
            yield each
