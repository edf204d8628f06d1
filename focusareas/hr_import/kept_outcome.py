"""An outcome as it is kept, beside a file that waits and with an import that was carried out."""

from collections.abc import Mapping
from typing import Any

from focusareas.hr_import.details import Detail
from focusareas.hr_import.outcome import Finding, Outcome

# More findings than that are not read one by one; the first are enough to see what is wrong.
MOST_FINDINGS = 5_000
NAMES = ("new_departments", "new_providers", "invited")
PLAIN = ("saved", "nearest", "employed", "n_redated", "checksum", "batch_pk")


def as_kept(outcome: Outcome) -> dict[str, Any]:
    """What pages show of the outcome, as JSON can hold it."""
    return {
        **outcome.counts,
        **{name: getattr(outcome, name) for name in (*NAMES, *PLAIN)},
        "findings": [finding.as_json() for finding in outcome.findings[:MOST_FINDINGS]],
        "n_more_findings": max(0, len(outcome.findings) - MOST_FINDINGS),
        "details": outcome.details,
    }


def from_kept(kept: Mapping[str, Any]) -> Outcome:
    """The outcome again, but for findings and people that there was no room for."""
    names: dict[str, Any] = {name: tuple(kept[name]) for name in NAMES}
    counts = {kind: kept[kind] for kind in ("units", "people", "key_persons")}
    details = (Detail._make([*texts, tuple(changes)]) for *texts, changes in kept["details"])
    return Outcome(
        **counts,
        **names,
        **{name: kept[name] for name in PLAIN},
        findings=tuple(Finding(**finding) for finding in kept["findings"]),
        n_more_findings=kept["n_more_findings"],
        details=tuple(details),
    )
