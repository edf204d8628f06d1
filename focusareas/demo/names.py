"""Invented names: common given and family names put together by chance, no two the same."""

from pathlib import Path
from random import Random

from focusareas.names import fold

HERE = Path(__file__).parent
GIVEN = (HERE / "given_names.txt").read_text(encoding="utf-8").split()
FAMILY = (HERE / "family_names.txt").read_text(encoding="utf-8").split()

# Namesakes, and names that differ in a ring, a hyphen or the order, each at one unit.
AT_UNIT = {
    "AO01": [("Åsa", "Nyström"), ("Asa", "Nyström"), ("Maria", "Lindgren"), ("Maria", "Lindgren")],
    "AO05": [("Maria", "Lindgren"), ("Ann-Marie", "Holm"), ("Ann Marie", "Holm")],
    "AO21": [("Ali", "Omar"), ("Omar", "Ali"), ("Eva", "Lundberg")],
    "FH05": [("Søren", "Müller Östergård")],
    "FH23": [("Eva", "Lundberg"), ("Ali", "Omar")],
    "MY02": [("Zoë", "de la Cruz")],
    "MY06": [("Johan", "Andersson")],
    "PR01": [("Johan", "Andersson")],
}
# The director and the head of quality are those whom the plan's letter names.
AT_PLACE = {("KV02", 0): ("Ingalill", "Sandelin"), ("KV02", 5): ("Torvald", "Hägg")}


def _key(given: str, family: str) -> str:
    """The same for names that fold to one, in whatever order."""
    return "".join(sorted(fold(word) for word in f"{given} {family}".split()))


TAKEN = {_key(*name) for names in (*AT_UNIT.values(), AT_PLACE.values()) for name in names}


class NameGiver:
    """Hands out names, never the same one twice and none that folds to another."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.taken = set(TAKEN)

    def next(self) -> tuple[str, str]:
        """A given name and a family name; one in twelve has two family names."""
        while True:
            given, family = self.rng.choice(GIVEN), self.rng.choice(FAMILY)
            if self.rng.randrange(12) == 0:
                family = f"{self.rng.choice(FAMILY)} {family}"
            key = _key(given, family)
            if key not in self.taken:
                self.taken.add(key)
                return given, family
