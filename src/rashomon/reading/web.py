"""Web pages: the article, without the page around it."""

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from rashomon.reading import dates
from rashomon.reading.drafts import Draft
from rashomon.reading.problems import NotReadError

if TYPE_CHECKING:
    from trafilatura.settings import Document

MAX_PAGE_CHARACTERS = 20_000_000
MAX_TAGS = 100_000
"""An article has a thousand; extraction takes about a tenth of a millisecond for each."""

_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
# The latest day is fixed: by itself the date finder asks the clock.
_DATE_SETTINGS = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1995-01-01",
    "max_date": f"{dates.LATEST_YEAR}-12-31",
}


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown kind begins as a web page does."""
    return _LOOKS_LIKE_HTML.match(text) is not None


def read_page(page: str, label: str, path: str | None, sha256: str) -> Draft:
    """The article of a page with its title, outlet, day and own address.

    Raises ``NotReadError`` where no article can be found in it.
    """
    if len(page) > MAX_PAGE_CHARACTERS or page.count("<") > MAX_TAGS:
        raise NotReadError(
            "too-large",
            f"The page has {len(page):,} characters and {page.count('<'):,} tags, more than are "
            "read of a page; save its article as .txt.",
        )
    article = _extract(page)
    text = "" if article is None else article.text or ""
    if article is None or not text.strip():
        raise NotReadError(
            "no-article",
            "No article was found in the page; save its text as .txt to have it read.",
        )
    published = dates.metadata_day(article.date)
    return Draft(
        label=label,
        text=text,
        path=path,
        url=_address(article.url),
        sha256=sha256,
        title=_line(article.title),
        outlet=_line(article.sitename),
        published=published,
        published_basis="unknown" if published is None else "metadata",
        plain=True,
    )


def _extract(page: str) -> "Document | None":
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        page,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=dict(_DATE_SETTINGS),
    )
    return found  # type: ignore[no-any-return]


def _address(url: object) -> str | None:
    """The page's own address, where it is a whole one."""
    if not isinstance(url, str) or len(url) > 2000:
        return None
    try:
        split = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if split.scheme in ("http", "https") and split.netloc else None


def _line(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:300] or None
