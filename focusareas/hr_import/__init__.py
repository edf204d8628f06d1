"""The HR workbook: read, check, compare with what is stored, and save in one transaction."""

from focusareas.hr_import.outcome import Finding, Outcome
from focusareas.hr_import.running import refused, run

__all__ = ["Finding", "Outcome", "refused", "run"]
