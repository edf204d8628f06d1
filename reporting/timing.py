"""When something shall be, or should have been, done: the memo's words for deadlines."""

from focusareas.models import Deadline
from focusareas.swedish import NBSP, long_date
from reporting.figures import ActivityFacts, Due

Precision = Deadline.Precision


def late_remark(facts: ActivityFacts) -> str:
    """That it should have been done, and when."""
    if not (facts.is_late and facts.due):
        return ""
    return f"skulle ha varit klart {when(facts.due)}"


def time_sentences(facts: ActivityFacts, it: str, done: str, late: str) -> list[str]:
    """When it shall be, or should have been, done; nothing once it is."""
    due = facts.due
    if facts.is_done or not due or not due.day:
        return []
    before = _moved_from(facts)
    if facts.is_late:
        return [f"{it} skulle ha varit {done} {when(due)}{before} och är {late}."]
    if facts.awaiting_review:
        return ["Allt är inlämnat och väntar på granskning."]
    by = "senast " if _is_bare_day(due) else ""
    return [f"{it} ska vara {done} {by}{when(due)}{before}."]


def _moved_from(facts: ActivityFacts) -> str:
    original = facts.original
    if not original or not facts.due or original.day == facts.due.day:
        return ""
    return f" (från början {when(original)})" if original.day else ""


def when(due: Due) -> str:
    """The deadline inside a sentence: "den 30 juni 2023", "i december 2022", "under 2022"."""
    if due.day and _is_bare_day(due):
        return f"den {long_date(due.day)}"
    if due.precision == Precision.MONTH and not due.written.startswith("i "):
        return f"i {due.written}"
    return due.written


def _is_bare_day(due: Due) -> bool:
    """Whether nothing more is written than the day itself."""
    if not due.written:
        return True
    bare = long_date(due.day).replace(NBSP, " ") if due.day else ""
    return " ".join(due.written.split()) in {bare, f"den {bare}", str(due.day)}
