"""A builder of cases from invented sentences."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.claims import ChainLink, Claim, Scope, Who
from rashomon.model.copies import Copy, CopySpan, Drift
from rashomon.model.numbers import NumberRange
from rashomon.model.spans import Span
from rashomon.model.voices import Voice
from rashomon.weighing import Case, Weighed, weigh


class Pile:
    """Collects reports' claims; ``weigh`` puts them on the scales."""

    def __init__(self) -> None:
        self.voices: dict[str, Voice] = {}
        self.claims: list[Claim] = []
        self.copies: list[Copy] = []
        self.published: dict[str, str | None] = {}
        self.texts: dict[str, str] = {}

    def voice(self, name: str, kind: str = "official", command: str | None = None) -> str:
        """A voice, its id made from its name."""
        key = name.replace(" ", "-")
        self.voices[key] = Voice(id=key, name=name, kind=kind, command=command, why_null={})
        return key

    def report(self, report: str, outlet: str, published: str | None = None) -> str:
        """A report and its outlet."""
        self.voice(outlet, "outlet")
        self.published[report] = published
        self.texts[report] = ""
        self.outlets = {**getattr(self, "outlets", {}), report: outlet.replace(" ", "-")}
        return report

    def say(
        self,
        report: str,
        sentence: str,
        exact: str,
        value: tuple[int | None, int | None] | Any = (1, 1),
        *,
        through: tuple[str, ...] = (),
        prop: str = "killed",
        label: str = "people",
        stance: str = "asserted",
        approximate: bool = False,
        same_sentence: bool = False,
        who: dict[str, Any] | None = None,
        scope: str | None = None,
        **more: Any,
    ) -> Claim:
        """One claim; the sentence is added to the report unless it is the one before."""
        text = self.texts[report]
        if not same_sentence:
            text = f"{text} {sentence}".strip()
            self.texts[report] = text
        start = text.rindex(sentence)
        at = start + sentence.index(exact)
        chain = (self.outlets[report], *(v.replace(" ", "-") for v in through))
        number = value
        if isinstance(value, tuple):
            number = NumberRange(low=value[0], high=value[1], approximate=approximate)
        claim = Claim(
            id=f"c{len(self.claims):03}",
            incident=None,
            property=prop,
            value=number,
            who=Who(label=label, why_null={}, **(who or {})),
            span=Span(report=report, start=at, end=at + len(exact), exact=exact),
            sentence=Span(report=report, start=start, end=start + len(sentence), exact=sentence),
            chain=tuple(ChainLink(voice=v, attribution=None) for v in chain),
            stance=stance,
            as_of=more.pop("as_of", None) or (self.published[report] or "")[:10] or None,
            scope=Scope(period=scope) if scope else None,
            why_null={},
            **more,
        )
        self.claims.append(claim)
        return claim

    def copy(
        self,
        *claims: Claim,
        kind: str = "wire",
        source: str | None = None,
        drift: tuple[tuple[str, Claim, Claim], ...] = (),
        whole: bool = True,
    ) -> None:
        """A copy whose passages are the sentences of these claims, the first the origin."""
        spans = tuple(
            CopySpan(**c.sentence.model_dump(), role="copy" if n else "origin", containment=1.0)
            for n, c in enumerate(claims)
        )
        drifts = tuple(Drift(**{"what": w, "from": a.span, "to": b.span}) for w, a, b in drift)
        self.copies.append(
            Copy(
                id=f"k{len(self.copies)}",
                kind=kind,
                spans=spans,
                primary_source=source,
                drift=drifts,
                why_null={},
            )
        )

    def case(self) -> Case:
        """The case so far."""
        return Case(
            claims=tuple(self.claims),
            voices=self.voices,
            copies=tuple(self.copies),
            published=self.published,
        )

    def weigh(self, rule: str = "independent") -> Weighed:
        """Weigh it."""
        return weigh(self.case(), rule)


@pytest.fixture
def pile() -> Pile:
    """An empty pile."""
    return Pile()


@pytest.fixture(scope="session")
def new_pile() -> Callable[[], Pile]:
    """Makes empty piles, for tables and properties."""
    return Pile
