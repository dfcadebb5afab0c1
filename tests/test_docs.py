"""The documents say what the program does: commands, options, names, links, examples."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

import rashomon
from rashomon.cli import main
from rashomon.data import folder as lexicons

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "examples" / "README.md"])
README = (ROOT / "README.md").read_text(encoding="utf-8")
EVERYTHING = "\n".join(path.read_text(encoding="utf-8") for path in DOCS)

INSTALL = (
    "python3 -m venv .venv && .venv/bin/pip install . && "
    ".venv/bin/rashomon compare examples/harbour-consulate -o dossier"
)
TEST = ".venv/bin/pip install '.[test]' && .venv/bin/pytest"

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def options() -> Iterator[tuple[str, str]]:
    """Each command's name with each of its options."""
    for name, command in [("", main), *main.commands.items()]:
        context = click.Context(command, info_name=name)
        for parameter in command.get_params(context):
            if isinstance(parameter, click.Option):
                yield from ((name, option) for option in parameter.opts)


def anchors(path: Path) -> set[str]:
    """The anchors that the headings of a page make."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", each).strip().lower().replace(" ", "-") for each in headings}


def fields(schema: dict[str, Any]) -> set[str]:
    """Every field's name in a JSON Schema."""
    models = [schema, *schema["$defs"].values()]
    return {name for model in models for name in model.get("properties", {})}


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`rashomon {name}" in README


@pytest.mark.parametrize(("command", "option"), sorted(set(options())))
def test_every_option_is_in_the_readme(command: str, option: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", README), f"{command} {option}"


@pytest.mark.parametrize("rule", ["independent", "latest", "lowest", "none"])
def test_every_rule_for_the_working_figure_is_in_the_readme(rule: str) -> None:
    assert f"`{rule}`" in README


@pytest.mark.parametrize("name", sorted(rashomon.__all__))
def test_every_public_name_is_in_the_readme(name: str) -> None:
    assert re.search(rf"`rashomon\.{re.escape(name)}(?!\w)", README)


def test_every_field_of_the_record_is_in_the_contract() -> None:
    contract = (ROOT / "docs" / "CONTRACT.md").read_text(encoding="utf-8")
    missing = fields(rashomon.schema()) - set(re.findall(r"\w+", contract))
    assert not missing, "describe these fields in docs/CONTRACT.md"


def test_every_lexicon_is_in_how_it_works() -> None:
    page = (ROOT / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    missing = {path.stem for path in lexicons().glob("*/*.tsv") if f"`{path.stem}`" not in page}
    assert not missing, "name these tables in docs/how-it-works.md, section Lexicons"


def test_every_dependency_is_in_the_notice() -> None:
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = written["project"]["optional-dependencies"].values()
    needed = [written["project"]["dependencies"], written["build-system"]["requires"], *extras]
    names = {re.split(r"[^\w-]", each)[0] for group in needed for each in group}
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    missing = {name for name in names if not re.search(rf"^  {name}\s", notice, re.M)}
    assert not missing, "list these parts with their licence in NOTICE"


@pytest.mark.parametrize(("mark", "line"), [("install", INSTALL), ("test", TEST)])
def test_the_two_lines_stand_where_ci_looks_for_them(mark: str, line: str) -> None:
    assert f"<!-- {mark} -->\n```sh\n{line}\n```\n" in README


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    for link in LINK.findall(text):
        if re.match(r"https?:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_the_python_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    blocks = [code for language, code in FENCE.findall(README) if language == "python"]
    assert blocks
    for code in blocks:
        exec(code, names)
    assert (tmp_path / "dossier" / "index.html").stat().st_size > 1000
    assert (tmp_path / "dossier" / "dossier.json").stat().st_size > 1000
    assert capsys.readouterr().out.strip()


def test_no_document_names_a_machine() -> None:
    assert not re.search(r"(?<![\w./])/(?:home|tmp|work|root|Users)/", EVERYTHING)
