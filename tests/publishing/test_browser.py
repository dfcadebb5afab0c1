"""The page in a real browser: silent, offline, within its width."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from rashomon import publishing
from rashomon.model.dossier import Dossier
from rashomon.publishing.page import page_script

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
BAD = (
    "</title></style></bdi><script>document.title='owned'</script>"
    "<img src='https://evil.example/x.png' onerror=\"document.title='owned'\">"
    "<iframe src='https://evil.example/'></iframe>" + "unbroken" * 60
)

HOSTILE = {
    name: text.encode("latin-1", "backslashreplace").decode("unicode-escape")
    for name, text in (
        line.split("\t", 1)
        for line in (Path(__file__).parent / "data" / "hostile.tsv").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
}

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


def overheard(page: Page) -> tuple[list[str], list[str]]:
    """What the page says on the console or asks of the network from now on."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    return said, asked


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("poison", [False, True])
def test_quiet_offline_and_in_width(
    browser: Browser,
    example: Dossier,
    poisoned: Callable[[str], Dossier],
    tmp_path: Path,
    width: int,
    scheme: str,
    poison: bool,
) -> None:
    _, shown = publishing.write(poisoned(BAD) if poison else example, tmp_path)
    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    said, asked = overheard(page)
    page.goto(shown.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.title().endswith("Rashomon dossier")
    assert page.evaluate("document.querySelectorAll('iframe, img, object, embed').length") == 0
    scripts = page.evaluate("[...document.querySelectorAll('script')].map(e => e.textContent)")
    assert scripts == [page_script()]
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert said == []
    _colours_can_be_read(page)
    page.close()


def _colours_can_be_read(page: Page) -> None:
    """WCAG AA: at least 4.5 to 1 between the text and what is painted behind it."""
    pale = page.evaluate(
        """() => {
          const paint = (c) => c.match(/[\\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = (el) => {
            for (let e = el; e; e = e.parentElement) {
              const c = paint(getComputedStyle(e).backgroundColor);
              if (c.length === 3 || c[3] > 0) return c;
            }
            return [255, 255, 255];
          };
          const bad = [];
          for (const el of document.querySelectorAll('body *')) {
            const own = [...el.childNodes].some(n => n.nodeType === 3 && n.data.trim());
            if (!own || !el.getClientRects().length || el.closest('svg')) continue;
            const [a, b] = [light(paint(getComputedStyle(el).color)), light(behind(el))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) bad.push(el.className + ' ' + ratio.toFixed(2));
          }
          return [...new Set(bad)];
        }"""
    )
    assert pale == []


def test_a_mark_opens_what_hides_it(browser: Browser, example: Dossier, tmp_path: Path) -> None:
    _, shown = publishing.write(example, tmp_path)
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.goto(shown.as_uri() + "#claim-r1-b")
    assert page.locator("#claim-r1-b blockquote").is_visible()
    page.locator("#claim-r1-b a[href='#mark-r1-b']").first.click()
    assert page.url.endswith("#mark-r1-b")
    page.locator("sup a[href='#claim-r1-b']").click()
    assert page.url.endswith("#claim-r1-b")
    page.close()


def test_it_prints(browser: Browser, example: Dossier, tmp_path: Path) -> None:
    _, shown = publishing.write(example, tmp_path)
    page = browser.new_page()
    page.goto(shown.as_uri())
    page.emulate_media(media="print")
    assert page.locator("#claim-r1-b blockquote").is_visible()
    assert len(page.pdf()) > 10_000
    page.close()


def test_sources_stand_as_a_tree_and_reports_tell_what_they_took(
    browser: Browser, example: Dossier, tmp_path: Path
) -> None:
    _, shown = publishing.write(example, tmp_path)
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(shown.as_uri())
    tree = page.locator("#finding-f-killed .lineage").first
    assert tree.is_visible()
    root, leaf = tree.locator("li.source > ul > li").first, tree.locator("li li li").last
    assert leaf.bounding_box()["x"] > root.bounding_box()["x"]  # type: ignore[index]
    taken = page.locator("#report-r2 .borrowed")
    assert "Taken from R1 Harbour Daily" in " ".join(taken.inner_text().split())
    taken.locator("a[href='#copy-c1']").click()
    assert page.url.endswith("#copy-c1")
    line = page.locator("#report-r2 .text .shared").first
    assert "dotted" in line.evaluate("e => getComputedStyle(e).textDecorationStyle")
    page.close()


def test_filters_work_without_a_script(browser: Browser, example: Dossier, tmp_path: Path) -> None:
    _, shown = publishing.write(example, tmp_path)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shown.as_uri())
    assert page.locator("#f-words").is_hidden()
    page.locator("#f-property").focus()
    page.keyboard.type("Injured")
    assert not page.locator(".claim.pkilled:visible").count()
    assert page.locator(".claim.pinjured:visible").count()
    page.get_by_role("button", name="Show all").press("Enter")
    assert page.locator(".claim.pkilled:visible").count()
    context.close()


def test_the_script_searches_and_opens(browser: Browser, example: Dossier, tmp_path: Path) -> None:
    _, shown = publishing.write(example, tmp_path)
    page = browser.new_page()
    page.goto(shown.as_uri())
    total = len(example.claims)
    page.locator("#f-words").fill("hospital")
    found = page.locator("#sieve-found").inner_text()
    assert found.endswith(f"of {total} claims")
    assert not found.startswith(f"{total} ")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelector('#sieve-found').textContent === ''")
    page.locator("#f-report").select_option("r3")
    assert page.locator("#report-r1").is_hidden()
    assert page.locator("#report-r3").is_visible()
    page.close()


def test_an_index_sorts_filters_and_searches(
    browser: Browser, example: Dossier, tmp_path: Path
) -> None:
    first = example.incidents[0]
    more = tuple(
        first.model_copy(
            update={
                "id": f"more{n}",
                "title": f"Raid {n}",
                "kind": "raid",
                "killed": first.killed.model_copy(update={"best": n}),
            }
        )
        for n in range(30)
    )
    _, shown = publishing.write(example.model_copy(update={"incidents": more}), tmp_path)
    page = browser.new_page()
    page.goto(shown.as_uri())
    heads = page.locator("#incident-list tbody th a")
    page.get_by_role("button", name="Killed").click()
    assert heads.first.inner_text() == "Raid 0"
    page.get_by_role("button", name="Killed").click()
    assert heads.first.inner_text() == "Raid 29"
    page.locator("#find-incident").fill("raid 17")
    assert page.locator("#incident-list tbody tr:visible").count() == 1
    heads.locator("visible=true").first.click()
    assert page.url.endswith("/incidents/incident-more17.html")
    assert page.locator("h2", has_text="Raid 17").first.is_visible()
    page.get_by_role("link", name="All incidents").click()
    assert page.url.endswith("/index.html")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("many", [False, True])
def test_axe_finds_nothing(
    browser: Browser, example: Dossier, tmp_path: Path, scheme: str, many: bool
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe installed")
    if many:
        extra = (example.incidents[0].model_copy(update={"id": f"m{n}"}) for n in range(30))
        example = example.model_copy(update={"incidents": (*example.incidents, *extra)})
    _, shown = publishing.write(example, tmp_path)
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(shown.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = axe.Axe().run(page).response["violations"]
    assert [(each["id"], [n["html"][:120] for n in each["nodes"][:3]]) for each in found] == []
    page.close()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_never_runs(
    browser: Browser, poisoned: Callable[[str], Dossier], tmp_path: Path, name: str
) -> None:
    dossier = poisoned(HOSTILE[name])
    extra = (dossier.incidents[0].model_copy(update={"id": f"m{n}"}) for n in range(20))
    many = dossier.model_copy(update={"incidents": (*dossier.incidents, *extra)})
    for each in (dossier, many) if name in ("script", "close style", "entity") else (dossier,):
        _, shown = publishing.write(each, tmp_path)
        page = browser.new_page(viewport={"width": 360, "height": 800})
        said, asked = overheard(page)
        page.goto(shown.as_uri())
        assert page.title().endswith("Rashomon dossier")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert page.evaluate("document.querySelectorAll('script').length") == 1
        assert page.evaluate("getComputedStyle(document.querySelector('footer')).display") != "none"
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert said == []
        page.close()
