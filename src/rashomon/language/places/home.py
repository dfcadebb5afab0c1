"""Where a report is at home: the outlet's town or state, from its name, its address, its title.

A local outlet names the towns around it without their state. Its home is evidence, never a fact
of the report: what the text states outweighs it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.data.place_table import Entry, normal_form, place_table
from rashomon.data.sites import site_of
from rashomon.language.places.lexicons import division, lies_in, namesakes, own_name, stopwords

_TAIL = re.compile(r"\s[-|–—:]\s|\||\.com-")
"""What parts a headline from the outlet's name behind it, as pages' titles have it."""
_WORD = re.compile(r"[^\W_][\w.'’]*")
_LETTERS = re.compile(r"[a-z]+")
_LONGEST_HOST = 40
_A_TOWN = 20_000
"""Fewer people do not make a town that a site's run-together name is read as."""
_A_CITY = 50_000
"""Fewer people do not make a town that an outlet named with a common word is taken to be of."""
_NAMESAKES = 4
_DWARF = 0.02
"""A namesake with a fiftieth of the largest one's people is not the town in an outlet's name."""
_STATES = frozenset({"admin1", "country"})
_NO_SITE = frozenset({"www", "web", "m", "com", "org", "net", "co", "news", "archive"})


def home(outlet: str | None, url: str | None, title: str | None) -> tuple[Entry, ...]:
    """The places that the outlet may be at home in; none where nothing tells."""
    for found in (_by_name(outlet), _by_address(url), _by_title(title)):
        if found:
            return found
    return ()


def told_states(title: str | None) -> frozenset[tuple[str | None, str | None]]:
    """Country and state of each state that the title names ("Ohio man charged")."""
    return frozenset(
        (entries[0].country_code, entries[0].admin1)
        for _, entries in _names(_WORD.findall(title or "")[:40])
        if entries[0].kind == "admin1"
    )


@lru_cache(maxsize=4096)
def _by_name(outlet: str | None) -> tuple[Entry, ...]:
    """What a table says of the outlet, else the longest place that its name begins with."""
    said = (outlet or "").split()[:6]
    known = _known("".join(said).lower()) or next(
        (found for word in said if word.isupper() and (found := _known(word.lower()))), ()
    )
    if known:
        return known
    start = 1 if said[:1] and said[0].lower() == "the" else 0
    for end in range(len(said), start, -1):
        name = " ".join(said[start:end])
        called = [e for e in namesakes(name) if own_name(e, name) and _may_be_home(e, name)]
        if called:
            return _likely(called)
    return ()


def _may_be_home(entry: Entry, name: str) -> bool:
    """The Hill, the Coast Guardian and the Echo are of no village of that name; Reading and Bath
    are towns that everybody knows."""
    plain = normal_form(name)
    rule = stopwords().get(plain)
    if rule == "never" or plain in words("mastheads"):
        return False
    if rule is None and plain not in words("place_nouns", "noun"):
        return True
    return entry.kind == "settlement" and entry.population >= _A_CITY


def _likely(found: list[Entry]) -> tuple[Entry, ...]:
    """The namesakes that are not dwarfed by the largest of them, towns before counties."""
    least = _DWARF * max(entry.population for entry in found)
    likely = [entry for entry in found if entry.population >= least]
    return tuple(sorted(likely, key=lambda entry: entry.kind == "admin2"))


def _known(outlet: str) -> tuple[Entry, ...]:
    return _homes().get(outlet, ())


@cache
def _homes() -> dict[str, tuple[Entry, ...]]:
    return {row["outlet"]: _seat(row["place"], row["in"]) for row in lexicon("outlet_homes")}


def _seat(name: str, code: str) -> tuple[Entry, ...]:
    """The town of that name in that area; the area itself, where it is what is named."""
    area = place_table().by_code(code)
    inside = [e for e in place_table().lookup(name) if area is not None and lies_in(e, area)]
    towns = [e for e in inside if e.kind == "settlement" and own_name(e, name)]
    return tuple((towns or inside)[:1])


@lru_cache(maxsize=4096)
def _by_address(url: str | None) -> tuple[Entry, ...]:
    """From the page's host; of an archived page from the host that it was kept from."""
    site = site_of(url or "")
    labels = site.split(".") if site else []
    whole = ".".join(labels)
    if whole in _homes():
        return _homes()[whole]
    inner = [label for label in labels[:-1] if label not in _NO_SITE][::-1]
    for label in inner:
        found = _known(label) or _known(label.removesuffix("tv")) or _run_together(label)
        if found:
            return found
    return _by_country(labels[-1]) if labels else ()


def _by_country(ending: str) -> tuple[Entry, ...]:
    """ "co.uk", "com.au": an ending of two letters is a country's, but for vogue ones."""
    country = place_table().by_code({"uk": "GB"}.get(ending, ending.upper()))
    return (country,) if country and ending in words("country_endings", "ending") else ()


def _run_together(label: str) -> tuple[Entry, ...]:
    """ "nbcconnecticut", "daytonvoice": a place of one or two words between words of the trade."""
    core = "".join(_LETTERS.findall(label[:_LONGEST_HOST]))
    before = words("host_words", use="before")
    after = words("host_words", use="after") | words("mastheads")
    return next((found for name in _cores(core, before, after) if (found := _spaced(name))), ())


def _cores(core: str, before: frozenset[str], after: frozenset[str]) -> Iterator[str]:
    """The name itself, then without one word of the trade ahead and up to two behind."""
    heads = [core, *(core.removeprefix(word) for word in sorted(before) if core.startswith(word))]
    for head in heads:
        yield head
        for last in sorted(after):
            if head.endswith(last):
                inner = head.removesuffix(last)
                yield inner
                yield from (
                    inner.removesuffix(word) for word in sorted(after) if inner.endswith(word)
                )


@lru_cache(maxsize=8192)
def _spaced(name: str) -> tuple[Entry, ...]:
    if len(name) < 4 or name in _NO_SITE:
        return ()
    splits = [name, *(f"{name[:n]} {name[n:]}" for n in range(3, len(name) - 2))]
    for spelled in splits:
        found = [e for e in place_table().lookup(spelled) if _is_town(e, spelled)]
        if found:
            return tuple(found[:_NAMESAKES])
    return ()


def _is_town(entry: Entry, name: str) -> bool:
    large = entry.kind == "admin1" or (entry.kind == "settlement" and entry.population >= _A_TOWN)
    return large and own_name(entry, name)


@lru_cache(maxsize=4096)
def _by_title(title: str | None) -> tuple[Entry, ...]:
    """From the outlet's name behind the headline: "… - KQQZ 5 Larnville, Ohio News"."""
    for tail in reversed(_TAIL.split((title or "")[:500])[1:]):
        said = _WORD.findall(tail)[:20]
        for word in said:
            if found := _known(word.lower().removesuffix(".com")) if _calls(word) else ():
                return found
        found = _stated(list(_names(said)))
        if found:
            return found
    return ()


def _calls(word: str) -> bool:
    """Whether it has the look of a call sign or of a site's name."""
    return word.isupper() or word.lower().endswith(".com")


def _stated(named: list[tuple[str, tuple[Entry, ...]]]) -> tuple[Entry, ...]:
    """Of the places named, those of the first name, in a state that the next ones give."""
    areas = [e for _, entries in named for e in entries if e.kind in _STATES]
    for _, entries in named:
        inside = [e for e in entries if any(lies_in(e, area) and e != area for area in areas)]
        if inside:
            return tuple(inside[:_NAMESAKES])
    if areas:
        return tuple(areas[:1])
    return tuple(e for _, entries in named[:1] for e in entries if e.population >= _A_TOWN)[:1]


def _names(said: list[str]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Capitalised words that the gazetteer knows, the longest first, from the left."""
    at = 0
    while at < len(said):
        length, entries = _longest(said, at)
        if entries:
            yield " ".join(said[at : at + length]), entries
        at += length


def _longest(said: list[str], at: int) -> tuple[int, tuple[Entry, ...]]:
    for length in range(min(4, len(said) - at), 0, -1):
        text = " ".join(said[at : at + length])
        entries = tuple(_own(namesakes(text), text)) or _abbreviated(text)
        if entries and text[:1].isupper():
            return length, entries
    return 1, ()


def _abbreviated(text: str) -> tuple[Entry, ...]:
    area = division(text)
    return (area,) if area else ()


def _own(entries: Iterable[Entry], text: str) -> Iterator[Entry]:
    return (e for e in entries if own_name(e, text) or e.kind in _STATES)
