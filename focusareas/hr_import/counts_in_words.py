"""What an import changed, in words: for pages, the terminal and the trace."""

from collections.abc import Mapping

from focusareas.swedish import counted, in_a_row

KINDS = {"units": "Enheter", "people": "Medarbetare", "key_persons": "Nyckelpersoner"}
NOUNS = {
    "units": ("enhet", "enheter"),
    "people": ("medarbetare", "medarbetare"),
    "key_persons": ("uppdrag som nyckelperson", "uppdrag som nyckelperson"),
}
CHANGES = {
    "new": ("ny", "nya"),
    "moved": ("flyttad", "flyttade"),
    "changed": ("ändrad", "ändrade"),
    "leavers": ("avslutad", "avslutade"),
}


def summary(counts: Mapping[str, Mapping[str, int]]) -> str:
    """The counts of what changed, in a line: "Medarbetare: 3 nya, 1 flyttade"."""
    parts = []
    for kind, label in KINDS.items():
        found = counts.get(kind, {})
        words = [
            counted(found[group], *words) for group, words in CHANGES.items() if found.get(group)
        ]
        if words:
            parts.append(f"{label}: {', '.join(words)}")
    return ". ".join(parts)


def scope(counts: Mapping[str, Mapping[str, int]]) -> str:
    """How much changes, in a few words: "1 enhet och 3 medarbetare"."""
    sums = ((sum(counts[kind].get(group, 0) for group in CHANGES), NOUNS[kind]) for kind in KINDS)
    found = [counted(many, *noun) for many, noun in sums if many]
    return in_a_row(found)


def told(begun: str, counts: Mapping[str, Mapping[str, int]]) -> str:
    """What was done and what that changed, as the trace tells it."""
    return ". ".join(filter(None, (begun, summary(counts)))) + "."
