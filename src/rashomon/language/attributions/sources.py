"""What a source is called in full, and what kind of voice it is."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.data.body_names import body_nouns
from rashomon.data.naming import voice_kind
from rashomon.data.phrases import words
from rashomon.language.attributions.drafts import Draft, Range
from rashomon.language.attributions.lexicons import cues, roles
from rashomon.model.annotations import NameMention, VoiceKind

_LONGEST_NAME = 4  # words of a name between its noun and the cue


@cache
def _people() -> frozenset[str]:
    """Nouns for those who speak, where a person's name behind "of" or "in" is another's."""
    return words("people", "noun", type="person") | frozenset(roles())


@dataclass(frozen=True, slots=True)
class Who:
    """A resolved source; ``human``: one human being, whom "he" or "she" can mean."""

    name: str | None
    kind: VoiceKind
    human: bool = False
    many: bool = False
    """Whether "they" alone can mean it, and no "it"."""


@dataclass(slots=True)
class Memory:
    """Who was last spoken of as a source: what pronouns and bare surnames mean."""

    person: Who | None = None
    body: Who | None = None
    kinds: dict[str, VoiceKind] = field(default_factory=dict)


class Sources:
    """Resolves the sources of one text, asked in order of the text."""

    def __init__(self, doc: Doc, names: Sequence[NameMention]) -> None:
        """Take the names of the text as the names component found them."""
        self._doc = doc
        self._names = sorted(names, key=lambda n: (n.start, n.end))
        self._starts = [n.start for n in self._names]
        self._memory = Memory()
        self._told = 0  # names before this index have been taken note of
        self._told_by: list[Range] = []  # characters of what persons said

    def all_of(self, drafts: Sequence[Draft], above: Sequence[int | None]) -> list[Who]:
        """The full name and kind of each draft's source; ``above``: in whose words each stands.

        They are met in the order in which they are named; what "I" and "we" mean in the words of
        another is known last.
        """
        found: dict[int, Who] = {}
        own = [n for n, made in enumerate(drafts) if above[n] is not None and self._is_own(made)]
        for index in sorted(set(range(len(drafts))) - set(own), key=lambda n: _met(drafts[n])):
            parent = above[index]
            inside = parent is not None and _met(drafts[parent]) < _met(drafts[index])
            found[index] = self._resolved(drafts[index], nested=inside)
        for index in own:
            parent = above[index]
            known = found.get(parent) if parent is not None else None
            found[index] = known or self._resolved(drafts[index], nested=True)
        return [found[index] for index in range(len(drafts))]

    def _is_own(self, made: Draft) -> bool:
        """Whether the source is "I" or "we"."""
        if made.speaker is not None or made.source is None:
            return False
        return self._doc[made.source[0]].lower_ in cues("first-person")

    def _resolved(self, made: Draft, nested: bool) -> Who:
        if made.speaker is not None:
            return Who(made.speaker, self._kind_of_words(made.speaker))
        if made.source is None:
            return Who(None, "unnamed")
        who = self._who(made.source)
        if not nested:
            self._remember(who)
        if who.human:
            self._told_by.extend(self._chars(start, end) for start, end in made.content)
        return who

    def _chars(self, start: int, end: int) -> Range:
        last = self._doc[end - 1]
        return self._doc[start].idx, last.idx + len(last)

    def whole(self, source: Range, cue: Range | None) -> Range:
        """The source up to the end of the name that its last word begins ("*Lashkar*-e-Orsa"), or
        that stands between it and the cue, without the medium that only carries it."""
        source = self._uncarried(self._up_to(source, cue))
        last = self._doc[source[1] - 1]
        at = bisect_left(self._starts, last.idx + len(last)) - 1
        end = source[1]
        if at >= 0 and self._names[at].start >= self._doc[source[0]].idx:
            while end < len(self._doc) and self._doc[end].idx < self._names[at].end:
                end += 1
        return source[0], end

    def _up_to(self, source: Range, cue: Range | None) -> Range:
        """ "The newspaper *Larnos Bote* reported", of which the parse has only the newspaper."""
        if cue is None or not source[1] < cue[0] <= source[1] + _LONGEST_NAME:
            return source
        between = self._doc[source[1] : cue[0]]
        return (source[0], cue[0]) if all(t.is_title or t.is_upper for t in between) else source

    def _uncarried(self, source: Range) -> Range:
        """ "A statement by the directorate*, quoted by the site Enab*"; but a bare "statement
        carried by the agency" has nobody else behind it."""
        for index in range(source[0] + 1, source[1] - 2):
            pair = f"{self._doc[index].lower_} {self._doc[index + 1].lower_}"
            if pair in cues("through"):
                end = index - (self._doc[index - 1].text == ",")
                issued = any(t.lower_ in ("by", "of", "from") for t in self._doc[source[0] : end])
                return (source[0], end) if issued else source
        return source

    def _who(self, source: Range) -> Who:
        head = self._doc[source[0] : source[1]].root
        if source[1] - source[0] == 1:
            pronoun = self._pronoun(head)
            if pronoun is not None:
                return pronoun
        self._notice(self._doc[source[0]].idx)
        role = self._role(source)
        mention = self._mention(source, head)
        if mention is None:
            called = self._doc[source[0] : self._apposition(source)].text
            kind = role or self._by_entity(head)
            human = role is not None and head.tag_ in ("NN", "NNP")
            many = head.tag_ in ("NNS", "NNPS")
            return Who(called, kind, human=human and head.lower_ not in body_nouns(), many=many)
        kind = voice_kind(mention.kind)
        if kind == "person":
            kind = self._kind_of_person(mention.canonical, role)
        elif role is not None and kind in ("official", "state", "unnamed"):
            kind = role
        return Who(mention.canonical, kind, human=mention.kind == "person")

    def _apposition(self, source: Range) -> int:
        """Where the source ends before what only tells more of it: "the Kuro front, *a faction
        of the coast*"."""
        for index in range(source[0] + 1, source[1] - 1):
            after = self._doc[index + 1]
            if self._doc[index].text == "," and after.tag_ in ("DT", "WP", "WDT"):
                return index
        return source[1]

    def _pronoun(self, token: Token) -> Who | None:
        word = token.lower_
        if word in cues("personal"):
            self._notice(token.idx)
            return self._memory.person or Who(None, "unnamed")
        if word in cues("collective"):
            self._notice(token.idx)
            body = self._memory.body
            fits = body is not None and not (body.many and word in ("it", "its"))
            return body if body is not None and fits else Who(None, "unnamed")
        if word in cues("relative"):
            antecedent = token.head.head if token.head.dep_ == "relcl" else None
            if antecedent is not None and antecedent.i < token.i:
                return self._who((antecedent.left_edge.i, token.i))
            return Who(None, "unnamed")
        return None

    def _mention(self, source: Range, head: Token) -> NameMention | None:
        """The name in the source: a person's first, then the one at its head, then the first."""
        start = self._doc[source[0]].idx
        end = self._doc[source[1] - 1].idx + len(self._doc[source[1] - 1])
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        inside = [n for n in self._names[first:last] if n.end <= end]
        own = [n for n in inside if not self._hangs_off(n, head)]
        for mention in own:
            if self._is_head(mention, head):
                return mention
        people = [n for n in own if n.kind == "person"]
        others = [n for n in inside if n.kind not in ("demonym", "person")]
        return next(iter(people or others), None)

    def _hangs_off(self, mention: NameMention, head: Token) -> bool:
        """Whether the name only says whose or which the source is: "a man who met *Esper*",
        "*Esper's* lawyer", "a lawyer for *Esper*"."""
        token = self._token_at(mention.start)
        lone = mention.kind == "person"
        while token is not None and token.i != head.i and token.head.i != token.i:
            if token.dep_ in ("relcl", "acl", "poss"):
                return token.head.i == head.i or token.dep_ != "poss"
            lone = lone and token.dep_ != "appos"  # "a spokesman for the union, *Mara Estevo*"
            if lone and token.dep_ == "prep" and token.head.i == head.i:
                return head.lemma_.lower() in _people()
            token = token.head
        return False

    def _token_at(self, start: int) -> Token | None:
        span = self._doc.char_span(start, start + 1, alignment_mode="expand")
        return span[0] if span is not None else None

    def _is_head(self, mention: NameMention, head: Token) -> bool:
        return mention.start <= head.idx < mention.end

    def _role(self, source: Range) -> VoiceKind | None:
        """What the nouns of the source itself say of it ("a spokesman", "witnesses")."""
        table = roles()
        root = self._doc[source[0] : source[1]].root
        beside = [
            token
            for token in self._doc[source[0] : source[1]]
            if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "poss" and token.i != root.i
            if token.head.i == root.i or token.dep_ == "compound"
        ]
        for token in (root, *beside):
            kind = table.get(token.lemma_.lower()) or table.get(token.lower_.rstrip("."))
            if kind is not None:
                return kind
        return None

    def _kind_of_person(self, name: str, role: VoiceKind | None) -> VoiceKind:
        if role == "official":
            self._memory.kinds[name] = role
        return self._memory.kinds.get(name, "person")

    def _kind_of_words(self, words: str) -> VoiceKind:
        for name in self._names:
            if name.exact == words or name.canonical == words or name.exact in words:
                kind = voice_kind(name.kind)
                if kind != "unnamed":
                    return kind
        table = roles()
        for word in words.lower().split():
            if word.strip(".,'’s") in table or word in table:
                return table.get(word) or table[word.strip(".,'’s")]
        return "person" if words[:1].isupper() else "unnamed"

    def _by_entity(self, head: Token) -> VoiceKind:
        kinds: dict[str, VoiceKind] = {"PERSON": "person", "ORG": "group", "GPE": "state"}
        return kinds.get(head.ent_type_, "unnamed")

    def _notice(self, before: int) -> None:
        """Take note of the names up to a character, so that a pronoun can mean them."""
        while self._told < len(self._names) and self._names[self._told].start < before:
            mention = self._names[self._told]
            self._told += 1
            if mention.kind == "person" and not self._within_words(mention):
                kind = self._memory.kinds.get(mention.canonical, "person")
                self._memory.person = Who(mention.canonical, kind, human=True)

    def _within_words(self, mention: NameMention) -> bool:
        """Whether only another person tells of him: "he" behind it is who spoke."""
        return any(start <= mention.start < end for start, end in self._told_by)

    def _remember(self, who: Who) -> None:
        if who.name is None:
            return
        if who.human:
            self._memory.person = who
        elif who.name.split()[0].lower() in cues("anybody"):
            self._memory.body = None  # "everybody says": "they" behind it are others, or nobody
        elif who.kind != "person":
            self._memory.body = who


def _met(made: Draft) -> tuple[int, int]:
    """Where its source is named, else where its content begins."""
    return (made.source or made.content[0])[0], made.head
