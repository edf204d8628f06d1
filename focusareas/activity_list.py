"""The plan's activities as rows of a workbook: those of the screen, a cell for each figure."""

from focusareas.breakdown import Breakdown
from focusareas.completion import ActivityFigure
from focusareas.department_figures import DepartmentPart
from focusareas.exports import Column, Row
from focusareas.figure import Figure
from focusareas.models import Activity, FocusArea
from focusareas.templatetags.swedish import (
    as_written,
    done_of_expected,
    status_word,
    unit_word,
)
from focusareas.unit_work import Task

COLUMNS = [
    Column("Fokusområde", 32),
    Column("Kod", 8),
    Column("Aktivitet", 60),
    Column("Klart", 14),
    Column("Av", 10),
    Column("Egen regi, klart", 12),
    Column("Egen regi, av", 12),
    Column("Privata utförare, klart", 12),
    Column("Privata utförare, av", 12),
    Column("Läge", 22),
    Column("Slutdatum", 18),
    Column("Slutdatum från början", 18),
]

PART_COLUMNS = [
    Column("Kod", 8),
    Column("Aktivitet", 60),
    Column("Klart", 22),
    Column("Av", 10),
    Column("Inväntar granskning", 14),
    Column("Läge", 30),
    Column("Slutdatum", 18),
    Column("Inbjuden", 10),
]


def cells_of(area: FocusArea | None, row: Breakdown) -> Row:
    """An activity as a row of the workbook; what the reader may not see split is not."""
    whole = row.whole
    has_units = whole.total.measure.has_units
    return (
        str(area) if area else "Planen själv",
        whole.activity.code,
        whole.activity.title,
        *_counts(whole.total),
        *_counts(row.own if has_units else None),
        *_counts(row.contracted if has_units else None),
        status_word(whole.total),
        _deadline(whole),
        as_written(whole.original) if whole.against_original else "",
    )


def cells_of_task(task: Task) -> Row:
    """An activity as a unit meets it."""
    counts = (
        _counts(task.figure) if task.figure.measure.counts_people else (unit_word(task.figure), "")
    )
    is_invited = "" if task.row.is_obliged else "ja"
    return (*_about(task.whole), *counts, *_review(task.figure), _deadline(task.whole), is_invited)


def cells_of_part(part: DepartmentPart) -> Row:
    """An activity as it concerns a department."""
    if part.row is None:
        return (*_about(part.whole), "", "", "", part.reason, _deadline(part.whole), "")
    figure = part.row.figure
    return (*_about(part.whole), *_counts(figure), *_review(figure), _deadline(part.whole), "")


def _about(whole: ActivityFigure) -> Row:
    return whole.activity.code, whole.activity.title


def _deadline(whole: ActivityFigure) -> str:
    return as_written(whole.deadline) if whole.deadline else ""


def _review(figure: Figure) -> Row:
    """How many wait for the lead, where people are counted, and where it stands."""
    return figure.received if figure.measure.counts_people else "", status_word(figure)


def _counts(figure: Figure | None) -> Row:
    """How much is done and of how much; a milestone of one part is a word."""
    if figure is None or not (figure.expected or figure.begun):
        return "", ""
    if figure.measure == Activity.Measure.MILESTONE and figure.expected == 1:
        return done_of_expected(figure), ""
    return figure.done, figure.expected
