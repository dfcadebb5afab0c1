"""The sources of one value as a small tree: primary sources, agencies between, outlets.

Sources that count once stand together under the reason. Built from the claims of a reading and
their chains; which of them count once is the finding's own ``collapsed``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.data.spelling import in_a_sentence
from rashomon.model.claims import Claim
from rashomon.model.findings import Finding, Reading
from rashomon.publishing import words
from rashomon.publishing.book import Book, Ref
from rashomon.publishing.views import Branch, Joint

NOBODY = "no source named"
_MOST_NAMED = 4


@dataclass(slots=True)
class _Node:
    """A voice on the way, with the claims that end here and the voices that pass it on."""

    voice: str
    claims: list[str] = field(default_factory=list)
    below: dict[str, "_Node"] = field(default_factory=dict)

    def child(self, voice: str) -> "_Node":
        return self.below.setdefault(voice, _Node(voice))


def joints(reading: Reading, book: Book) -> tuple[Joint, ...]:
    """One for each source that counts; those with named sources first."""
    claims = [book.claims[each] for each in dict.fromkeys(reading.claims) if each in book.claims]
    found = [_joint(group, reason, book) for group, reason in _groups(claims, reading)]
    return tuple(sorted(found, key=lambda each: not each.named))


def behind(finding: Finding, book: Book) -> str:
    """Who the independent sources of a finding are: those with a name; those without, who may be
    one or two; outlets that name none, which all together are one at most."""
    found = [each for reading in finding.readings for each in joints(reading, book)]
    sure = dict.fromkeys(_who(each) for each in found if each.named)
    roots = [branch for each in found if not each.named for branch in each.branches]
    unnamed = dict.fromkeys(in_a_sentence(r.voice.text) for r in roots if r.voice.text != NOBODY)
    silent = dict.fromkeys(
        b.voice.text for r in roots if r.voice.text == NOBODY for b in r.branches
    )
    told = [
        words.listed(list(sure), _MOST_NAMED) if sure else "",
        "some of whom count once" if len(sure) > finding.independent.low else "",
        f"unnamed: {words.listed(list(unnamed), _MOST_NAMED)}" if unnamed else "",
        f"naming no source: {words.listed(list(silent), _MOST_NAMED)}" if silent else "",
    ]
    return "; ".join(each for each in told if each)


def _who(joint: Joint) -> str:
    """The named sources that count once, as one."""
    names = [in_a_sentence(each.voice.text) for each in joint.branches]
    return " with ".join(dict.fromkeys(name for name in names if name != NOBODY))


def _groups(claims: Sequence[Claim], reading: Reading) -> list[tuple[list[Claim], str]]:
    """Claims that count once, with the reason; each other claim alone."""
    reasons = {claim: each for each in reversed(reading.collapsed) for claim in each.claims}
    groups: dict[object, tuple[list[Claim], str]] = {}
    for claim in claims:
        once = reasons.get(claim.id)
        reason = once.reason if once else ""
        key = once or (claim.primary() if claim.chain else claim.id)
        groups.setdefault(key, ([], reason))[0].append(claim)
    return list(groups.values())


def _joint(claims: Iterable[Claim], reason: str, book: Book) -> Joint:
    roots: dict[str, _Node] = {}
    for claim in claims:
        path = _path(claim, book)
        node = roots.setdefault(path[0], _Node(path[0]))
        for voice in path[1:]:
            node = node.child(voice)
        node.claims.append(claim.id)
    named = any(book.is_named(voice) for voice in roots)
    ordered = sorted(roots.values(), key=lambda node: not book.is_named(node.voice))
    return Joint(reason, named, tuple(_branch(node, book) for node in ordered))


def _path(claim: Claim, book: Book) -> list[str]:
    """From the primary source to the outlet; an outlet that names nobody passes on nobody's."""
    voices = [link.voice for link in reversed(claim.chain)]
    if not voices or (len(voices) == 1 and not claim.staff_saw and book.is_outlet(voices[0])):
        return ["", *voices]
    return voices


def _branch(node: _Node, book: Book) -> Branch:
    return Branch(
        voice=book.voice(node.voice) if node.voice else Ref(NOBODY),
        kind=book.voice_kind(node.voice) if node.voice else "",
        claims=tuple(book.claim(each) for each in node.claims),
        branches=tuple(_branch(each, book) for each in node.below.values()),
    )
