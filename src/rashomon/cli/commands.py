"""The commands. Nothing heavy is imported before a command runs: help answers at once."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from pydantic import ValidationError

from rashomon._version import __version__
from rashomon.cli import calls, say
from rashomon.cli.progress import Watch
from rashomon.model.settings import MAX_CHARS

if TYPE_CHECKING:
    from rashomon.face import Dossier
    from rashomon.reading import Problem, Reading

ALL_READ, NOTHING_DONE, SOME_NOT_READ = 0, 1, 3
"""Exit statuses; 2, for usage, is click's own."""

_INPUT_HELP = """\b
INPUT is a file, a folder, a glob or - (standard input):
  .txt .md .html .htm .json .jsonl, each also gzipped (.gz)

\b
Exit status: 0 all was read, 3 some was not (it is named on standard
error), 2 wrong usage, 1 nothing could be done."""

FORMATS = "json, csv, acled, ucdp, plover, ibc, xlsx, ftm, prov, claimreview, webannotation"
"""Known without loading the writers; a test holds it to what there is."""

_EXPLAIN_HELP = """\b
DOSSIER is a dossier.json, or the folder that holds it. THING is
  I1           an incident: why its reports are counted to it
  I1 killed    one of its findings: how the figure came about
  R1 R2        two reports: why they were linked, or not
or an id, a file name or words of a title. Without one, all that there is
is listed."""

_inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
_max_chars = click.option(
    "--max-chars",
    type=click.IntRange(min=1),
    default=MAX_CHARS,
    show_default=True,
    help="Do not read a report longer than this many characters.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rashomon")
def main() -> None:
    """One incident, every account: who says what about it, through whom, and where
    the reports part.

    Rashomon never says what is true. It says who says what."""


@main.command(epilog=_INPUT_HELP)
@_inputs
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write dossier.json and index.html into this folder (made if missing).",
)
@click.option(
    "--best",
    type=click.Choice(["independent", "latest", "lowest", "none"]),
    default="independent",
    show_default=True,
    help="By which rule the working figure among several is chosen.",
)
@click.option(
    "--as-of",
    metavar="WHEN",
    help="Only what was published by then: 2019-12-30 (the whole day) or 2019-12-30T18:00.",
)
@click.option(
    "--public",
    is_flag=True,
    help="Write what may be passed on: private names as roles, only quoted sentences, no place "
    "finer than a settlement.",
)
@click.option("--with-names", is_flag=True, help="With --public: keep private names.")
@click.option("--exact-places", is_flag=True, help="With --public: keep exact coordinates.")
@_max_chars
def compare(
    inputs: tuple[str, ...],
    folder: Path | None,
    best: Literal["independent", "latest", "lowest", "none"],
    as_of: str | None,
    public: bool,
    with_names: bool,
    exact_places: bool,
    max_chars: int,
) -> None:
    """Read reports, link what they tell, and write one sourced record."""
    if (with_names or exact_places) and not public:
        raise click.UsageError("--with-names and --exact-places go with --public.")
    if folder is not None:
        _make(folder)
    reading = _known(_read(inputs, max_chars), as_of)
    with Watch("Reading closely") as watch:
        dossier = calls.compare(reading, best, as_of, max_chars, watch)
    if public:
        dossier = dossier.public(with_names=with_names, exact_places=exact_places)
    for line in say.summary(dossier):
        click.echo(line)
    click.echo("")
    if folder is None:
        click.echo("Nothing was written: add -o DIR to get the page and the JSON.")
    else:
        try:
            dossier.save(folder)
        except OSError as error:
            raise _unwritable(folder, error) from error
        click.echo(f"Page: {folder / 'index.html'}")
        click.echo(f"JSON: {folder / 'dossier.json'}")
    sys.exit(_status(reading.problems))


@main.command(epilog=_INPUT_HELP)
@_inputs
@_max_chars
def annotate(inputs: tuple[str, ...], max_chars: int) -> None:
    """Print what is found in each report: JSON Lines, in the order of the inputs."""
    reading = _read(inputs, max_chars)
    with Watch("Annotating") as watch:
        for each in calls.annotate(reading, watch):
            click.echo(json.dumps(each.to_dict(), ensure_ascii=False))
    sys.exit(_status(reading.problems))


@main.command()
@click.argument("dossier", type=click.Path(exists=True))
@click.option(
    "--format",
    "name",
    required=True,
    type=click.Choice(FORMATS.split(", ")),
    metavar="FORMAT",
    help=f"One of: {FORMATS}.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write the files into this folder (made if missing).",
)
@click.option("--with-names", is_flag=True, help="Keep private names.")
@click.option("--exact-places", is_flag=True, help="Keep exact coordinates.")
def export(dossier: str, name: str, folder: Path, with_names: bool, exact_places: bool) -> None:
    """Write a dossier in another format, with a report of what that could not hold.

    DOSSIER is a dossier.json, or the folder that holds it. Private names are written as
    roles, and no place finer than a settlement, unless asked for."""
    loaded = _load(dossier)
    try:
        files, losses = loaded.export(
            name, folder, with_names=with_names, exact_places=exact_places
        )
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"{name} needs the package {error.name}: install Rashomon with all it depends on."
        ) from error
    except OSError as error:
        raise _unwritable(folder, error) from error
    for line in say.exported(files, losses):
        click.echo(line)


@main.command()
@click.argument("dossier", type=click.Path(exists=True))
@click.option(
    "--with",
    "table",
    required=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="The existing dataset: a CSV file.",
)
@click.option(
    "--format",
    "name",
    type=click.Choice(["acled", "ucdp", "csv"]),
    default="csv",
    show_default=True,
    help="Whose columns it has; csv: any that name a day and a place.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write matches.csv into this folder (made if missing).",
)
def match(dossier: str, table: str, name: str, folder: Path | None) -> None:
    """Say which rows of an existing dataset are these incidents, and where the figures
    differ.

    DOSSIER is a dossier.json, or the folder that holds it."""
    loaded = _load(dossier)
    try:
        matched = calls.match(loaded, table, name)
    except (ValueError, OSError) as error:
        reason = getattr(error, "strerror", None) or error
        raise click.ClickException(f"Cannot read {table}: {reason}.") from error
    for line in calls.match_sentences(matched):
        click.echo(say.harmless(line))
    if folder is not None:
        try:
            click.echo(f"\nWrote {calls.write_matches(matched, folder)}")
        except OSError as error:
            raise _unwritable(folder, error) from error


@main.command(epilog=_EXPLAIN_HELP)
@click.argument("dossier", type=click.Path(exists=True))
@click.argument("things", nargs=-1, metavar="[THING]...")
def explain(dossier: str, things: tuple[str, ...]) -> None:
    """Say why the record is as it is: how a figure came about, why reports were linked
    or not."""
    loaded = _load(dossier)
    try:
        for line in loaded.explain(*things):
            click.echo(say.harmless(line))
    except ValueError as error:
        raise click.ClickException(str(error)) from error


@main.command()
def schema() -> None:
    """Print the JSON Schema of dossier.json."""
    click.echo(json.dumps(calls.schema(), indent=2, ensure_ascii=False))


def _read(inputs: tuple[str, ...], max_chars: int) -> "Reading":
    """What the inputs hold, problems said at once; ends the program where nothing was read."""
    stdin = sys.stdin.buffer.read(calls.most_bytes() + 1) if "-" in inputs else None
    reading = calls.read(inputs, stdin, max_chars)
    say.problems(reading.problems)
    if not reading.reports:
        click.echo("Nothing could be read, so there is nothing to do.", err=True)
        sys.exit(NOTHING_DONE)
    return reading


def _load(path: str) -> "Dossier":
    """A saved dossier; what is none is said."""
    try:
        return calls.load(path)
    except FileNotFoundError as error:
        raise click.ClickException(
            f"There is no dossier.json in {path}: give the folder that "
            "`rashomon compare -o DIR` wrote."
        ) from error
    except OSError as error:
        raise click.ClickException(f"Cannot open {path} ({error.strerror}).") from error
    except ValidationError as error:
        raise click.ClickException(
            f"{path} is no dossier of this version: give the dossier.json that "
            "`rashomon compare -o DIR` wrote, or its folder."
        ) from error


def _known(reading: "Reading", as_of: str | None) -> "Reading":
    """What was published by then, what is left out said; ends the program where nothing was."""
    if as_of is None:
        return reading
    try:
        known = calls.known_by(reading, as_of)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--as-of'") from error
    say.problems(known.problems[len(reading.problems) :])
    if not known.reports:
        click.echo(f"No report is known to have been published by {as_of}.", err=True)
        sys.exit(NOTHING_DONE)
    return known


def _status(problems: tuple["Problem", ...]) -> int:
    return SOME_NOT_READ if any(problem.fatal for problem in problems) else ALL_READ


def _make(folder: Path) -> None:
    """Make the output folder before the long work, not after it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise click.ClickException(f"Cannot write into {folder}: choose another folder with -o.")


def _unwritable(folder: Path, error: OSError) -> click.ClickException:
    reason = error.strerror or str(error)
    return click.ClickException(
        f"Cannot write into {folder} ({reason}): choose another folder with -o."
    )
