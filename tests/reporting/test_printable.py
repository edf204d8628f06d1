"""What the letter's typeface lacks is not lost without a trace."""

import pytest

from reporting.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Åsa Öberg – ”1 700” § 4 • 5 €", "Åsa Öberg – ”1 700” §\u00a04 • 5 €"),
        ("A\u030asa", "Åsa"),
        ("bind\u2011streck", "bind-streck"),
        ("1\u202f700 1\u2009700", "1\u00a0700 1 700"),
        ("osyn\u200blig\x07", "osynlig"),
        ("漢 😀", "□ □"),
        ("rad\nrad", "rad\nrad"),
    ],
)
def test_text_is_kept_composed_or_marked(text, shown):
    assert printable(text) == shown
