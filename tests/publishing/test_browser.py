"""The page in a real browser: silent, offline, within its width."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from rashomon import publishing
from rashomon.model.dossier import Dossier

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
BAD = (
    "</title></style></bdi><script>document.title='owned'</script>"
    "<img src='https://evil.example/x.png' onerror=\"document.title='owned'\">"
    "<iframe src='https://evil.example/'></iframe>" + "unbroken" * 60
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


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
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(shown.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.title().endswith("Rashomon dossier")
    assert page.evaluate("document.querySelectorAll('script, iframe, img').length") == 0
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
