"""Who lays a deed at whose door in one sentence, as its grammar tells it."""

from typing import Literal

from rashomon.model.spans import Piece


class Matter(Piece):
    """What somebody is accused of; ``head`` is its chief word, ``lemma`` that word's dictionary
    form, ``verbal`` whether it is a verb ("of *burning* the mill")."""

    head: Piece
    lemma: str
    verbal: bool


class Charge(Piece):
    """A verb that accuses, or one that tells a deed (``did``); ``exact`` is the verb.

    ``by``: who accuses. ``parties``: who is accused, or did it, each a phrase of its own. ``each``:
    they accuse each other. ``participle``: it only tells more of them ("a man *accused* of it").
    ``wished``: it is told as something to be done ("must be held
    responsible").
    """

    frame: Literal["accused", "did"]
    by: Piece | None = None
    parties: tuple[Piece, ...] = ()
    each: bool = False
    matter: tuple[Matter, ...] = ()
    participle: bool = False
    negated: bool = False
    wished: bool = False
