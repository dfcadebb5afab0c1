"""Events: what happened, to whom, where, when, and whether it did."""

from rashomon.language.events.component import Eventer, make_eventer

__all__ = ["Eventer", "make_eventer"]
