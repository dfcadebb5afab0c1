"""Who stands at the end of a claim's chain, and when two claims have one and the same source.

CONTRACT.md, independence: same primary voice, bodies under one command, an unnamed member of a
named body, the same agency text, the same statement: each counts once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.data.body_names import body_nouns, chief_noun, same_body, telling_words
from rashomon.data.naming import known
from rashomon.data.spelling import fold
from rashomon.model.claims import Claim
from rashomon.model.voices import Voice
from rashomon.weighing.case import Case
from rashomon.weighing.described import described
from rashomon.weighing.inheriting import through_agencies, through_copies, through_report
from rashomon.weighing.offices import offices_of
from rashomon.weighing.one_voice import same_voices
from rashomon.weighing.source import Rank, Source
from rashomon.weighing.wording import word_list, words_for

_TELLING_WORDS = 2  # "the Union" alone could be any


class Sources:
    """The primary source of every claim of a case, worked out once."""

    def __init__(self, case: Case) -> None:
        """Read the voices, then let copied wordings share their sources."""
        self.voices = case.voices
        self._bodies = _bodies(case.voices.values())
        self._offices = offices_of(case.voices.values())
        self._same = same_voices(case.voices.values(), case.letters)
        commands = sorted({voice.command for voice in case.voices.values() if voice.command})
        self._commands = {command.casefold(): command for command in commands}
        own = {claim.id: self._own(claim) for claim in case.claims}
        told = through_report(case, own)
        self._of = through_agencies(case, through_copies(case, told, self._by_voice))

    def of(self, claim: Claim) -> Source:
        """The source of a claim, copies taken into account."""
        return self._of[claim.id]

    def lineage(self, claim: Claim) -> str | None:
        """What a later figure must share to replace this one; ``None`` if nobody is named.

        Prose without attribution is the outlet's: its own update replaces it.
        """
        source = self.of(claim)
        if source.rank is Rank.PROSE:
            return f"outlet:{claim.chain[0].voice}" if claim.chain else None
        return source.key if source.certain else None

    def name(self, voice: str) -> str:
        """The voice's name for a reader."""
        found = self.voices.get(voice)
        return found.name if found else voice

    def _own(self, claim: Claim) -> Source:
        if not claim.chain:
            return Source(f"prose:{claim.span.report}", None, Rank.PROSE)
        primary = self._speaker(claim)
        primary = self._same.get(primary, primary)
        voice = self.voices.get(primary)
        kind = voice.kind if voice else "unnamed"
        if claim.staff_saw:
            return Source(f"voice:{primary}", primary, Rank.NAMED)
        if kind == "outlet" and primary == claim.chain[0].voice:
            return Source(f"prose:{claim.span.report}", None, Rank.PROSE)
        if primary in self._offices:
            office = self._offices[primary]
            return Source(f"office:{office}", primary, Rank.NAMED, f"one office: {office}")
        if kind == "unnamed" and voice is not None and _proper(voice.name):
            return Source(f"name:{fold(voice.name)}", primary, Rank.NAMED)
        if _many_media(voice):
            return self._unnamed(claim, primary, voice)
        if (kind == "unnamed" or nobody_in_particular(voice)) and not (voice and voice.command):
            return self._unnamed(claim, primary, voice)
        return self._by_voice(primary)

    def _speaker(self, claim: Claim) -> str:
        """The last hop of a chain that can speak: "34 persons" cannot. "Its observers" speak for
        the body before them."""
        heard = [link.voice for link in claim.chain if not self.name(link.voice)[:1].isdigit()]
        while len(heard) > 1 and _owned(self.name(heard[-1])) and self._is_body(heard[-2]):
            heard.pop()
        return heard[-1] if heard else claim.primary()

    def _unnamed(self, claim: Claim, primary: str, voice: Voice | None) -> Source:
        """One of each report, unless the same words speak to the same agency: "a customs officer
        told Reuters" in two reports is one officer."""
        agencies = [link.voice for link in claim.chain[1:-1] if self._is_agency(link.voice)]
        name = word_list(voice.name) if voice else []
        if agencies and len(name) >= _TELLING_WORDS:
            key = f"unnamed:{' '.join(name)}:{agencies[-1]}"
            why = f"the same words, through {self.name(agencies[-1])}"
            return Source(key, primary, Rank.UNNAMED, why)
        return Source(f"unnamed:{primary}:{claim.span.report}", primary, Rank.UNNAMED)

    def _is_body(self, voice: str) -> bool:
        found = self.voices.get(voice)
        return found is not None and found.kind in ("group", "official", "state", "person")

    def _is_agency(self, voice: str) -> bool:
        found = self.voices.get(voice)
        return found is not None and found.kind == "agency"

    def _by_voice(self, voice_id: str) -> Source:
        voice = self.voices.get(voice_id)
        if voice is None:
            return Source(f"voice:{voice_id}", voice_id, Rank.NAMED)
        if voice.kind in ("agency", "outlet"):
            return Source(f"voice:{voice_id}", voice_id, Rank.MEDIUM)
        if voice_id not in self._bodies:
            return Source(f"voice:{voice_id}", voice_id, Rank.NAMED)
        bodies = self._bodies[voice_id]
        if len(bodies) > 1:
            among = frozenset(f"command:{body}" for body in bodies)
            why = f"{voice.command}: which of several is not said"
            return Source(f"one of:{voice.command}", voice_id, Rank.NAMED, why, among)
        (body,) = bodies
        under = self._commands.get(body, voice.command or voice.name)
        why = (
            f"an unnamed member counts as {under}"
            if voice.kind == "unnamed"
            else f"bodies under one command: {under}"
        )
        return Source(f"command:{body}", voice_id, Rank.NAMED, why)


def _proper(name: str) -> bool:
    """Whether it is a name, though of no kind that is known ("Rescue 1122"); "Iraqi Officials" are
    people of no name."""
    parts = name.split()
    capital = all(part[:1].isupper() or part[:1].isdigit() for part in parts)
    return len(parts) > 1 and capital and parts[-1].casefold() not in words_for("officials")


def _owned(name: str) -> bool:
    """ "Its observers", "our teams", "her group": those of whoever speaks before them."""
    first, _, rest = name.strip().partition(" ")
    if first.casefold() in words_for("owner"):
        return chief_noun(rest) in body_nouns()
    return bool(rest) and first.casefold() in words_for("owner-of-staff")


def _many_media(voice: Voice | None) -> bool:
    """ "Local media", "press reports": outlets of which none is named."""
    if voice is None or voice.kind not in ("agency", "outlet"):
        return False
    found = voice.name.split()
    states = words_for("of-the-state")
    last = found[-1] if found else ""
    return last in words_for("media-at-large") and not states.intersection(map(str.casefold, found))


def nobody_in_particular(voice: Voice | None) -> bool:
    """Whether the name is a role that many hold ("Iraqi officials"): unnamed, though public."""
    if voice is None or voice.kind != "official":
        return False
    words = voice.name.split()
    return bool(words) and words[-1] in words_for("officials")


def _bodies(voices: Iterable[Voice]) -> dict[str, frozenset[str]]:
    """voice id -> the body it speaks for; a body for which others speak is its own.

    Several where a type of body ("police") of several places is heard, and nothing says which.
    """
    all_heard = list(voices)
    bodies: dict[str, frozenset[str]] = {}
    for voice in all_heard:
        if voice.command:
            bodies[voice.id] = _whose(voice, voice.command.casefold(), all_heard)
        elif voice.kind in ("group", "official"):
            bodies[voice.id] = frozenset({voice.name.casefold()})
    for voice_id, name in described(all_heard).items():
        if not any(each.id == voice_id and each.command for each in all_heard):
            bodies[voice_id] = frozenset({name.casefold()})
    whole = _in_full({body for each in bodies.values() for body in each})
    heard = Counter(whole[body] for each in bodies.values() for body in each)
    return {
        voice.id: frozenset(whole[body] for body in bodies[voice.id])
        for voice in all_heard
        if voice.id in bodies and (voice.command or _shared(voice, bodies[voice.id], whole, heard))
    }


def _shared(
    voice: Voice, own: Iterable[str], whole: Mapping[str, str], heard: Mapping[str, int]
) -> bool:
    """Whether others speak for the body, or under a longer or shorter name of it."""
    alone = _is_type(voice.name)
    return any(heard[whole[body]] > 1 and not (alone and whole[body] == body) for body in own)


def _is_type(name: str) -> bool:
    """A sort of body ("police"), of which every place has its own."""
    body = known(name)
    return body is not None and body.type


def _whose(voice: Voice, command: str, known: Sequence[Voice]) -> frozenset[str]:
    """A body named without its place or country is the one of that name whose place is known,
    in the same reports or else in all, where there is one: "the army" beside "the Iraqi army"."""
    if command.endswith(")"):
        return frozenset({command})
    same = [each for each in known if each.command and _bare(each.command) == command]
    placed = [each for each in same if each.command and each.command.endswith(")")]
    here = {name.report for name in voice.names}
    near = [each for each in placed if here & {name.report for name in each.names}]
    every = [
        {each.command.casefold() for each in group if each.command} for group in (near, placed)
    ]
    found = every[0] if len(every[0]) == 1 else every[1]
    return frozenset(found or {command})


def _bare(command: str) -> str:
    return command.casefold().rsplit(" (", 1)[0]


def _in_full(bodies: Iterable[str]) -> dict[str, str]:
    """Each name of a body -> its longest form among those heard, where there is just one: "the
    Dockers' Union" is "the Larnos Dockers' Union" among the accounts of one incident."""
    named = sorted(bodies)
    return {body: _longest(body, named) for body in named}


def _longest(body: str, named: Sequence[str]) -> str:
    """The one longer name of which this is a short form; bodies of a place are told apart."""
    if body.endswith(")") or len(telling_words(body)) < _TELLING_WORDS:
        return body
    same = [each for each in named if not each.endswith(")") and same_body(body, each)]
    top = max(len(telling_words(each)) for each in same)
    longest = [each for each in same if len(telling_words(each)) == top]
    one = {telling_words(each) for each in longest}
    return min(longest) if len(one) == 1 else body
