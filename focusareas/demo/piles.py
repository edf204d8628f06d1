"""The story of the certificates: which unit handed in how much on which day.

On the day of the count exactly five units are complete, four have handed in something that
waits, and the others nothing. The story ends in the middle of May, when the memo is written.
"""

from dataclasses import dataclass
from datetime import date

WEB_COURSE, PATRIARK, CONVERSATIONS = "nck-vald", "patriark", "samtal-om-vald"


@dataclass(frozen=True, slots=True)
class Pile:
    """On this day the unit hands in so that this share of its people have the certificate."""

    day: date
    code: str
    share: float
    course: str = WEB_COURSE


# The five units that are complete on the day of the count.
PROVED = (
    Pile(date(2022, 11, 24), "KV01", 1),
    Pile(date(2023, 1, 27), "IF01", 0.65),
    Pile(date(2023, 2, 17), "IF01", 1),
    Pile(date(2023, 3, 1), "FH15", 0.45),
    Pile(date(2023, 3, 15), "FH15", 1),
    Pile(date(2023, 3, 10), "AO13", 0.53),
    Pile(date(2023, 3, 28), "AO13", 0.97),
    Pile(date(2023, 4, 6), "AO13", 1),
    Pile(date(2023, 4, 18), "MY01", 1),
)
# Handed in before the day of the count and not reviewed yet.
WAITING = (
    Pile(date(2023, 4, 20), "MY06", 0.31),
    Pile(date(2023, 4, 25), "AO29", 0.21),
    Pile(date(2023, 4, 27), "FH12", 0.21),
    Pile(date(2023, 4, 28), "IF13", 0.29),
)
OTHER_COURSES = (
    Pile(date(2022, 12, 8), "IF01", 0.21, PATRIARK),
    Pile(date(2023, 3, 21), "IF01", 1, CONVERSATIONS),
)
# In May more units hand in, and the lead has not had time to review since April.
MAY = (
    Pile(date(2023, 5, 3), "AO02", 0.3),
    Pile(date(2023, 5, 4), "FH23", 0.4),
    Pile(date(2023, 5, 5), "PR01", 0.35),
    Pile(date(2023, 5, 8), "AO01", 0.25),
    Pile(date(2023, 5, 9), "FH10", 0.5),
    Pile(date(2023, 5, 10), "IF08", 0.4),
    Pile(date(2023, 5, 11), "AO17", 0.2),
    Pile(date(2023, 5, 12), "IF05", 0.6),
)
PILES = sorted((*PROVED, *WAITING, *OTHER_COURSES, *MAY), key=lambda pile: (pile.day, pile.code))
