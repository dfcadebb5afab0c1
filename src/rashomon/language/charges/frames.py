"""Verbs of blame and of deeds with their parts, as the parse gives them (``charges.tsv``)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypedDict

from spacy.tokens import Doc, Token

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.language.charges.phrases import below, listed
from rashomon.language.counts.people import lemma
from rashomon.language.counts.tree import kids
from rashomon.language.events.grammar import child, passive, subject

_OF_WHAT = ("of", "with", "for", "in", "over")
_MOST = 40  # words behind a verb in which its parts stand
_SAID_OF = ("acomp", "prep", "xcomp", "advmod", "attr", "oprd")
_OBJECTS = ("dobj", "dative", "oprd")
_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")
_CLAUSE = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis"})

_RELATIVES = words("grammar_words", use="relative") | {"whom"}

_Matter = tuple[Token, int, int]


class _Mood(TypedDict):
    """How the verb is told."""

    negated: bool
    wished: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """One verb with its parts. ``until``: where the words for the parties end at the latest;
    ``cue``: the word of blame, where the verb is none."""

    name: str
    verb: Token
    by: Token | None = None
    parties: tuple[Token, ...] = ()
    each: bool = False
    matter: tuple[_Matter, ...] = ()
    until: int | None = None
    cue: Token | None = None
    negated: bool = False
    wished: bool = False


def frames(doc: Doc) -> Iterator[Frame]:
    """The frames of a parsed text, in its order."""
    for token in doc:
        rows = _rows().get(lemma(token))
        if rows is None or token.pos_ not in _VERBS:
            continue
        for name, beside in rows:
            found = _READ[name](token, beside)
            if found is not None:
                yield found


@cache
def _rows() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for row in lexicon("charges"):
        beside = frozenset(row["with"].split("|")) - {""}
        found[row["verb"]] = (*found.get(row["verb"], ()), (row["frame"], beside))
    return found


def _accuse(verb: Token, beside: frozenset[str]) -> Frame | None:
    """ "X accused Y of it", "Y was accused by X of it", "a man accused of it"."""
    by, whom = _sides(verb)
    if whom is None:
        return None
    found = _charged(verb, by, whom, _OF_WHAT)
    return replace(found, wished=False) if lemma(verb) == "charge" and _is_due(verb) else found


def _blame(verb: Token, beside: frozenset[str]) -> Frame | None:
    """As accuse; or "X blamed it on Y"."""
    by, whom = _sides(verb)
    on = _preposed(verb, "on", by)
    if on is not None:
        matter = () if whom is None else (_stretch(_whole(whom, verb), on.head.i),)
        return Frame("blame", verb, by, tuple(listed(on)), matter=matter, until=None, **_mood(verb))
    return None if whom is None else _charged(verb, by, whom, _OF_WHAT)


def _attribute(verb: Token, beside: frozenset[str]) -> Frame | None:
    """ "X attributed it to Y"; "deaths attributed to Y"."""
    by, what = _sides(verb)
    to = _preposed(verb, "to", by)
    if to is None:
        return None
    matter = () if what is None else (_stretch(what, to.head.i),)
    return Frame("attribute", verb, by, tuple(listed(to)), matter=matter, **_mood(verb))


def _hold(verb: Token, beside: frozenset[str]) -> Frame | None:
    """ "X held Y responsible for it"; whom the parse takes for a subject of the adjective."""
    last = min(verb.i + _MOST, len(verb.doc), verb.sent.end)
    held = next((t for t in verb.doc[verb.i + 1 : last] if t.lower_ in beside), None)
    if held is None or any(t.pos_ in _VERBS for t in verb.doc[verb.i + 1 : held.i]):
        return None
    by, whom = _sides(verb)
    if child(verb, "nsubjpass") is None:
        between = [t for t in verb.doc[verb.i + 1 : held.i] if _may_be_party(t)]
        tops = [t for t in between if t.head not in between]
        whom = tops[0] if tops else None
        by = subject(verb)
    if whom is None:
        return None
    if whom.i > held.i:
        return None
    found = Frame("hold", verb, by, tuple(listed(whom)), until=held.i, **_mood(verb))
    matter = _matter_behind(held, ("for",))
    laid = whom.pos_ != "PRON" and _is_vowed(verb, matter)
    return replace(found, matter=matter, wished=found.wished and not laid)


def _is_vowed(verb: Token, matter: Sequence[_Matter]) -> bool:
    """ "*Vowed* to hold them responsible for the attack", "they *will* be held responsible": it is
    laid at their door already; not for "any attack" that may come."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    vowed = _is_due(verb) or lemma(above) in words("grammar_words", use="vowed")
    return vowed and not any(_is_any(verb.doc[start]) for _, start, _ in matter)


def _is_any(token: Token) -> bool:
    return token.lower_ in words("grammar_words", use="any")


def _be(verb: Token, beside: frozenset[str]) -> Frame | None:
    """ "Y was responsible for it", "Y was behind it", "Y is to blame for it"."""
    near = [c for c in kids(verb) if c.i > verb.i and c.dep_ in _SAID_OF]
    held = next((c for c in near if c.lower_ in beside), None)
    whom = subject(verb)
    if held is None or whom is None or whom.i > verb.i:
        return None
    inside = [c for c in kids(held) if c.dep_ == "pobj"] if held.dep_ == "prep" else []
    matter = tuple(_stretch(c, None) for c in inside) or _matter_behind(held, ("for",))
    return Frame("be", verb, None, tuple(listed(whom)), matter=matter, cue=held, **_mood(verb))


def _did(verb: Token, beside: frozenset[str]) -> Frame | None:
    """Whose deed the verb tells."""
    if beside and not any(lemma(t) in beside or _stands_for_it(t) for t in kids(verb)):
        return None
    doer = _agent(verb) if passive(verb, headline=False) else subject(verb)
    if doer is None:
        return None
    obj = child(verb, *_OBJECTS) or child(verb, "nsubjpass")
    matter = () if obj is None or obj.i < verb.i else (_stretch(obj, None),)
    return Frame("did", verb, None, tuple(listed(doer)), matter=matter, **_mood(verb))


def _stands_for_it(token: Token) -> bool:
    """ "Planted *it*": the bomb that was told of."""
    return token.dep_ in ("dobj", "nsubjpass") and token.lower_ in ("it", "them")


_READ = {
    "accuse": _accuse,
    "blame": _blame,
    "attribute": _attribute,
    "hold": _hold,
    "be": _be,
    "did": _did,
}


def _charged(verb: Token, by: Token | None, whom: Token, links: Sequence[str]) -> Frame:
    pair = verb.doc[max(0, whom.i - 1) : whom.i + 1].text.lower()
    each = by is not None and pair in words("grammar_words", use="each-other")
    more = [c for c in kids(verb) if c.dep_ == "conj" and c.pos_ in _NOUNS and c.i > whom.i]
    parties = listed(by if each and by is not None else whom) + ([] if each else more)
    matter = _matter_of(verb, max(parties[-1], whom, key=lambda t: t.i), links)
    until = min((start for _, start, _ in matter if start > whom.i), default=None)
    return Frame(
        "accuse",
        verb,
        by,
        tuple(parties),
        each=each,
        matter=matter,
        until=None if until is None else until - 1,
        **_mood(verb),
    )


def _sides(verb: Token) -> tuple[Token | None, Token | None]:
    """Subject and object of a verb in the active; agent and subject in the passive."""
    if child(verb, "nsubjpass", "auxpass") is not None or verb.dep_ in ("acl", "amod"):
        if verb.tag_ == "VBG":
            return subject(verb), _whom(verb)
        return _agent(verb), subject(verb)
    return subject(verb), _whom(verb)


def _whom(verb: Token) -> Token | None:
    """The object; of a clause that tells of somebody, him: "the Front, *whom* they accused"."""
    found = child(verb, *_OBJECTS)
    if found is None or found.lower_ not in _RELATIVES:
        return found
    return verb.head if verb.dep_ == "relcl" else None


def _whole(whom: Token, verb: Token) -> Token:
    """All of what a clause tells more of: "*the attack* on a base *that* they blamed on him"."""
    if verb.dep_ != "relcl" or verb.head != whom:
        return whom
    while whom.dep_ == "pobj" and whom.head.head.pos_ in _NOUNS:
        whom = whom.head.head
    return whom


def _agent(verb: Token) -> Token | None:
    by = next((c for c in kids(verb) if c.dep_ in ("agent", "prep") and c.lower_ == "by"), None)
    return child(by, "pobj") if by is not None else None


def _preposed(verb: Token, link: str, by: Token | None) -> Token | None:
    """The object of this preposition behind a verb, be it that the parse hangs it on what the verb
    governs: of several that on the verb itself, else the last; none inside "for …"."""
    found = [t for t in below(verb) if t.lower_ == link and t.dep_ in ("prep", "dative")]
    behind = [t for t in found if t.i > verb.i and not _crosses(t, verb)]
    own = [t for t in behind if t.head == verb] or behind
    objects = [obj for t in own if (obj := child(t, "pobj")) is not None and not _is_time(obj)]
    return objects[-1] if objects else None


def _crosses(token: Token, verb: Token) -> bool:
    """Whether another clause, or "for", stands between a word and the verb it hangs on."""
    above = token.head
    for _ in range(_MOST):
        if above == verb or above.head == above:
            return False
        if above.dep_ in _CLAUSE or (above.lower_ in ("for", "of") and above.dep_ == "prep"):
            return True
        above = above.head
    return True


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _matter_of(verb: Token, last: Token, links: Sequence[str]) -> tuple[_Matter, ...]:
    """What stands behind "of" and the like: on the verb, else on the ``last`` who is accused."""
    own = _matter_behind(verb, links)
    if own:
        return own
    return _matter_behind(last, links) if last.i > verb.i else ()


def _matter_behind(head: Token, links: Sequence[str]) -> tuple[_Matter, ...]:
    preps = [c for c in kids(head) if c.dep_ == "prep" and c.lower_ in links and c.i > head.i]
    found = [
        _stretch(each, None)
        for prep in preps
        for obj in kids(prep)
        if obj.dep_ in ("pobj", "pcomp") and not _is_time(obj) and not _is_whose(head, prep, obj)
        for each in (obj, *(c for c in kids(obj) if c.dep_ == "conj"))
    ]
    return tuple(found)


def _is_whose(head: Token, prep: Token, obj: Token) -> bool:
    """Whether it only says of what body they are: "two members *of the Front*"."""
    return head.pos_ in _NOUNS and prep.lower_ == "of" and obj.pos_ == "PROPN"


def _stretch(head: Token, until: int | None) -> _Matter:
    end = head.right_edge.i + 1
    return head, head.left_edge.i, max(head.i + 1, end if until is None else min(end, until))


def _may_be_party(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON", "NUM")


def _mood(verb: Token) -> _Mood:
    """Whether it is said not to be so; whether it is only to be done, or told in general."""
    said = {c.lower_ for c in _helpers(verb)}
    nots, idle = words("deeds", "words", use="unsaid"), words("grammar_words", use="wished")
    return _Mood(
        negated=any(c.dep_ == "neg" for c in _helpers(verb)) or bool(said & nots),
        wished=bool(said & (idle | words("deeds", "words", use="habit"))),
    )


def _is_due(verb: Token) -> bool:
    """ "Will be charged": it is settled, though not yet done."""
    return any(c.lower_ in ("will", "would", "’ll", "'ll") for c in _helpers(verb))


def _helpers(verb: Token) -> list[Token]:
    """The small words with a verb, and with the verb that it shares them with."""
    found = [c for c in kids(verb) if c.dep_ in ("aux", "neg", "advmod")]
    shares = verb.dep_ in ("conj", "advcl") and child(verb, "nsubj", "nsubjpass") is None
    above = verb.head
    if shares and above.pos_ in _VERBS and above != verb:
        found += [c for c in kids(above) if c.dep_ == "aux"]
    return found
