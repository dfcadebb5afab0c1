"""The spaCy component ``rashomon_counts``: numbers of people → ``doc._.counts``."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from rashomon.data.phrases import words
from rashomon.language.counts.grammar import Quantity, quantities
from rashomon.language.counts.heads import Counted, counted
from rashomon.language.counts.people import (
    PersonNoun,
    casualty_lemmas,
    is_plural,
    lemma,
    person_noun,
)
from rashomon.language.counts.phrases import bounds, is_additional, is_part
from rashomon.language.counts.tree import kids, lefts
from rashomon.language.extensions import register
from rashomon.language.stretches import Stretches
from rashomon.model.annotations import CountBasis, CountMention
from rashomon.model.spans import Piece

NOT_PROSE = frozenset({"tags", "credit", "furniture"})
_NOBODY = words("grammar_words", use="nobody")
_ANYBODY = words("grammar_words", use="anybody")
_NOT = words("grammar_words", use="negation")
_DEFINITE = words("grammar_words", use="definite")
_HE_SHE = words("grammar_words", use="he-she")
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "pobj", "attr", "conj", "ROOT", "poss"})
_ORDINALS = words("grammar_words", use="ordinal")
_REMAINS = words("grammar_words", use="remains")  # "the body of a farmer": the farmer counts
_MAX = 10**12
_OVERLAPS = 3  # times that may begin before another one ends
_AGE = re.compile(r"\s?[-‑–\s](?:year|yr|month|week|day)s?[-‑–\s]olds?\b", re.IGNORECASE)
_HALF = re.compile(r"\s?\d/\d\b|\s?[½¼¾]")  # "a 2 1/2 year-old": no number of people
_PARTICLE = r"(?:al|el|bin|ibn|bint|abu|bu|bo|um|umm|da|de|di|van|von|der|la)"
_NAME_GOES_ON = re.compile(
    rf"(?:[ \-‑]{{1,2}}\(?[“\"]?(?:[A-Z][^\W\d_]{{0,20}}|{_PARTICLE})){{0,4}}[ \-‑]{{1,2}}\(?[“\"]?"
)
"""What may stand between the pieces of one name: particles, more names, a bracket."""

_NAME_TAIL = re.compile(rf"(?:[ \-‑]{_PARTICLE}){{1,2}}[ \-‑][A-Z][^\W\d_]{{1,20}}")
_AT_LEAST = re.compile(r"(?:\s[^\W\d_]{1,14}){0,3},\s(?:at\sleast|or\smore)(?=\s?[.;,)]|$)")
"""A floor behind the number: "26 dead, *at least*"."""

_NOTE = re.compile(r"(?:[\w.,;:!?”’\"'\]]\[|^\[)\d{1,3}\]")  # "killing both.[9]": a footnote
_SERIAL = re.compile(r"(?:[^\W\d_][-‑]?|\d[:.‑–-])\Z")  # "K-9", "1:53", "3-1"


def not_prose(doc: Doc) -> Stretches:
    """The stretches of ``doc`` that are not read as prose."""
    return Stretches.of((s.start, s.end) for s in doc._.sections if s.kind in NOT_PROSE)


class Counter:
    """Finds counts of people in a parsed ``Doc``; holds no state between documents."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.counts`` and return the same ``Doc``."""
        found = _Finder(doc).run() if len(doc) else []
        doc._.counts = tuple(sorted(found, key=lambda c: (c.start, c.end)))
        return doc


@Language.factory(
    "rashomon_counts",
    assigns=["doc._.counts"],
    requires=["token.lemma", "token.tag", "token.dep", "doc._.sections", "doc._.names"],
)
def make_counter(nlp: Language, name: str) -> Counter:
    """The factory that spaCy calls."""
    register()
    return Counter()


class _Finder:
    """One pass over one document."""

    __slots__ = ("days", "doc", "people", "skip", "starts", "taken", "text", "times")

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text  # spaCy puts it together anew at every look
        self.starts = [token.idx for token in doc]
        self.skip = not_prose(doc)
        self.people = _persons(doc)
        self.days = sorted((t.start, t.end) for t in doc._.times if t.granularity == "day")
        self.times = sorted((t.start, t.end) for t in doc._.times)
        self.taken: set[int] = set()  # positions of nouns and numerals that have a count

    def run(self) -> list[CountMention]:
        found = list(self._numbers())
        found += self._nouns()
        found += self._singles()
        return found

    def _outside(self, start: int, end: int) -> bool:
        return self.skip.meets(start, end)

    def _after(self, end: int) -> str:
        """The character behind: "9/11" and "24/7" count nobody."""
        return self.text[end : end + 1]

    def _token_at(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def _numbers(self) -> Iterator[CountMention]:
        for quantity in quantities(self.text):
            if quantity.low >= _MAX or self._outside(quantity.start, quantity.end):
                continue
            if "/" in (self.text[quantity.start - 1 : quantity.start], self._after(quantity.end)):
                continue
            if _NOTE.match(self.text, max(0, quantity.start - 2)):
                continue
            if _SERIAL.search(self.text, max(0, quantity.start - 4), quantity.start):
                continue
            if _AGE.match(self.text, quantity.end) or _HALF.match(self.text, quantity.end):
                continue
            first, last = self._token_at(quantity.start), self._token_at(quantity.end - 1)
            if first == last and self._no_before(self.doc[first]):
                continue
            mention = (
                self._compound(quantity, last)
                if quantity.role == "compound"
                else self._number(quantity, first, last)
            )
            if mention is not None:
                yield mention

    def _number(self, quantity: Quantity, first: int, last: int) -> CountMention | None:
        if self.doc[last].idx + len(self.doc[last]) != quantity.end and not _cut(self.doc, last):
            return None
        what = counted(self.doc, first, last, lone=quantity.role == "number")
        if what is None and self.doc[last].lower_ in ("couple", "pair", "trio", "duo"):
            what = self._pair(last)
        if what is None or (what.head.i in self.taken and not self._sized(what.head, first)):
            return None
        if self._of_a_date(quantity, what.head) or self._only_dates(quantity, what.head):
            return None
        row = person_noun(what.head) if not what.headless else None
        if row is not None and row.type == "group":
            what, row = self._of_group(what, first)
        if what is None:
            return None
        self.taken.update(range(first, last + 1))
        self.taken.add(what.head.i)
        noun = None if what.headless else row.noun if row is not None else lemma(what.head)
        if row is not None and self._somebody(first, last, what.head, row):
            quantity = replace(quantity, low=1, high=1, basis="article")
        return self._mention(quantity, what, noun, first, last)

    def _somebody(self, first: int, last: int, head: Token, row: PersonNoun) -> bool:
        """ "Some man", "some poor farmer": one, whoever it was."""
        alone = first == last and self.doc[first].lower_ == "some"
        return alone and head.tag_ in ("NN", "NNP") and not is_plural(head, row)

    def _of_a_date(self, quantity: Quantity, head: Token) -> bool:
        """ "the Jan. 28 *death* of …", "the May 3 *killings*": not "in May 3 *people* died"."""
        row = person_noun(head)
        if row is not None and row.type == "person" and is_plural(head, row):
            return False
        at = bisect_left(self.days, quantity.start, key=itemgetter(0)) - 1
        return any(quantity.end <= end for _, end in self.days[max(0, at - _OVERLAPS) : at + 1])

    def _only_dates(self, quantity: Quantity, head: Token) -> bool:
        """ "In *2001* at least 74 people", "on 1 October ten women": the people have a number of
        their own behind that of the day or year."""
        end = self._told_time(quantity.start)
        if end < quantity.end:
            return False
        behind = self.doc[self._token_at(end) : head.i]
        return any(token.like_num and token.idx >= end for token in behind)

    def _told_time(self, offset: int) -> int:
        """The end of the last time that begins at or before, 0 where there is none."""
        at = bisect_right(self.times, (offset, len(self.text))) - 1
        return self.times[at][1] if at >= 0 else 0

    def _sized(self, head: Token, first: int) -> bool:
        """Whether the number before is only some of these: "one of *five people*", "two of the
        *nine wounded*"."""
        at = first - 1 - (first > 0 and self.doc[first - 1].lower_ in _DEFINITE)
        return at > 0 and self.doc[at].lower_ == "of" and at - 1 in self.taken

    def _of_group(self, what: Counted, first: int) -> tuple[Counted | None, PersonNoun | None]:
        """ "two families" counts no people; "a couple", "12 police", "three crew" and "a family of
        five" do."""
        row = person_noun(what.head)
        if row is not None and what.head.i < first:
            return what, row
        several = what.head.tag_ == "NN" and first == what.head.i - 1 and not what.whole
        if row is not None and (row.plural or (several and _several(self.doc[first]))):
            return what, row
        return None, None

    def _pair(self, at: int) -> Counted | None:
        """ "a couple" as two people, not "a couple of days" or "a couple weeks"."""
        token = self.doc[at]
        follows = self.doc[at + 1] if at + 1 < len(self.doc) else None
        free = follows is None or (follows.lower_ != "of" and follows.pos_ not in ("NOUN", "NUM"))
        return Counted(token) if free and token.dep_ in _ROLES else None

    def _compound(self, quantity: Quantity, last: int) -> CountMention | None:
        """ "a double homicide", "a triple shooting": the adjective gives the number."""
        nxt = self.doc[last + 1 : last + 4]
        word = next((t for t in nxt if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"), None)
        if word is None or lemma(word) not in casualty_lemmas() | {"shooting", "stabbing"}:
            return None
        self.taken.add(last)
        return self._mention(quantity, Counted(word), lemma(word), last, last)

    def _mention(
        self, quantity: Quantity, what: Counted, noun: str | None, first: int, last: int
    ) -> CountMention:
        part = what.whole or is_part(what.head)
        start, end = bounds(what.head, first)
        told = self._told_time(quantity.start)
        if told <= quantity.start:  # "on 1 October | ten women"
            start = max(start, self._token_at(told) + (self.starts[self._token_at(told)] < told))
        if what.headless and start < first and self.doc[start].pos_ == "ADP":
            start = first  # "the toll *to five*"
        if quantity.low == quantity.high and _AT_LEAST.match(self.text, quantity.end):
            quantity = replace(quantity, high=None)
        return CountMention(
            start=quantity.start,
            end=quantity.end,
            exact=self.text[quantity.start : quantity.end],
            low=quantity.low,
            high=quantity.high,
            approximate=quantity.approximate,
            noun=noun,
            basis=quantity.basis,
            phrase=self._piece(min(start, first), end, quantity),
            partial=part,
            additional=is_additional(what.head, first, last),
        )

    def _piece(self, start: int, end: int, quantity: Quantity | None = None) -> Piece:
        span = self.doc[start:end]
        low, high = span.start_char, span.end_char
        if quantity is not None:
            low, high = min(low, quantity.start), max(high, quantity.end)
        return Piece.cut(self.text, low, high)

    def _nouns(self) -> Iterator[CountMention]:
        for token in self.doc:
            if token.i in self.taken or self._outside(token.idx, token.idx + 1):
                continue
            if token.lower_ in _NOBODY or (token.lower_ == "one" and self._no_before(token)):
                yield self._phrase(token, token.i, 0, 0, "none", "one")
                continue
            if token.lower_ in _ANYBODY and self._denied_before(token):
                yield self._phrase(token, token.i, 1, None, "vague", "one")
                continue
            if _is_one_more(token):
                yield self._phrase(token, token.i - 1, 1, 1, "article", "other")
                continue
            row = person_noun(token)
            if row is None or token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):
                continue
            mention = self._bare(token, row)
            if mention is not None:
                self.taken.add(token.i)
                yield mention

    def _no_before(self, token: Token) -> bool:
        return token.i > 0 and self.doc[token.i - 1].lower_ == "no"

    def _denied_before(self, token: Token) -> bool:
        """Whether "anybody" stands behind a negation, which makes it nobody."""
        start = max(token.sent.start, token.i - 8)
        return any(word.lower_ in _NOT for word in self.doc[start : token.i])

    def _bare(self, token: Token, row: PersonNoun) -> CountMention | None:
        """What a noun phrase without a number implies."""
        words = [child.lower_ for child in lefts(token)]
        if "no" in words:
            return self._phrase(token, token.i, 0, 0, "none", row.noun)
        if row.type == "toll" and _no_reports(token):
            return self._phrase(token, token.head.head.left_edge.i, 0, 0, "none", row.noun)
        if "any" in words and row.type != "group":
            return self._phrase(token, token.i, 1, None, "vague", row.noun)
        if not self._counts_by_itself(token, row):
            return None
        definite = self._definite(token, words)
        if is_plural(token, row):
            basis: CountBasis = "definite" if definite else "plural"
            return self._phrase(token, token.i, 2, None, basis, row.noun)
        return self._phrase(token, token.i, 1, 1, "definite" if definite else "article", row.noun)

    def _counts_by_itself(self, token: Token, row: PersonNoun) -> bool:
        if (
            row.noun in ("one", "more")
            or _of_another(token)
            or (token.dep_ not in _ROLES and token.dep_ != "appos")
        ):
            return False
        if row.type == "toll":
            counted = row.noun in ("casualty", "fatality") or _deaths(token, row)
            return counted and token.tag_ == "NNS"
        if row.type == "group" or any(child.dep_ == "nummod" for child in kids(token)):
            return False
        if row.plural and token.pos_ in ("ADJ", "VERB"):
            return any(child.lower_ == "the" for child in lefts(token))
        if token.pos_ == "PROPN" and token.tag_ == "NNP" and not token.is_sent_start:
            return any(child.dep_ == "det" for child in lefts(token))
        named = token.dep_ == "appos" and token.head.ent_type_ == "PERSON"
        return not named and token.tag_ != "VBG" and not self._behind_name(token)

    def _behind_name(self, token: Token) -> bool:
        """Whether it only says who the person named before the comma is: "Ana Berel, *a 48-year-old
        nurse*, …"; not an item of a list ("Ana Berel, a nurse and two others")."""
        first, behind = token.left_edge.i, token.i + 1
        if first < 2 or self.doc[first].lower_ not in ("a", "an") or token.tag_ != "NN":
            return False
        if self.doc[first - 1].text != "," or behind >= len(self.doc):
            return False
        if self.doc[behind].text not in (",", ")", "who", "from", "in", "at"):
            return False
        end = self.doc[first - 2].idx + len(self.doc[first - 2])
        at = bisect_left(self.people, (end + 1, 0)) - 1
        return at >= 0 and self.people[at][1] == end

    def _definite(self, token: Token, words: list[str]) -> bool:
        return any(word in _DEFINITE for word in words) or any(
            child.dep_ == "poss" for child in lefts(token)
        )

    def _singles(self) -> Iterator[CountMention]:
        """Named persons, and "he" and "she", in sentences that tell of casualties."""
        words = casualty_lemmas()
        for sentence in _sentences(self.doc):
            if not any(lemma(t) in words or t.lower_ in words for t in sentence):
                continue
            if self._outside(sentence.start_char, sentence.end_char):
                continue
            for token in sentence:
                if token.lower_ in _HE_SHE and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
                    yield self._phrase(token, token.i, 1, 1, "definite", token.lower_)
            yield from self._named(sentence)

    def _named(self, sentence: Span) -> Iterator[CountMention]:
        for start, end in self._persons(sentence):
            span = self.doc.char_span(start, end, alignment_mode="expand")
            if span is None or span.root.i in self.taken or self._already_counted(span.root):
                continue
            self.taken.add(span.root.i)
            piece = Piece.cut(self.text, start, end)
            yield CountMention(
                start=start,
                end=end,
                exact=piece.exact,
                low=1,
                high=1,
                approximate=False,
                noun=None,
                basis="name",
                phrase=piece,
                partial=is_part(span.root),
            )

    def _already_counted(self, root: Token) -> bool:
        """ "the driver, Dana Merrow": one person, counted by the noun."""
        owned = person_noun(root.head) if root.dep_ in ("poss", "compound") else None
        if owned is not None and owned.type != "toll":
            return True
        return root.dep_ in ("appos", "compound") and root.head.i in self.taken

    def _persons(self, sentence: Span) -> list[tuple[int, int]]:
        low, high = sentence.start_char, sentence.end_char
        first = bisect_left(self.people, (low, low))
        return list(takewhile(lambda person: person[1] <= high, self.people[first:]))

    def _phrase(
        self,
        token: Token,
        first: int,
        low: int,
        high: int | None,
        basis: CountBasis,
        noun: str,
    ) -> CountMention:
        if token.lower_ == "one" and self._no_before(token):
            first = token.i - 1
        start, end = bounds(token, first)
        piece = self._piece(start, end)
        return CountMention(
            start=piece.start,
            end=piece.end,
            exact=piece.exact,
            low=low,
            high=high,
            approximate=False,
            noun=noun,
            basis=basis,
            phrase=piece,
            partial=is_part(token),
            additional=is_additional(token, start, start) or _else(token),
        )


def _is_one_more(token: Token) -> bool:
    """ "*A third* was in critical condition", "*a fourth* died": one more, without a noun."""
    if token.lower_ not in _ORDINALS or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    article, behind = token.doc[token.i - 1], token.nbor()
    return (
        article.lower_ == "a"
        and token.dep_ in ("nsubj", "nsubjpass")
        and behind.pos_
        in (
            "VERB",
            "AUX",
        )
    )


def _several(number: Token) -> bool:
    """A number above one: what is not in the plural behind it are members, "*three* crew"."""
    return number.pos_ == "NUM" and number.lower_ not in ("1", "one")


def _else(token: Token) -> bool:
    """ "no one *else*"."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == "else"


def _deaths(token: Token, row: PersonNoun) -> bool:
    """Bare "deaths" that somebody tells of: "there were *deaths* and injuries", "the blast caused
    *deaths*"; not "overdose deaths", "the deaths of two men", "deaths have risen"."""
    if row.noun != "death" or token.dep_ not in ("dobj", "attr", "pobj"):
        return False
    return not any(child.dep_ not in ("cc", "conj", "punct") for child in kids(token))


def _of_another(token: Token) -> bool:
    """ "the *officer's* wife", "a relative of the *mayor*": it only says who the other one is.

    Not where a clause of its own tells what befell it: "the mother of *a boy* who was shot".
    """
    if any(child.dep_ == "relcl" and lemma(child) in casualty_lemmas() for child in kids(token)):
        return False
    if token.dep_ == "poss":
        owned = person_noun(token.head)
        return owned is not None and owned.type != "toll"
    holder = token.head.head
    within = token.dep_ == "pobj" and token.head.lower_ == "of" and holder != token.head
    row = person_noun(holder) if within else None
    return row is not None and row.type == "person" and row.noun not in _REMAINS


def _no_reports(token: Token) -> bool:
    """ "no reports of casualties", "no sign of any injuries"."""
    holder = token.head.head
    return token.dep_ == "pobj" and any(child.lower_ == "no" for child in lefts(holder))


def _persons(doc: Doc) -> list[tuple[int, int]]:
    """Where persons are named: by ``doc._.names``, else by the pipeline's own entities."""
    if doc._.names:
        found = sorted((n.start, n.end) for n in doc._.names if n.kind == "person")
    else:
        found = [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON"]
    return _one_name_each(found, doc.text)


def _one_name_each(found: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Names with nothing but further parts of a name between them are one name, which was cut:
    "Abel Karim | bin | Hashen", "Tarik Bou (Abu | Samir)"."""
    whole: list[tuple[int, int]] = []
    for start, end in found:
        if whole and _NAME_GOES_ON.fullmatch(text, whole[-1][1], start):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    tails = [_NAME_TAIL.match(text, end) for _, end in whole]
    return [(at[0], tail.end() if tail else at[1]) for at, tail in zip(whole, tails, strict=True)]


def _cut(doc: Doc, last: int) -> bool:
    """Whether a number that ends inside a token is still one ("12-19" is a token of its own)."""
    return not doc[last].text[-1:].isalnum()


def _sentences(doc: Doc) -> Iterator[Span]:
    if doc.has_annotation("SENT_START"):
        yield from doc.sents
    else:
        yield doc[:]
