"""Direct speech: which words outside the quotation marks say whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.language.attributions.drafts import Draft, Range, cue_of, trim
from rashomon.language.attributions.lexicons import labels_apart, verbs
from rashomon.language.attributions.quotes import Quote
from rashomon.language.attributions.subjects import own_subject, subject_of

_REACH = 45  # tokens between a quotation and its verb
_STOPS = frozenset({".", "?", "!"})
_CLAUSAL = frozenset(
    {"that", "that long", "aside", "label", "according", "object", "object+", "naming"}
)
_LABEL = 8  # words before a colon
_IN_LABEL = frozenset({"PROPN", "NOUN", "DET", "ADJ", "PART", "CCONJ"})
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})


@dataclass(slots=True)
class Speech:
    """The quotations of a text and the attribution that each belongs to."""

    doc: Doc
    paragraphs: Sequence[Range]
    quotes: Sequence[Quote]
    owner: dict[int, Draft]
    inside: list[int]

    def gap_after(self, number: int) -> Range:
        """From the end of a quotation to the end of the sentence or the next quotation."""
        quote = self.quotes[number]
        end = self.paragraphs[quote.paragraph][1]
        if number + 1 < len(self.quotes):
            end = min(end, self.quotes[number + 1].start)
        for index in range(quote.end, min(end, quote.end + _REACH)):
            if self.doc[index].text in _STOPS and index > quote.end:
                return quote.end, index
        return quote.end, min(end, quote.end + _REACH)

    def gap_before(self, number: int) -> Range:
        """From the beginning of the sentence or the last quotation to this one."""
        quote = self.quotes[number]
        start = self.paragraphs[quote.paragraph][0]
        if number:
            start = max(start, self.quotes[number - 1].end)
        for index in range(quote.start - 1, max(start, quote.start - _REACH) - 1, -1):
            if self.doc[index].text in _STOPS:
                return index + 1, quote.start
        return max(start, quote.start - _REACH), quote.start


def attach_quotations(
    doc: Doc,
    paragraphs: Sequence[Range],
    quotes: Sequence[Quote],
    inside: list[int],
    drafts: list[Draft],
) -> list[Draft]:
    """The drafts with the quotations they introduce, and new ones for those without a draft."""
    speech = Speech(doc, paragraphs, quotes, {}, inside)
    _claim(speech, drafts)
    for made in drafts:
        made.content = [_balanced(speech, piece) for piece in made.content]
    new: list[Draft] = []
    for number, quote in enumerate(quotes):
        if number not in speech.owner and (quote.speech or _resumes(speech, number)):
            found = _attribute(speech, number)
            if found is not None and found.quotes == [number]:
                new.append(found)
    return drafts + new


def _claim(speech: Speech, drafts: Sequence[Draft]) -> None:
    """Widen each content that shares words with a quotation to the whole of it."""
    table = verbs()
    for made in drafts:
        if speech.inside[made.head] >= 0 or made.frame not in _CLAUSAL:
            continue
        entry = table.get(speech.doc[made.head].lemma_.lower())
        for position, piece in enumerate(made.content):
            for number in sorted({n for n in speech.inside[slice(*piece)] if n >= 0}):
                quote = speech.quotes[number]
                if not quote.speech and quote.end - quote.start > piece[1] - piece[0]:
                    continue
                owner = speech.owner.get(number, made)
                if owner.head == made.head and (entry is None or entry.quotes):
                    piece = _widened(piece, quote, made.head)
                    made.content[position] = piece
                    speech.owner[number] = owner
                    made.quotes.append(number)
                    if _all_quoted(piece, quote):
                        made.kind = "direct"


def _balanced(speech: Speech, piece: Range) -> Range:
    """With the closing mark of the quotation that it ends in, if only punctuation lies between."""
    number = speech.inside[piece[1] - 1]
    if number < 0 or speech.quotes[number].start < piece[0]:
        return piece
    end = speech.quotes[number].end
    left = range(piece[1], end)
    return (piece[0], end) if all(speech.doc[i].is_punct for i in left) else piece


def _widened(piece: Range, quote: Quote, head: int) -> Range:
    start, end = min(piece[0], quote.start), max(piece[1], quote.end)
    return piece if start <= head < end else (start, end)


def _all_quoted(piece: Range, quote: Quote) -> bool:
    return piece[0] >= quote.start and piece[1] <= quote.end


def _attribute(speech: Speech, number: int) -> Draft | None:
    """The attribution that a quotation belongs to: by its own sentence, else the one before."""
    return (
        _by_gap(speech, number)
        or _continued(speech, number)
        or _introduced(speech, number)
        or _labelled(speech, number)
        or _same_speaker(speech, number)
    )


def _by_gap(speech: Speech, number: int) -> Draft | None:
    quote = speech.quotes[number]
    after, before = speech.gap_after(number), speech.gap_before(number)
    last = speech.doc[quote.end - 2].text if quote.end - quote.start > 1 else ""
    next_text = speech.doc[quote.end].text if quote.end < len(speech.doc) else ""
    order = [after, before]
    opened = speech.doc[quote.start - 1].text if quote.start else ""
    if opened in (":", ",") and last != "," and next_text != ",":
        order.reverse()
    for gap in order:
        if gap is after and last == "." and quote.closed:
            continue
        verb = _speaking(speech, gap, nearest_first=gap is after)
        if verb is None or (gap is before and not _leads_to(speech, verb, quote)):
            continue
        return _owned(speech, number, verb)
    return None


def _leads_to(speech: Speech, verb: Token, quote: Quote) -> bool:
    """Whether nothing but a short phrase stands between the verb and the quotation."""
    opened = speech.doc[quote.start - 1].text
    return opened in (":", ",") or quote.start - verb.i <= 4


def _owned(speech: Speech, number: int, verb: Token) -> Draft | None:
    """The draft of this verb if it owns the quotation beside it, else a new one."""
    for other in (number - 1, number + 1):
        made = speech.owner.get(other)
        if made is not None and made.head == verb.i:
            return _append(speech, made, number)
    quote = speech.quotes[number]
    source = subject_of(verb) or _neighbour(speech, verb)
    made = Draft(
        head=verb.i,
        frame="quote",
        cue=cue_of(verb),
        source=source,
        content=[(quote.start, quote.end)],
        kind="direct",
        quotes=[number],
    )
    speech.owner[number] = made
    return made


def _append(speech: Speech, made: Draft, number: int) -> Draft:
    quote = speech.quotes[number]
    made.content.append((quote.start, quote.end))
    made.quotes.append(number)
    speech.owner[number] = made
    return made


def _speaking(speech: Speech, gap: Range, nearest_first: bool) -> Token | None:
    """The reporting verb in a gap; the nearest to the quotation."""
    table = verbs()
    indices = range(*gap) if nearest_first else range(gap[1] - 1, gap[0] - 1, -1)
    for index in indices:
        token = speech.doc[index]
        if token.tag_[:2] != "VB" or token.dep_ in ("aux", "auxpass", "amod"):
            continue
        entry = table.get(token.lemma_.lower())
        if entry is not None and entry.quotes:
            return token
    return None


def _neighbour(speech: Speech, verb: Token) -> Range | None:
    """The noun phrase next to a verb whose subject the parse does not give."""
    for index in (verb.i + 1, verb.i - 1):
        if 0 <= index < len(speech.doc) and speech.doc[index].pos_ in _NOMINAL:
            step = 1 if index > verb.i else -1
            end = index
            while 0 <= end < len(speech.doc) and speech.doc[end].pos_ in (*_NOMINAL, "DET", "ADJ"):
                end += step
            span = (index, end) if step > 0 else (end + 1, index + 1)
            return trim(speech.doc, *span)
    return None


def _continued(speech: Speech, number: int) -> Draft | None:
    """ "…," he said. "…": the second quotation is the first one's."""
    quote = speech.quotes[number]
    made = speech.owner.get(number - 1)
    if made is None:
        return None
    last = speech.quotes[number - 1]
    if last.paragraph == quote.paragraph:
        between = range(last.end, quote.start)
        if made.head in between and _sentences(speech, between) <= 1:
            return _append(speech, made, number)
        if not any(speech.doc[i].text[:1].isalnum() for i in between):
            return _append(speech, made, number)
    if last.paragraph + 1 == quote.paragraph and not last.closed:
        return _append(speech, made, number)
    return None


def _resumes(speech: Speech, number: int) -> bool:
    """Whether a short quotation takes up the one before: "…," she said, "but nobody came."."""
    quote = speech.quotes[number]
    made = speech.owner.get(number - 1)
    if made is None or speech.quotes[number - 1].paragraph != quote.paragraph:
        return False
    between = speech.quotes[number - 1].end <= made.head < quote.start
    return between and speech.doc[quote.start - 1].text == ","


def _sentences(speech: Speech, indices: range) -> int:
    return sum(speech.doc[i].text in _STOPS for i in indices)


def _introduced(speech: Speech, number: int) -> Draft | None:
    """A quotation that opens a paragraph after "She wrote on her page:"."""
    quote = speech.quotes[number]
    if quote.paragraph == 0 or not _opens(speech, quote):
        return None
    start, end = speech.paragraphs[quote.paragraph - 1]
    while end > start and speech.doc[end - 1].is_space:
        end -= 1
    if end <= start or speech.doc[end - 1].text != ":":
        return None
    sentence = speech.doc[end - 1].sent
    verb = _speaking(speech, (max(start, sentence.start), end), nearest_first=True)
    verb = verb or (sentence.root if own_subject(sentence.root) else None)
    return _owned(speech, number, verb) if verb is not None else None


def _labelled(speech: Speech, number: int) -> Draft | None:
    """ "From the report: “…”": the phrase before the colon, where no verb is."""
    quote = speech.quotes[number]
    doc, colon = speech.doc, quote.start - 1
    if colon < 1 or doc[colon].text != ":":
        return None
    start = colon
    while start > max(0, colon - _LABEL) and doc[start - 1].pos_ in _IN_LABEL:
        start -= 1
    while start < colon and doc[start].pos_ == "CCONJ":
        start += 1
    if start == colon or not any(doc[i].pos_ in _NOMINAL for i in range(start, colon)):
        return None
    if all(doc[i].lower_ in labels_apart() for i in range(start, colon)):
        return None
    made = Draft(
        head=colon,
        frame="label",
        cue=(colon, quote.start),
        source=(start, colon),
        content=[(quote.start, quote.end)],
        kind="direct",
        quotes=[number],
    )
    speech.owner[number] = made
    return made


def _opens(speech: Speech, quote: Quote) -> bool:
    start = speech.paragraphs[quote.paragraph][0]
    return all(speech.doc[i].is_space for i in range(start, quote.start))


def _same_speaker(speech: Speech, number: int) -> Draft | None:
    """A quotation without a verb of its own: the speaker of the one before, if he is near."""
    quote = speech.quotes[number]
    if not _stands_alone(speech, quote):
        return None
    made = speech.owner.get(number - 1)
    near = made is not None and quote.paragraph - speech.quotes[number - 1].paragraph <= 1
    source = made.source if made is not None and near else None
    if source is None:
        source = _told_of(speech, quote)
    if source is None:
        return None
    new = Draft(
        head=quote.start,
        frame="same",
        cue=None,
        source=source,
        content=[(quote.start, quote.end)],
        kind="direct",
        quotes=[number],
    )
    speech.owner[number] = new
    return new


def _stands_alone(speech: Speech, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own and no part of the outlet's."""
    if _opens(speech, quote):
        return True
    index = quote.start - 1
    while index > 0 and speech.doc[index].is_space:
        index -= 1
    return speech.doc[index].text in _STOPS or speech.doc[index].text in (":", "”", '"', "''")


def _told_of(speech: Speech, quote: Quote) -> Range | None:
    """The subject of the sentence just before a quotation that stands as a sentence."""
    index = quote.start - 1
    start = speech.paragraphs[quote.paragraph][0]
    while index >= start and speech.doc[index].is_space:
        index -= 1
    if index < start or speech.inside[index] >= 0:
        return None
    root = speech.doc[index].sent.root
    return own_subject(root) if speech.inside[root.i] < 0 else None
