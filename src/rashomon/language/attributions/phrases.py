"""Attributions without a verb: "according to …", and "Speaker: words"."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from rashomon.data.body_names import body_nouns
from rashomon.language.attributions.drafts import MARKS, Draft, Range, having, reach, trim
from rashomon.language.attributions.lexicons import labels_apart, roles

_LONGEST_LABEL = 7  # words before the colon
_SHORTEST_CONTENT = 3
_OPENING = 4  # paragraphs in which a report says from where it is
_MARKS = 4  # tokens of "10:50 -" before a label
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "|"})
_ENDS = frozenset(".!?\"'”’")
_HOUR = re.compile(r"\d{1,2}[:.h]\d{2}(?:[ap]m|h)?")


def phrase_drafts(doc: Doc, paragraphs: Sequence[Range]) -> Iterator[Draft]:
    """All attributions by such phrases."""
    for index in having(doc, "LOWER", ("according",)):
        if index + 2 < len(doc) and doc[index + 1].lower_ == "to":
            yield from _according(doc[index])
    labelled = [made for start, end in paragraphs for made in _labelled(doc, start, end)]
    speakers = sum(_capitals_before_colon(doc, start, end) for start, end in paragraphs)
    opening = paragraphs[_OPENING - 1][1] if len(paragraphs) >= _OPENING else len(doc)
    for made in labelled:
        capitals = made.source is not None and _in_capitals(doc, made.source)
        if not (capitals and speakers == 1 and made.head < opening):
            yield made


def _capitals_before_colon(doc: Doc, start: int, end: int) -> bool:
    """Whether the paragraph opens like a turn in a transcript: "KAVIRA: …"."""
    last = min(end, start + _LONGEST_LABEL)
    colon = next((i for i in range(start, last) if doc[i].text == ":"), start)
    return colon > start and all(token.is_upper for token in doc[start:colon])


def _according(token: Token) -> Iterator[Draft]:
    """The clause around the phrase, without the phrase."""
    doc = token.doc
    to = doc[token.i + 1]
    named = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None)
    sentence = token.sent
    last = named.right_edge.i + 1 if named is not None else _to_comma(to, sentence)
    last = _before_a_count(doc, to.i + 1, last)
    source = trim(doc, token.i + 2, last)
    if source is None:
        return
    pieces = [
        piece
        for piece in (trim(doc, sentence.start, token.i), trim(doc, last, sentence.end))
        if piece is not None
    ]
    if pieces:
        yield Draft(token.i, "according", (token.i, token.i + 2), source, _around(pieces, token))


def _before_a_count(doc: Doc, start: int, last: int) -> int:
    """Where the source ends if a count behind its comma was parsed as one more of it: "according
    to the General Staff, *14 soldiers and five volunteers* were killed"."""
    for index in range(start + 1, last - 1):
        if doc[index].text == "," and doc[index + 1].like_num and index + 2 < last:
            return index if not doc[index + 2].is_punct else last  # "Ana Berel, 34, a nurse"
    return last


def _in_capitals(doc: Doc, label: Range) -> bool:
    """Whether the label is one name in capitals and no role: once, at the head of a text, it says
    from where the report is ("ORSAVA: Two men …")."""
    words_ = doc[label[0] : label[1]]
    known = words_.root.lemma_.lower() in roles() or words_.root.lower_ in body_nouns()
    return all(token.is_upper for token in words_) and not known


def _to_comma(to: Token, sentence: Span) -> int:
    for index in range(to.i + 1, sentence.end):
        if to.doc[index].text in (",", ".", ";"):
            return index
    return sentence.end


def _around(pieces: list[Range], token: Token) -> list[Range]:
    """The pieces, cut to the clause that the phrase hangs on where that is not the main one."""
    head = _whole_sentence(token)
    start, end = reach(head)
    if len(pieces) == 1:
        if head.dep_ in ("conj", "advcl", "ccomp", "relcl") and head.pos_ in ("VERB", "AUX"):
            inner = trim(token.doc, max(start, pieces[0][0]), min(end, pieces[0][1]))
            return [inner] if inner is not None else pieces
        return pieces
    inside = [p for p in pieces if p[0] < end and start < p[1]]
    return inside or pieces


def _whole_sentence(token: Token) -> Token:
    """The clause that the phrase hangs on; behind a comma all that are joined with it: "14 are
    dead and five are gone, according to the relief office"."""
    head = token.head
    if token.i > 0 and token.doc[token.i - 1].text == ",":
        while head.dep_ == "conj" and head.head.i < head.i:
            head = head.head
    return head


def _labelled(doc: Doc, start: int, end: int) -> Iterator[Draft]:
    """ "DRANOV: We saw nothing." at the head of a paragraph, or behind the time of a live page."""
    start, listed = _behind_marks(doc, start, end)
    colon = next(
        (i for i in range(start, min(end, start + _LONGEST_LABEL + 1)) if doc[i].text == ":"), None
    )
    if colon is None or colon == start or end - colon <= _SHORTEST_CONTENT:
        return
    label = doc[start:colon]
    content = trim(doc, colon + 1, end)
    if content is not None and _names_a_speaker(label) and not _is_place(label, listed):
        yield Draft(colon, "label", (colon, colon + 1), (start, colon), [content])


def _behind_marks(doc: Doc, start: int, end: int) -> tuple[int, bool]:
    """Past "10:50 -" or a bullet; and whether it is an item of a list."""
    first = start
    while start < min(end, first + _MARKS) and (
        doc[start].text in _BULLETS or _HOUR.fullmatch(doc[start].text)
    ):
        start += 1
    return start, start > first and doc[first].text in _BULLETS


def _is_place(label: Span, listed: bool) -> bool:
    """Whether the label says where ("Larnos: …"), as the items of a list do; a country speaks,
    but not at the head of a headline ("Larnia: four dead in mine blast")."""
    if listed and label.root.lemma_.lower() not in roles():
        return True
    begin, end = label.start_char, label.end_char
    heads = _heads_the_text(label)
    return any(
        place.start <= begin and end <= place.end and (place.kind != "country" or heads)
        for place in label.doc._.places
    )


def _heads_the_text(label: Span) -> bool:
    """Whether the label opens the headline: the title, or a first line that ends as no prose."""
    doc = label.doc
    if (doc._.title or "").startswith(f"{label.text}:"):
        return True
    line, ended, _ = doc.text[label.end_char :].partition("\n")
    opens = not doc.text[: label.start_char].strip()
    return opens and bool(ended) and line[-1:] not in _ENDS


def _names_a_speaker(label: Span) -> bool:
    head = label.root.lemma_.lower()
    if any(t.lower_ in labels_apart() or t.text in MARKS or t.like_num for t in label):
        return False
    if head in roles() or head in body_nouns():
        return True
    named = all(t.text[:1].isupper() or t.text in ".,()-" for t in label)
    return named and any(t.pos_ == "PROPN" or t.ent_type_ == "PERSON" for t in label)
