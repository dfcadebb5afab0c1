"""From a number phrase to what it counts: a noun of people, or nobody."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.data.phrases import words
from rashomon.language.counts.numerals import NUMBER_WORDS
from rashomon.language.counts.people import casualty_lemmas, lemma, person_noun
from rashomon.language.counts.phrases import governor
from rashomon.language.counts.tree import kids, lefts

_REACH = 7
_MODIFIERS = frozenset({"ADJ", "PROPN", "ADV", "VERB", "DET", "NUM", "NOUN"})
_NOT_PEOPLE = frozenset({"MONEY", "PERCENT", "QUANTITY", "TIME", "ORDINAL"})
_WHERE_AND_WHEN = frozenset({"GPE", "LOC", "DATE", "TIME", "ORG", "PERSON"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "dative", "attr", "oprd", "npadvmod"})
_MODIFYING = frozenset({"compound", "nmod", "amod", "poss"})
_AGES = frozenset({"year", "month", "-year", "-month"})
_WHOLE = words("grammar_words", use="whole")
_TOLLS = words("grammar_words", use="toll")
_STATING = words("grammar_words", use="stating")
_FROM_TOLL = 6
_BROUGHT = 4  # tokens: "brings the overall number of people killed … to"
_PAIR = 2
_SENTENCE = 60  # tokens of a sentence that are looked at
_AGE_UNITS = words("grammar_words", use="age-unit")
_SPANS = words("grammar_words", use="age-span")
_ONE = words("grammar_words", use="of-one")
_BEARING = words("grammar_words", use="bear")
_WOUNDS = words("harms", "noun")
_NUMBERING = words("grammar_words", use="numbering")
_ABBREVIATED = frozenset({"no.", "nos."})
_LISTING = frozenset({",", "and", "or", "&"})
_CROWD = words("crowd_sizes", "word", use="size") | words("crowd_sizes", "word", use="taker")
_TAKING = words("crowd_sizes", "word", use="takes-part")
_ARTICLES = frozenset({"a", "an", "the"})
_STOPS = frozenset(":;()[]/%$£€")
_INSERTED = frozenset("[]")  # an editor's word in a quotation: "29 [members] of his family"
_QUOTES = frozenset("'\"‘’“”«»")


def _months() -> frozenset[str]:
    """The months and their short forms."""
    return words("times_words", "word", **{"class": "month"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: ``head`` is the noun (or the numeral itself, ``headless``).

    ``whole`` is the definite group of which the number is a part ("three *of them*").
    """

    head: Token
    headless: bool = False
    whole: bool = False


def counted(doc: Doc, first: int, last: int, lone: bool = True) -> Counted | None:
    """What the number in tokens ``first`` to ``last`` counts, if people.

    ``lone`` allows a number without a noun, as subject or object of a casualty verb.
    """
    number = doc[last]
    if _is_measure(doc, first, last):
        return None
    behind = _behind_figure(doc, last)
    after = doc[behind] if behind < len(doc) else None
    if after is not None and after.lower_ == "of":
        return _of(doc, number, behind + 1)
    another = after is not None and after.lower_ in NUMBER_WORDS  # "in 2021 two men"
    noun = None if another else _noun_after(doc, behind)
    if noun is not None:
        return Counted(noun)
    if lone and first > 1 and [t.lower_ for t in doc[first - 2 : first]] == ["of", "whom"]:
        return Counted(number, headless=True, whole=True)
    if lone and (group := _sized_group(doc, first)) is not None:
        return Counted(group)
    if lone and (_stands_alone(doc, first, number) or _of_a_crowd(doc, first, last)):
        return Counted(number, headless=True)
    return (_were(number) or _are(doc, last + 1)) if lone else None


def _behind_figure(doc: Doc, last: int) -> int:
    """Where the words behind a number begin, a figure of it in brackets aside: "two (2) men"."""
    aside = doc[last + 1 : last + 4]
    if [token.text for token in aside][::2] == ["(", ")"] and aside[1].text.isdigit():
        return last + 4
    return last + 1


def _sized_group(doc: Doc, first: int) -> Token | None:
    """The group whose size the number gives: "a *family* of five", "a crew of 12"."""
    if first < 2 or doc[first - 1].lower_ != "of":
        return None
    row = person_noun(doc[first - 2])
    return doc[first - 2] if row is not None and row.type == "group" else None


def _apposed(doc: Doc, at: int) -> Counted | None:
    """ "one of them *a nurse*", "two of them, *children*", "one of them *his aunt*": who some of
    those are."""
    at += at + 1 < len(doc) and doc[at].text == ","
    article = at < len(doc) and (doc[at].lower_ in ("a", "an") or doc[at].tag_ == "PRP$")
    noun = _noun_after(doc, at + article)
    if noun is None:
        return None
    if noun.dep_ in ("nsubj", "nsubjpass") and not article and not _ends_phrase(noun):
        return None
    row = person_noun(noun)
    sized = any(child.dep_ == "nummod" and child.i >= at for child in kids(noun))
    person = row is not None and row.type == "person" and not sized
    return Counted(noun, whole=True) if person else None


def _were(number: Token) -> Counted | None:
    """ "*Four* of them *were women*", "three are children": what some of those told of are."""
    verb = number.head
    if number.dep_ != "nsubj" or lemma(verb) != "be":
        return None
    for child in kids(verb):
        row = person_noun(child) if child.dep_ == "attr" and child.i > verb.i else None
        if row is not None and row.type == "person" and not _sized(child):
            return Counted(child, whole=True)
    return None


def _are(doc: Doc, at: int) -> Counted | None:
    """ "Two *were teachers*", by the words alone: two such clauses in a row are parsed as one."""
    if at >= len(doc) or lemma(doc[at]) != "be":
        return None
    noun = _noun_after(doc, at + 1)
    row = person_noun(noun) if noun is not None else None
    if noun is None or row is None or row.type != "person" or _sized(noun):
        return None
    fate = {noun.lower_, lemma(noun)} & casualty_lemmas()  # "nine are missing"
    return Counted(noun, whole=not fate) if _ends_phrase(noun) else None


def _ends_phrase(noun: Token) -> bool:
    """Whether nothing of its clause follows: "six of them *soldiers* and …", not "two of them
    *police* said"."""
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return behind is None or behind.is_punct or behind.is_space or behind.pos_ in ("CCONJ", "ADP")


def _sized(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in kids(noun))


def _is_measure(doc: Doc, first: int, last: int) -> bool:
    """Ages, money, shares, decimals of names: "25-year-old", "$25", "25 %"."""
    before = doc[first - 1].text if first else ""
    after = doc[last + 1] if last + 1 < len(doc) else None
    if before in ("$", "£", "€", "#", "US$", "age", "aged", "ages"):
        return True
    if _is_serial(doc, first) or _is_age_of(doc, first, last):
        return True
    if before == "[" and last + 1 < len(doc) and doc[last + 1].text == "]":
        return True  # a note: "killing both.[9]"
    if before == "." and not doc[first - 1].whitespace_:
        return True
    if after is None:
        return False
    if _is_year(doc, first, last) or (after.text.istitle() and after.lower_ in _months()):
        return True
    if after.text in ("-", "‑", "–", "/", "%", ":", "°"):
        lists = after.text == ":" and bool(after.whitespace_)  # "stands at 24: 22 pupils and …"
        return not doc[last].whitespace_ and not lists
    if lemma(after) in _SPANS and any(
        t.lower_ in ("old", "olds") for t in doc[last + 2 : last + 4]
    ):
        return True  # "a three month old"
    return after.lower_ in _AGE_UNITS or after.lower_ in ("percent", "per", "pct")


def _is_age_of(doc: Doc, first: int, last: int) -> bool:
    """ "A girl *of eight*"; not "a pair *of two* sisters"."""
    if first < _PAIR or doc[first - 1].lower_ != "of" or doc[first - 2].tag_ != "NN":
        return False
    row = person_noun(doc[first - 2])
    one = row is not None and row.type == "person" and not row.plural
    return one and _noun_after(doc, last + 1) is None


def _is_serial(doc: Doc, first: int) -> bool:
    """ "No. 12", "Nos. 12, 14 *and 16*", "platforms 3 and 4": numbers that name things."""
    at = first - 1
    while at > 0 and doc[at].lower_ in _LISTING and doc[at - 1].like_num:
        at -= 2
    named = doc[max(0, at - 1) : at + 1]
    return named[-1:].text.lower().rstrip(".") in _NUMBERING or named.text.lower() in _ABBREVIATED


def _is_year(doc: Doc, first: int, last: int) -> bool:
    """ "26 December 2016", "December 26, 2016": a year of four digits behind a date."""
    word = doc[last].text
    if first != last or len(word) != 4 or word[:2] not in ("19", "20") or not word.isdigit():
        return False
    before = [token.text for token in doc[max(0, first - 3) : first] if token.text != ","]
    return bool(before) and any(text.strip(".").lower() in _months() for text in before)


def _of(doc: Doc, number: Token, at: int) -> Counted | None:
    """ "dozens of protesters", "three of them", "two of the four victims"."""
    if at >= len(doc):
        return None
    if doc[at].lower_ in _WHOLE:
        known = doc[at].lower_ not in ("us", "you")
        some = _were(number) or _apposed(doc, at + 1) or _are(doc, at + 1)
        return some or Counted(number, headless=True, whole=known)
    definite = doc[at].lower_ in ("the", "those", "these", "his", "her", "their", "its")
    noun = _noun_after(doc, at + definite)
    if noun is None and definite and _figure_of_harmed(doc, at + 1):
        return _were(number) or _are(doc, at + 3) or Counted(number, headless=True, whole=True)
    if noun is None:
        return None
    row = person_noun(noun)
    if row is not None and row.type == "group" and not row.plural:
        of_it = definite and noun.tag_ in ("NN", "NNP")  # "three of her crew"
        return Counted(number, headless=True) if of_it else Counted(noun)
    role = row.role if row is not None else ""
    were = (_were(number) or _are(doc, noun.i + 1)) if role == "victim" and definite else None
    if were is not None:
        return were
    return Counted(noun, whole=_sized(noun) or (definite and (role == "victim" or _harmed(noun))))


def _figure_of_harmed(doc: Doc, at: int) -> bool:
    """ "Four of the *27 killed*"."""
    known = doc[at : at + 2]
    return len(known) == _PAIR and known[0].like_num and lemma(known[1]) in casualty_lemmas()


def _harmed(noun: Token) -> bool:
    """ "the civilians *killed*", "the children *who died*": they are counted already."""
    words = casualty_lemmas()
    return any(
        child.dep_ in ("acl", "relcl", "amod") and (lemma(child) in words or child.lower_ in words)
        for child in kids(noun)
    )


def _owns_people(noun: Token) -> bool:
    """ "two soldiers' *wives*": who is counted stands behind the owner."""
    doc, at = noun.doc, noun.i
    owner = noun.pos_ in ("NOUN", "PROPN") and at + 1 < len(doc) and doc[at + 1].tag_ == "POS"
    return owner and any(person_noun(token) is not None for token in doc[at + 2 : at + 4])


def _noun_after(doc: Doc, at: int) -> Token | None:
    """The first noun of people that the words from ``at`` on lead to without another noun."""
    for token in doc[at : at + _REACH]:
        if token.tag_ == "POS" or token.text in _INSERTED or _owns_people(token):
            continue
        row = person_noun(token)
        if row is not None and not _inside_compound(token, row.noun):
            return token
        if token.pos_ not in _MODIFIERS and token.text not in ("-", ",", ".", "and", *_QUOTES):
            return None
        if token.pos_ == "DET" and (token.i > at or token.lower_ in _ARTICLES):
            return None  # "Channel 3 News, the man …", "told Channel 3 the man …"
        if token.lower_ in NUMBER_WORDS and token.i > at:  # "Channel 3 News Two brothers …"
            return None
        if token.text in _STOPS or (token.pos_ == "VERB" and not _participle(token)):
            return None
        if token.text in (",", ".", "and") and not _adjective_list(doc, token.i):
            return None
        if token.pos_ == "NOUN" and token.dep_ not in _MODIFYING and lemma(token) not in _AGES:
            return None
    return None


def _participle(verb: Token) -> bool:
    """ "35 *identified* civilians": a past form that the parse hangs on the noun is one as well."""
    return verb.tag_ in ("VBN", "VBG") or verb.dep_ == "amod"


def _adjective_list(doc: Doc, at: int) -> bool:
    """Whether a comma or "and" joins two adjectives ("two young, unarmed men")."""
    around = doc[max(0, at - 1) : at + 2]
    return len(around) == 3 and around[0].pos_ == "ADJ" and around[2].pos_ in ("ADJ", "VERB")


def _inside_compound(token: Token, noun: str) -> bool:
    """ "police" in "police officers", "victim" in "victim services", "dead" in "dead men"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None or (token.whitespace_ == "" and following.text not in ("-", "’s", "'s")):
        return False
    if following.text in ("’s", "'s", "’", "'"):
        return token.dep_ == "poss"
    if noun in ("more", "other", "one") and following.pos_ in ("ADJ", "NOUN", "PROPN"):
        return True
    attached = token.dep_ in ("compound", "nmod", "amod", "poss") and token.head.i > token.i
    return attached and token.head.pos_ in ("NOUN", "PROPN")


def _stands_alone(doc: Doc, first: int, number: Token) -> bool:
    if number.ent_type_ in _NOT_PEOPLE or _between_commas(doc, first, number.i):
        return False
    if first and doc[first - 1].text == "," and _of_one(doc, number.i + 1):
        return False
    top = governor(number)
    if (
        _of_things(doc, first)
        or _numbers_a_thing(top)
        or (top.dep_ == "pobj" and top.head.lower_ == "from")
    ):
        return False
    if top.dep_ in _ARGUMENTS and (_tells_of_casualties(top.head) or _is_toll(top)):
        return True
    if _listed_with_label(doc, first) or _harmed_behind(doc, number.i + 1, top):
        return True
    if top.dep_ in ("ROOT", "nummod"):
        return _behind_toll(doc, first)
    return (top.dep_ == "pobj" and _is_toll(top.head)) or _behind_toll(doc, first)


def _of_things(doc: Doc, first: int) -> bool:
    """ "104 drones, *of which 88* were shot down": not "41 injuries, of which five were grave"."""
    if [t.lower_ for t in doc[max(0, first - 2) : first]] != ["of", "which"]:
        return False
    before = doc[max(doc[first].sent.start, first - 2 - _FROM_TOLL * 2) : first - 2]
    rows = [row for token in before if (row := person_noun(token)) is not None]
    harmed = any(lemma(t) in casualty_lemmas() or lemma(t) in _TOLLS for t in before)
    return not harmed and all(row.type == "group" for row in rows)


def _of_a_crowd(doc: Doc, first: int, last: int) -> bool:
    """ "Put the crowd *at 2,000*", "said that *10,000* took part": how many came."""
    behind = doc[last + 1 : last + 3].text.casefold()
    if any(behind == phrase or behind.startswith(f"{phrase} ") for phrase in _TAKING):
        return True
    if first < 3 or doc[first - 1].lower_ != "at":
        return False
    put = words("event_cues", "word", role="put")
    near = list(doc[max(0, first - 1 - _FROM_TOLL) : first - 1])
    return any(lemma(t) in put for t in near) and any(t.lower_ in _CROWD for t in near)


def _numbers_a_thing(number: Token) -> bool:
    """ "*Flight 302* killed all on board", "*Section 12*": part of the name before it; not "in
    Larnos *22* killed"."""
    thing = number.head
    named = number.dep_ == "nummod" and thing.i == number.i - 1
    return named and thing.text[0].isupper() and thing.ent_type_ not in _WHERE_AND_WHEN


def _harmed_behind(doc: Doc, at: int, top: Token) -> bool:
    """Whether the word behind the number says what befell them: "22 *kidnapped*", "six *shot*";
    in a phrase only at its end, since "two killed a man" tells of the killers."""
    word = doc[at] if at < len(doc) else None
    if word is not None and word.lower_ == "with":  # "left 12 *with burns*"
        return any(lemma(t) in _WOUNDS and t.tag_ == "NNS" for t in doc[at + 1 : at + 3])
    if word is None or lemma(word) not in casualty_lemmas():
        return False
    if word.tag_ not in ("VBN", "VBD", "JJ"):
        return False
    behind = doc[at + 1] if at + 1 < len(doc) else None
    if [t.lower_ for t in doc[max(0, at - 3) : at - 1]] == ["of", "the"]:
        return True  # "four of the 27 killed"
    ends = behind is None or behind.is_punct or behind.is_space or behind.pos_ in ("ADP", "CCONJ")
    return top.dep_ in ("ROOT", "nummod") or (top.dep_ in _ARGUMENTS | {"pobj"} and ends)


def _listed_with_label(doc: Doc, first: int) -> bool:
    """ "Killed on 3 May: four", "- Missing: 2", "(dead: 7)": a heading with its figure."""
    if first < 2 or doc[first - 1].text != ":":
        return False
    heading: list[Token] = []
    for token in reversed(list(doc[max(0, first - _FROM_TOLL - 3) : first - 1])):
        if "\n" in token.text or token.text in "([;":
            break
        heading.insert(0, token)
    named = [token for token in heading if token.is_alpha][:3]
    return any({token.lower_, lemma(token)} & casualty_lemmas() for token in named)


def _behind_toll(doc: Doc, first: int) -> bool:
    """Whether the words right before give a toll, whatever the parse: "the death toll as high as
    35", "put the number of killed at “more than 20”"."""
    at = first - 1
    while at >= 0 and doc[at].is_quote:
        at -= 1
    if at < 0 or not (doc[at].lower_ in _STATING or doc[first].lower_ == "as"):
        return False
    before = list(doc[max(0, at - _FROM_TOLL) : at + 1])
    near = any(
        lemma(t) in ("toll", "tally") or (lemma(t) in _TOLLS and _of_casualties(t)) for t in before
    )
    return near or _of_far_toll(doc, at) or _puts_the_dead(doc, at)


def _puts_the_dead(doc: Doc, at: int) -> bool:
    """ "now puts *the dead at* 31"."""
    if doc[at].lower_ != "at" or at < 3 or doc[at - 2].lower_ != "the":
        return False
    putting = lemma(doc[at - 3]) in words("event_cues", "word", role="put")
    return putting and doc[at - 1].lower_ in casualty_lemmas()


def _of_far_toll(doc: Doc, at: int) -> bool:
    """Whether a toll told of earlier in the sentence comes "to", stands "at" or "is" the number
    behind ``at``: "the number of people killed when the dam broke on Sunday *has risen to* 14"."""
    start = doc[at].sent.start
    tolls = [t.i for t in doc[max(start, at - _SENTENCE) : at + 1] if _names_toll(t)]
    if not tolls:
        return False
    said = doc[at].lower_
    verb = doc[at - 1] if said in ("to", "at") and at > start else doc[at]
    if at > start + 2 and doc[at - 2].lower_ == "from":  # "was raised from 20 to 41"
        verb = doc[at - 3]
    if said == "to":
        reckon = words("event_cues", "word", role="reckon")
        brought = (t for i in tolls for t in doc[max(start, i - _BROUGHT) : i])
        return lemma(verb) in reckon or any(lemma(t) in reckon for t in brought)
    if said == "at":
        return any(lemma(t) in words("event_cues", "word", role="put") for t in doc[start:at])
    who = [child for child in lefts(verb) if child.dep_ in ("nsubj", "nsubjpass")]
    return any(each.i in tolls for each in who)


def _names_toll(token: Token) -> bool:
    """ "toll", "the number of people who died": a word for how many were harmed."""
    if lemma(token) in ("toll", "tally"):
        return True
    if lemma(token) not in _TOLLS:
        return False
    near = token.doc[token.i + 1 : token.i + 1 + 2 * _FROM_TOLL]
    harmed = casualty_lemmas() | {"life", "victim"}
    return near.text[:3] == "of " and any(lemma(t) in harmed or t.lower_ in harmed for t in near)


def _of_one(doc: Doc, at: int) -> bool:
    """Whether one person is told of: the age in "Dana Merrow, 41 was killed"."""
    return at < len(doc) and doc[at].lower_ in _ONE


def _between_commas(doc: Doc, first: int, last: int) -> bool:
    """An age: "Dana Merrow, 41, was killed"."""
    if first == 0 or doc[first - 1].text not in (",", "("):
        return False
    closes = last + 1 >= len(doc) or doc[last + 1].text in (",", ")", ".", ";")
    return closes and first > 1 and doc[first - 2].pos_ in ("PROPN", "NOUN")


def _tells_of_casualties(verb: Token) -> bool:
    words = casualty_lemmas()
    if lemma(verb) in words or verb.lower_ in words:
        return True
    near = [child for child in kids(verb) if child.dep_ not in ("nsubj", "nsubjpass", "punct")]
    if lemma(verb) in _BEARING and any(lemma(child) in _WOUNDS for child in near[:8]):
        return True  # "another 12 suffered burns"
    deeper = [grandchild for child in near[:8] for grandchild in list(kids(child))[:6]]
    return any(lemma(t) in words or t.lower_ in words for t in near[:8] + deeper)


def _is_toll(link: Token) -> bool:
    """ "the death toll rose *to 12*", "a toll *of 12*", "put the number of dead *at 12*"."""
    top = link.head
    around = [top, *list(kids(top))[:10], top.head]
    return any(
        lemma(t) in _TOLLS and (lemma(t) in ("toll", "tally") or _of_casualties(t)) for t in around
    )


def _of_casualties(noun: Token) -> bool:
    words = casualty_lemmas()
    inside = [g for child in kids(noun) for g in (child, *list(kids(child))[:4])]
    return any(lemma(t) in words or t.lower_ in words for t in inside[:20])
