"""Which counts of people an event befell: by the parse, and where that fails by the words."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.claims.account import Account, starting
from rashomon.claims.parts_told import told_behind, told_next
from rashomon.data import lexicon
from rashomon.data.phrases import phrases, words
from rashomon.model.annotations import CountMention, EventMention

_SPLIT = frozenset({"killed", "injured"})
_FIRM = ("numeral", "vague", "name", "article")
_RIGHT_BEHIND = re.compile(r"\s{0,3}(?:the lives of |of |the )?", re.IGNORECASE)
_HEADING = re.compile(r"[^.;:\n]{0,40}:\s{1,2}")  # "Killed on 3 May: four"
_LABEL = re.compile(r"[\s(*•·–—\d.)-]{0,8}(?:[^\W\d_]{1,20}\s){0,3}")  # "- Civilians killed: 7"
_BESIDE = re.compile(
    r"(?:[\s,]{1,3}|\s(?:(?!(?:as|while|when|who|after|before|because)\s)[^\s,.;:()\d]{1,20}\s){1,6})"
    r"(?:(?:along|together) with|alongside|as well as|as (?:is|are|was|were))"
    r"\s{1,3}(?:the )?",
    re.IGNORECASE,
)
_ASIDE = r"(?:\s{0,2}[,(–—-]\s?(?:including|among them)[^.;()]{1,160}?[,)–—-])?"
_TOGETHER = re.compile(r"\s{1,2}(?:and|or|and/or)\s{1,2}", re.IGNORECASE)
_HURT = re.compile(
    r"[”\"]?\s{1,2}(?:and|or|and/or)\s{1,2}(?:wounded|injured|injuries)\b", re.IGNORECASE
)
_AND_KIN = re.compile(r",?\s{1,2}(?:and|as well as)\s{1,2}")
_NEXT_NAME = re.compile(r"(?:\s?\([^()]{1,40}\)|,? \d{1,3})?,?\s{1,2}(?:and\s{1,2})?")
_ANOTHER_SUBJECT = re.compile(r"(?:,|\sand|\sbut|\swhile)\s{1,2}")
_LIST_GOES_ON = re.compile(r",\s(?:and\s)?|\sand\s")
_LISTED = ("numeral", "vague", "article")
_LISTED_ON = re.compile(r",?\s(?:and|or)\s|,\s(?:an?|two|three|four|five)\s")
_TO_A_NUMBER = re.compile(
    r"\s(?:to|at|reached|reaching|passed|exceeded)\s(?:at least |about |some |more than )?$"
)
_FIGURES = ("numeral", "vague")
_NEAR = 240


@cache
def _predicate() -> re.Pattern[str]:
    """What may stand between a number and its predicate: an aside, auxiliaries, light words."""
    light = "|".join(map(re.escape, sorted(words("event_cues", role="auxiliary"))))
    return re.compile(rf"{_ASIDE}\s{{0,2}}(?:(?:{light})\s){{0,5}}", re.IGNORECASE)


@cache
def _predicate_begins() -> re.Pattern[str]:
    light = "|".join(map(re.escape, sorted(words("event_cues", role="auxiliary"))))
    return re.compile(rf",|\b(?:{light})\b", re.IGNORECASE)


class TollCounts:
    """The counts that each of some mentions carries."""

    def __init__(self, mentions: Sequence[EventMention], account: Account) -> None:
        """``mentions`` are all of one incident in the report."""
        self.account = account
        self.rivals = [m for m in mentions if m.affects in _SPLIT]

    def of(self, mention: EventMention) -> list[CountMention]:
        """The counts in the phrases that the event befell, and those told beside them."""
        labelled = self._labelled(mention)
        if labelled is not None:
            _, end = self.account.sentence_of(mention)
            made_of = self.account.counts_in(labelled.phrase.end, end)
            return [labelled, *(count for count in made_of if count.partial)]
        spans = recipients(mention)
        found = {
            count.start: count
            for span in spans
            for count in starting(self.account.notes.counts, *span)
            if count.phrase.overlaps(*span)
            and " attempted " not in self.account.report.text[mention.end : count.start]
            and not _of_another(count, mention)
            and not any(_nearer(rival, mention, count) for rival in self.rivals)
        }
        found |= {count.start: count for count in self._around(mention)}
        found = {
            start: c
            for start, c in found.items()
            if not _inside(c, found.values()) or self._harmed_whole(c, mention)
        }
        found = _told_of_once(found, self.account.report.text)
        if not found and _runs(mention):
            found = {count.start: count for count in self._reached(mention)}
        if mention.affects and (not found or self._told_before(mention, found.values())):
            nearer = {count.start: count for count in self._by_words(mention)}
            found = nearer or found
        if found and mention.affects in _SPLIT:
            found |= {count.start: count for count in self._listed(mention, found)}
            found |= {count.start: count for count in self._beside(mention, found)}
        if mention.affects in _SPLIT:
            last = max(mention.end, *(count.phrase.end for count in found.values()), 0)
            some = told_behind(mention, last, self.rivals, self.account)
            found |= {count.start: count for count in some}
        return [found[start] for start in sorted(found)]

    def _harmed_whole(self, count: CountMention, mention: EventMention) -> bool:
        """Whether the whole is of those harmed: "two of *the nine wounded*", "46 of *the 58 pupils*
        abducted"; not "four of the 20 passengers were killed"."""
        if count.phrase.start <= mention.start < count.phrase.end:
            return True
        behind = self.account.report.text[count.phrase.end : mention.start]
        return mention.start > count.phrase.end and behind.isspace()

    def _told_before(self, mention: EventMention, found: Iterable[CountMention]) -> bool:
        """Whether the people belong to what was told before, with an "and" behind it: "*14 bodies*
        were found and 23 miners are missing"."""
        text = self.account.report.text
        return all(
            count.end <= each.end <= mention.start
            and _ANOTHER_SUBJECT.search(text, each.end, mention.start)
            for count in found
            for each in (self._first_of(count, mention),)
        )

    def _first_of(self, count: CountMention, mention: EventMention) -> EventMention:
        """The first event of the sentence that is told of the people of the count."""
        told = self.account.events.get(self.account.sentence(mention.start), ())
        of_them = (m for m in told if any(within(count, span) for span in recipients(m)))
        return next((m for m in of_them if m.start < mention.start), mention)

    def _around(self, mention: EventMention) -> list[CountMention]:
        """Some of those whom the word itself names: "*six of the dead* were children"; and the
        bare word: "the blast caused *deaths*"."""
        counts = self.account.counts_in(*self.account.sentence_of(mention))
        return [
            count
            for count in counts
            if (count.partial and count.end < mention.start and mention.end <= count.phrase.end)
            or (count.noun == "death" and count.basis == "plural" and count.end == mention.end)
        ]

    def not_split(self, mention: EventMention, count: CountMention) -> bool:
        """Whether the words do not say how many died: "more than 50 were *killed and injured*"."""
        if mention.affects not in _SPLIT or count.basis not in ("numeral", "vague"):
            return False
        if count.basis == "vague" and count.high is None:  # "many": some of them each
            return False
        text = self.account.report.text
        if mention.affects == "killed" and self._hurt_too(mention, count):
            return True
        for rival in self.rivals:
            one, other = sorted((mention, rival), key=lambda each: each.start)
            if one.affects == other.affects or one.end > other.start:
                continue
            if _TOGETHER.fullmatch(text[one.end : other.start]):
                return _shared(self.of(one), self.of(other))
        return False

    def _hurt_too(self, mention: EventMention, count: CountMention) -> bool:
        """Whether the hurt are named with the dead under one number: "18 dead and wounded"."""
        behind = _HURT.match(self.account.report.text, mention.end)
        if behind is None or count.start > mention.start:
            return False
        following = self.account.counts_in(mention.end, behind.end() + 3)
        return not any(each.start > mention.end for each in following)

    def _by_words(self, mention: EventMention) -> list[CountMention]:
        """A number right behind the trigger, or with nothing but an aside and auxiliaries
        between it and the trigger, where the parse lost it."""
        text = self.account.report.text
        start, end = self.account.sentence_of(mention)
        for count in self.account.counts_in(start, end):
            if count.basis not in ("numeral", "vague") or _of_another(count, mention):
                continue
            first, last = count.phrase.start, count.phrase.end
            behind = text[mention.end : first] if first >= mention.end else "."
            after = _RIGHT_BEHIND.fullmatch(behind)
            before = (
                last <= mention.start <= last + _NEAR
                and not mention.exact.endswith("ing")  # "two boys were shooting": they did it
                and _predicate().fullmatch(text[last : mention.start])
            )
            if (after or before) and not count.partial:
                return [count] if after else [*self._list_before(count, start), count]
        return []

    def _list_before(self, count: CountMention, start: int) -> list[CountMention]:
        """The items before the last one of a list: "*14 soldiers* and five volunteers were"."""
        text, listed = self.account.report.text, [count]
        for each in reversed(self.account.counts_in(start, count.phrase.start)):
            if each.basis not in _LISTED or each.partial or count.additional:
                break
            if not _LIST_GOES_ON.fullmatch(text, each.phrase.end, listed[0].phrase.start):
                break
            listed.insert(0, each)
        return listed[:-1]

    def _reached(self, mention: EventMention) -> list[CountMention]:
        """ "Brings the number of people killed by the flood in Arvik county *to seven*"."""
        text = self.account.report.text
        _, end = self.account.sentence_of(mention)
        behind = self.account.counts_in(mention.end, min(end, mention.end + _NEAR))
        for count in behind:
            if count.basis in ("numeral", "vague"):
                upto = text[mention.end : count.phrase.start]
                said = _TO_A_NUMBER.search(f"{upto}{text[count.phrase.start : count.start]}")
                at_all = said or text[count.phrase.start : count.start].strip() in ("to", "at")
                return [count] if at_all and not _of_another(count, mention) else []
        return []

    def _labelled(self, mention: EventMention) -> CountMention | None:
        """The figure of a label: "- Civilians killed: *7*", "Killed on 3 May: *four*"."""
        if mention.affects is None:
            return None
        text = self.account.report.text
        start, end = self.account.sentence_of(mention)
        start = max(
            start, text.rfind("\n", 0, mention.start), text.rfind("(", start, mention.start)
        )
        if not _LABEL.fullmatch(text[start : mention.start]):
            return None
        if any(c.basis in _FIGURES for c in self.account.counts_in(start, mention.start)):
            return None  # "seven people were wounded: one of them …"
        for count in self.account.counts_in(mention.end, end):
            if count.basis in ("numeral", "vague"):
                heading = _HEADING.fullmatch(text[mention.end : count.phrase.start])
                return count if heading and not _of_another(count, mention) else None
        return None

    def _listed(self, mention: EventMention, found: dict[int, CountMention]) -> list[CountMention]:
        """Who is named on in the same list, and a whole that is given a second time as the upper
        end, where the parse breaks off: "the deaths of Ana Berel, *Tarek Bou and Lina Bou*"."""
        _, end = self.account.sentence_of(mention)
        text = self.account.report.text
        more: list[CountMention] = []
        last = found[max(found)]
        rivals = [each for each in self.rivals if each.affects != mention.affects]
        tried = text.find(" attempted ", mention.end, end)
        end = tried if tried >= 0 else end
        theirs = [span for each in rivals for span in recipients(each)]
        for count in self.account.counts_in(last.phrase.end, end):
            if count.start in found or any(within(count, span) for span in theirs):
                continue
            names = last.basis == count.basis == "name" and not count.partial
            if names and _NEXT_NAME.fullmatch(text, last.phrase.end, count.start):
                more.append(count)
                last = count
            elif self._upper_end(count, found.values()):
                more.append(count)
        return more

    def some_told_next(self, mention: EventMention) -> list[CountMention]:
        """What some of those were of whom the sentence before tells: "Four of them were women"."""
        most = max((count.high or count.low or 0 for count in self.of(mention)), default=0)
        return told_next(mention, most, self.rivals, self.account)

    def _upper_end(self, count: CountMention, found: Iterable[CountMention]) -> bool:
        """ "At least four civilians, including two clerks, *and up to six civilians*"."""
        text = self.account.report.text
        return any(
            text[max(0, count.start - 4) : count.start] == "and "
            and count.exact.casefold().startswith("up to ")
            and (count.noun, count.partial) == (each.noun, each.partial)
            and each.high is None
            for each in found
        )

    def _beside(self, mention: EventMention, found: dict[int, CountMention]) -> list[CountMention]:
        """ "… was killed *along with his three children*"."""
        start, end = self.account.sentence_of(mention)
        last = max(mention.end, *(count.phrase.end for count in found.values()))
        ends = [mention.end, *(a[1] for a in recipients(mention)), last]
        text = self.account.report.text
        beside: list[CountMention] = []
        for count in self.account.counts_in(start, end):
            if count.start in found or _of_another(count, mention):
                continue
            gaps = [text[at : count.phrase.start] for at in ends if at <= count.phrase.start]
            listed = beside and _AND_KIN.fullmatch(text, beside[-1].phrase.end, count.phrase.start)
            beside_them = listed or any(_BESIDE.fullmatch(gap) for gap in gaps)
            if beside_them or self._kin(count, found.values(), text):
                beside.append(count.model_copy(update={"additional": True}))
        return beside

    @staticmethod
    def _kin(count: CountMention, told: Iterable[CountMention], text: str) -> bool:
        """ "a couple *and their three children*", whatever the parse makes of it."""
        owned = count.phrase.exact.split()[0].casefold() in words("weighing_words", use="owner")
        ends = [each.phrase.end for each in told]
        return owned and any(_AND_KIN.fullmatch(text, end, count.phrase.start) for end in ends)


def _runs(mention: EventMention) -> bool:
    """Whether the words are those of a toll: "the number of those killed", "death toll"."""
    said = mention.exact.casefold()
    return said.startswith("number of") or said.endswith("toll")


def _told_of_once(found: dict[int, CountMention], text: str) -> dict[int, CountMention]:
    """ "A third victim, *a girl of 17*, died": one person, of whom the words behind tell more."""
    kept: dict[int, CountMention] = {}
    for start, count in sorted(found.items()):
        before = kept[max(kept)] if kept else None
        if before is not None and _says_who(before, count, text):
            kept[before.start] = before.model_copy(update={"noun": count.noun})
        else:
            kept[start] = count
    return kept


def _says_who(one: CountMention, other: CountMention, text: str) -> bool:
    single = one.low == one.high == other.low == other.high == 1
    if not single or text[one.phrase.end : other.start] != ", " or other.basis != "article":
        return False
    if one.basis == "definite":  # "the attacker, a man of 28 from Arvik, was"; no list
        return not _LISTED_ON.match(text, other.phrase.end)
    somebody = one.basis == "article" and one.noun in ("victim", "person", "other")
    return somebody and text[other.phrase.end : other.phrase.end + 1] == ","


def recipients(mention: EventMention) -> list[tuple[int, int]]:
    """Where the phrases stand that the event befell."""
    return [(a.start, a.end) for a in mention.arguments if a.role == "recipient"]


def _shared(one: Sequence[CountMention], other: Sequence[CountMention]) -> bool:
    """Whether two outcomes have one number: the same, or only one of them has any."""
    first, second = {count.start for count in one}, {count.start for count in other}
    return first <= second or second <= first


def within(count: CountMention, span: tuple[int, int]) -> bool:
    """Whether a count begins inside a phrase."""
    return span[0] <= count.start < span[1]


def _inside(count: CountMention, others: Iterable[CountMention]) -> bool:
    """Whether it is only the whole of which another counts some: "one of *five people*"."""
    return any(
        other.partial and other.start < count.start and count.end <= other.phrase.end
        for other in others
    )


def died_of_the_hurt(count: CountMention, mention: EventMention, text: str) -> bool:
    """Whether it counts those of the hurt who have died: "*three of the wounded* died"; not "one
    of the victims was hurt and later died"."""
    if not count.partial or mention.affects != "killed" or mention.start < count.phrase.end:
        return False
    said = text[count.start : mention.start]
    ends = _predicate_begins().search(said)  # "one of the victims | was hurt and later died"
    said = said[: ends.start()] if ends else said
    return bool(phrases("hurting").search(said)) and bool(phrases("deaths").match(mention.exact))


def _of_another(count: CountMention, mention: EventMention) -> bool:
    """Whether the noun counts something else: "27 injuries" are no dead; "three of the wounded"
    may be."""
    if count.partial and mention.affects == "killed":
        return False
    own = _tolls().get((count.noun or "").casefold())
    return own in _SPLIT and mention.affects in _SPLIT and own != mention.affects


def _nearer(rival: EventMention, mention: EventMention, count: CountMention) -> bool:
    """Whether the grammar gives the count to another outcome: "one dead and *three others
    wounded*" is one list for the first word and a phrase of its own for the second."""
    if rival.affects == mention.affects or rival is mention or mention.affects not in _SPLIT:
        return False
    mine = [s for s in recipients(mention) if within(count, s)]
    theirs = [s for s in recipients(rival) if within(count, s)]
    if count.phrase.start <= rival.start < count.phrase.end and not theirs:
        return not count.phrase.start <= mention.start < count.phrase.end
    return any(a[0] < b[0] and b[1] <= max(a[1], rival.end) for a in mine for b in theirs)


@cache
def _tolls() -> dict[str, str]:
    """Nouns that are outcomes themselves, and what they count."""
    nouns = {row["noun"] for row in lexicon("people") if row["type"] == "toll"}
    return {
        row["lemma"]: row["affects"]
        for row in lexicon("events")
        if row["pos"] in ("NOUN", "ADJ")
        and row["affects"] in _SPLIT
        and (row["lemma"] in nouns or "victim-noun" in row["flags"])
    }
