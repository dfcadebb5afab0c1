"""The command line: ``rashomon`` and ``python -m rashomon``."""

from rashomon.cli.commands import main

__all__ = ["main"]
