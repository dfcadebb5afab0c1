"""How a claim is put together: the value, the words, and the chain behind them."""

from dataclasses import dataclass

from rashomon.claims.account import Account
from rashomon.claims.chains import Chains
from rashomon.claims.doubts import Doubts
from rashomon.model.base import NullReason, content_id
from rashomon.model.claims import ChainLink, Claim, Property, Scope, Stance, Value, Who
from rashomon.model.spans import Piece

_WIDEST_SPAN = 160


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the claims of one report."""

    account: Account
    chains: Chains
    told: int
    """Where the incident is first told: two incidents may be said to be of one day."""
    doubts: Doubts

    def claim(
        self,
        name: Property,
        value: Value,
        words: tuple[int, int],
        *,
        who: Who | None = None,
        partial: bool = False,
        additional: bool = False,
        others: bool = False,
        hedged: bool = False,
        denied: bool = False,
        scope: Scope | None = None,
        by: str | None = None,
        inherit: bool = True,
    ) -> Claim:
        """A claim whose words are ``text[words[0]:words[1]]``; ``by`` is the voice of who denies
        or claims a deed: his words are his own; ``inherit``: who spoke in the sentence before may
        be who says so."""
        told = self.chains.told(*words, hedged=hedged, inherit=inherit)
        chain = told.links
        if by is not None and all(link.voice != by for link in chain):
            chain = (*chain, ChainLink(voice=by, attribution=None))
        stance: Stance = "denied" if denied else told.stance
        voice = self.chains.speakers.voices[chain[-1].voice].kind
        if stance in ("asserted", "hedged") and self.doubts.of(name, words[0], voice):
            stance = "unconfirmed"
        span = self.account.span(*words)
        label = who.label if who else ""
        return Claim(
            id=content_id(
                "c",
                span.report,
                self.told,
                name,
                span.start,
                span.end,
                value.model_dump_json(),
                label,
            ),
            incident=None,
            property=name,
            value=value,
            who=who,
            span=span,
            sentence=self.account.sentence_span(span.start),
            chain=chain,
            stance=stance,
            as_of=told.as_of,
            scope=scope,
            partial=partial,
            additional=additional,
            others=others,
            staff_saw=told.staff_saw,
            why_null=_why_null(who, told.as_of, scope),
        )


def stretch(*pieces: Piece) -> tuple[int, int]:
    """The words from the first to the last piece; of pieces far apart only the first."""
    start = min(piece.start for piece in pieces)
    end = max(piece.end for piece in pieces)
    if end - start > _WIDEST_SPAN:
        return pieces[0].start, pieces[0].end
    return start, end


def _why_null(who: Who | None, as_of: str | None, scope: Scope | None) -> dict[str, NullReason]:
    codes: dict[str, NullReason] = {
        "incident": "unresolved",
        "corrects": "not-stated",
        "counted_by": "not-stated",
        "why_not": "not-stated",
    }
    if who is None:
        codes["who"] = "not-in-scheme"
    if as_of is None:
        codes["as_of"] = "unresolved"
    if scope is None:
        codes["scope"] = "not-stated"
    return codes
