"""Voices that are one under two names among the accounts of one incident: a body and its letters
("HRO" for "Harbour Rescue Office"), a name that one report heard as nobody's in particular."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.data.body_names import body_nouns
from rashomon.data.known_names import known
from rashomon.data.phrases import words
from rashomon.data.spelling import bare
from rashomon.data.spelling import words as words_of
from rashomon.model.voices import Voice

_LETTERS = range(3, 8)
_FEWEST = 3  # words that letters stand for
_BODIES = frozenset({"official", "group", "state"})
_PEOPLE = frozenset({"person", "official", "unnamed"})
_SURNAME = 4  # letters
_NOBODY = frozenset({"agency", "outlet"})


def same_voices(voices: Iterable[Voice], letters: Mapping[str, str]) -> dict[str, str]:
    """Voice id -> the id of the voice whose other name it is, where just one fits; ``letters`` are
    what the reports bring in for names of bodies."""
    heard = sorted(voices, key=lambda each: each.id)
    found = {}
    named = [voice for voice in heard if voice.kind in _BODIES and _is_name(voice.name)]
    by_name = defaultdict(list)
    for voice in named:
        by_name[bare(voice.name)].append(voice)
    found.update(_by_surname(heard))
    for voice in heard:
        if voice.kind in _NOBODY or known(voice.name) is not None:
            continue
        fitting = by_name[bare(voice.name)] if voice.kind == "unnamed" else []
        fitting = fitting or _brought_in(voice, heard, letters) or _stand_behind(voice, named)
        if len({bare(each.name) for each in fitting}) == 1 and voice not in fitting:
            found[voice.id] = fitting[0].id
    return {one: _end(one, found) for one in found}


def _end(voice: str, found: Mapping[str, str]) -> str:
    """Where the names lead in the end."""
    seen = {voice}
    while (then := found.get(voice)) is not None and then not in seen:
        voice = then
        seen.add(voice)
    return voice


def _by_surname(heard: Sequence[Voice]) -> dict[str, str]:
    """ "Berel" of one report is the one Ana Berel whom the others hear; where only one of the two
    is told to speak for a body, the other is that one."""
    found = {}
    people = [voice for voice in heard if voice.kind in _PEOPLE and known(voice.name) is None]
    whole = [voice for voice in people if _in_full(voice.name)]
    for voice in people:
        if not _alone(voice.name):
            continue
        same = [each for each in whole if bare(each.name).split()[-1] == bare(voice.name)]
        commands = {each.command for each in (voice, *same) if each.command}
        if len({bare(each.name) for each in same}) == 1 and len(commands) < 2:
            turned = voice.command is not None and same[0].command is None
            one, other = (same[0], voice) if turned else (voice, same[0])
            found[one.id] = other.id
    return found


def _in_full(name: str) -> bool:
    found = name.split()
    return len(found) > 1 and all(word[:1].isupper() for word in (found[0], found[-1]))


def _alone(name: str) -> bool:
    """Whether it is a lone surname: no letters for a body, no "Officials"."""
    roles = words("source_roles", "noun")
    if not (name.isalpha() and name.istitle() and len(name) >= _SURNAME):
        return False
    return roles.isdisjoint({bare(name), bare(name).removesuffix("s")})


def _brought_in(voice: Voice, heard: Sequence[Voice], letters: Mapping[str, str]) -> list[Voice]:
    """The voices of the body for which a report has the letters, or of who speaks for it."""
    name = letters.get(_without_article(voice.name))
    if name is None:
        return []
    found = [each for each in heard if bare(each.name) == bare(name)]
    return (
        found or [each for each in heard if each.command and bare(each.command) == bare(name)][:1]
    )


def _without_article(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").replace(".", "")


def _stand_behind(voice: Voice, named: Sequence[Voice]) -> list[Voice]:
    """The bodies for which a voice's letters stand; of several of that name none."""
    letters = _without_article(voice.name)
    if not (letters.isalpha() and letters.isupper() and len(letters) in _LETTERS):
        return []
    return [each for each in named if stands_for(letters, each.name)]


def stands_for(letters: str, name: str) -> bool:
    """Whether letters are made from the beginnings of a name's words, one or more of each, in
    order: "HRO", "HAREO" for "Harbour Rescue Office"."""
    small = words("function_words")
    every = [word.folded for word in words_of(name) if word.folded not in small]
    return len(every) >= _FEWEST and _made_of(letters.casefold(), every)


def _made_of(letters: str, parts: Sequence[str]) -> bool:
    if not parts:
        return not letters
    first, rest = parts[0], parts[1:]
    sizes = (n for n in range(1, len(first) + 1) if letters[:n] == first[:n] and len(letters) >= n)
    return any(_made_of(letters[size:], rest) for size in sizes)


def _is_name(name: str) -> bool:
    """Whether it is a body's name in full, not "the hospital"."""
    found = words_of(name)
    capitals = [word for word in found if word.capital]
    return len(found) > 1 and (len(capitals) > 1 or any(w.folded in body_nouns() for w in capitals))
