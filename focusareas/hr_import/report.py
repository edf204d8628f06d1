"""The outcome of an import as text that one reads in a terminal."""

from collections.abc import Iterable, Iterator

from focusareas.hr_import.counts_in_words import KINDS
from focusareas.hr_import.outcome import Finding, Outcome

COUNTS = {
    "new": "nya",
    "moved": "flyttade",
    "changed": "ändrade",
    "unchanged": "oförändrade",
    "missing": "saknas",
    "leavers": "avslutade",
}
LABEL_WIDTH = 14
SHOWN_MISSING = 50


def as_text(outcome: Outcome) -> str:
    """What was saved, or would be, and what is worth a look."""
    lines = [
        "Filen är inläst." if outcome.saved else "Det här skulle hända. Ingenting är sparat.",
        "",
        *count_table(outcome),
        *invitations(outcome),
        *section("Nya avdelningar", outcome.new_departments),
        *section("Nya utförare", outcome.new_providers),
        *section("Saknas i filen", missing_lines(outcome)),
        *section("Att titta på", map(finding_line, outcome.warnings)),
    ]
    return "\n".join(lines)


def refusal(outcome: Outcome, *, with_findings: bool) -> str:
    """Why nothing was saved, in a sentence, and on request the errors one by one."""
    errors = outcome.errors
    if len(errors) == 1:
        return f"Ingenting sparades. {finding_line(errors[0])}"
    sentence = f"Ingenting sparades: {len(errors)} fel i filen. Rätta dem och försök igen."
    if not with_findings:
        return sentence
    lines = [
        *section("Fel", map(finding_line, errors)),
        *section("Att titta på", map(finding_line, outcome.warnings)),
    ]
    return "\n".join([sentence, *lines])


def count_table(outcome: Outcome) -> Iterator[str]:
    """A row for each kind and a column for each count; a dot where there is no such count."""
    yield " " * LABEL_WIDTH + "".join(f"{word:>13}" for word in COUNTS.values())
    for kind, label in KINDS.items():
        counts = getattr(outcome, kind)
        yield f"{label:<{LABEL_WIDTH}}" + "".join(f"{counts.get(name, '·'):>13}" for name in COUNTS)


def invitations(outcome: Outcome) -> list[str]:
    """How many logins were made; the findings name them."""
    return ["", f"Nya inloggningar att bjuda in: {len(outcome.invited)}"] if outcome.invited else []


def section(title: str, lines: Iterable[str]) -> list[str]:
    """The lines under their title, or nothing when there are none."""
    indented = [f"  {line}" for line in lines]
    return ["", title, *indented] if indented else []


def finding_line(finding: Finding) -> str:
    """Where it is and what to do."""
    return f"{finding.place}: {finding.message}" if finding.place else finding.message


def missing_lines(outcome: Outcome) -> Iterator[str]:
    """Whom the file no longer lists, by employee number: a name may be protected."""
    for missing in outcome.missing[:SHOWN_MISSING]:
        yield f"anställningsnummer {missing.employee_number} på enhet {missing.unit_code}"
    if len(outcome.missing) > SHOWN_MISSING:
        yield f"och {len(outcome.missing) - SHOWN_MISSING} till"
