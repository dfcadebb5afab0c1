"""What a time hangs on. All fiction."""

import datetime as dt

import pytest

from tests.language.times.conftest import Read

DAY = dt.date(2024, 6, 13)


@pytest.mark.parametrize(
    ("text", "governors"),
    [
        ("Two men were arrested Monday in connection with the fire.", ("arrest",)),
        ("He turned himself in to the guards on Tuesday.", ("turn in",)),
        ("The lawyer made the announcement on Tuesday.", ("make announcement",)),
        ("He was taken into custody Monday.", ("take custody",)),
        ("On Sunday, guards said, a clerk was shot.", ("shoot",)),
        ("Monday", ()),
    ],
)
def test_what_a_time_hangs_on(read: Read, text: str, governors: tuple[str, ...]) -> None:
    assert read(text, DAY)[0].governors == governors
