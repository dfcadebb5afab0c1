"""Make ``docs/dossier.png``: the head of the example's dossier, as a browser shows it.

    python docs/make_picture.py

Needs the extra ``test`` (playwright) and a system Chromium; nothing is fetched.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import rashomon

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "dossier.png"
WIDTH, HEIGHT = 1200, 900
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def browser() -> str:
    """The system's Chromium. Raises ``FileNotFoundError`` where there is none."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError(f"no browser found; install one of: {', '.join(BROWSERS)}")
    return found


def photograph(page: Path, picture: Path) -> None:
    """The first incident of the page, from its title down."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=FLAGS)
        tab = chromium.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="en-GB"
        )
        tab.goto(page.as_uri())
        tab.locator("article.incident").first.evaluate("element => element.scrollIntoView()")
        tab.screenshot(path=picture)
        chromium.close()


def main() -> int:
    """Compare the example's reports and photograph the page."""
    with tempfile.TemporaryDirectory() as folder:
        _, page = rashomon.compare([ROOT / "examples" / "harbour-consulate"]).save(folder)
        photograph(page, PICTURE)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
