"""Which site a page stands on, be it kept in an archive. All addresses are made up."""

import pytest

from rashomon.data.sites import site_of


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.harbourpost.example/a/b?c=d", "harbourpost.example"),
        (
            "http://web.archive.org/web/20310504/http://www.inlandpost.example:80/x",
            "inlandpost.example",
        ),
        ("https://archive.example/HTTPS://News.Inland.example/x", "news.inland.example"),
        ("reports/one.txt", None),
        ("http://[", None),
    ],
)
def test_the_site_that_published_the_page(address: str, site: str | None) -> None:
    assert site_of(address) == site
