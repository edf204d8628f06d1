"""Swedish numbers, days and figures for templates; every filter is a pure function."""

from datetime import date
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from focusareas import swedish
from focusareas.figure import Amount, Figure
from focusareas.models import Activity, Deadline

register = template.Library()
register.filter("number", swedish.number)
register.filter("long_date", swedish.long_date)

MILESTONE = Activity.Measure.MILESTONE
# What the figure says when it stands alone: "31 av 40" and then these words.
WHAT_IS_DONE = {
    Activity.Measure.STAFF_CERTIFICATE: "medarbetare har ett godkänt intyg",
    Activity.Measure.UNIT_KEY_PERSON: "enheter har minst en nyckelperson",
    Activity.Measure.KEY_PERSON_COURSE: "nyckelpersoner har gått kursen",
    Activity.Measure.UNIT_ROUTINE: "enheter har bekräftat rutinen",
    Activity.Measure.MILESTONE: "delar är klara",
    Activity.Measure.MEETINGS: "träffar i år är genomförda",
    Activity.Measure.INDICATOR: "är det senaste värdet",
}
# Shown instead of the status when everything is handed in, since that is not being late.
AWAITING_REVIEW = "awaiting_review"
AWAITING_REVIEW_WORD = "Inväntar granskning"
# What one unit's own figure says, not done and done.
UNIT_WORDS = {
    Activity.Measure.UNIT_KEY_PERSON: ("Saknar nyckelperson", "Har nyckelperson"),
    Activity.Measure.UNIT_ROUTINE: ("Inte bekräftad", "Bekräftad"),
}


@register.filter
def percent(share: float | None) -> str:
    """0.78 as "78 %"; never 0 % of something, never 100 % of what is not complete."""
    if share is None:
        return ""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return f"under{swedish.NBSP}1{swedish.NBSP}%"
    if whole == 100 and share < 1:
        return f"över{swedish.NBSP}99{swedish.NBSP}%"
    return f"{whole}{swedish.NBSP}%"


@register.filter
def svg_length(share: float | None) -> str:
    """A share as a length in SVG, with a decimal point whatever the language."""
    return f"{100 * (share or 0):.2f}%"


@register.filter
def in_share(figure: Figure) -> float:
    """The share that has come in: done, and waiting for review after it."""
    return min((figure.share or 0) + (figure.received_share or 0), 1.0)


@register.filter
def iso_date(day: date | None) -> SafeString | str:
    """A day as tables show it, marked up as a day."""
    return format_html('<time datetime="{0}">{0}</time>', day.isoformat()) if day else ""


@register.filter
def day_and_month(day: date) -> str:
    """2023-04-30 as "30 april", where the year is plain from what stands beside it."""
    return f"{day.day}{swedish.NBSP}{swedish.MONTHS[day.month - 1]}"


@register.filter
def days_left(count: int | None) -> str:
    """How far off a day is, in words: "61 dagar kvar", "i dag", "3 dagar sedan"."""
    if count is None:
        return ""
    if count == 0:
        return "i dag"
    return f"{swedish.days(count)} kvar" if count > 0 else f"{swedish.days(-count)} sedan"


@register.filter
def waited(since: date, today: date) -> str:
    """How long something has waited: "61 dagar", "sedan i dag"."""
    return swedish.days((today - since).days) if since < today else "sedan i dag"


@register.filter
def counted(count: int, nouns: str) -> str:
    """The number with its noun, given as "enhet,enheter"."""
    one, _, many = nouns.partition(",")
    return swedish.counted(count, one, many)


@register.filter
def as_written(deadline: Deadline | None) -> str:
    """The deadline as the decision puts it, else its day."""
    if deadline is None:
        return "inget slutdatum"
    return deadline.written or (deadline.day.isoformat() if deadline.day else "inget slutdatum")


@register.filter
def done_of_expected(figure: Figure) -> str:
    """The figure as it is said: "31 av 40"; a milestone of one part is a word."""
    if figure.measure == MILESTONE and figure.expected == 1:
        return milestone_word(figure)
    if has_no_value(figure):
        return "Inget värde"
    if figure.expected is None and figure.begun:
        return swedish.number(figure.done)
    if not figure.expected:
        return "–"
    return f"{swedish.number(figure.done)} av {swedish.number(figure.expected)}"


@register.filter
def change_word(change: Amount | None) -> str:
    """How much more is done than before: "+12", "−3"; nothing when there is none to tell."""
    if not change:
        return "" if change is None else "oförändrat"
    return f"{'+' if change > 0 else '−'}{swedish.number(change if change > 0 else -change)}"


def has_no_value(figure: Figure) -> bool:
    """Whether it is an indicator that nobody has noted a value of yet."""
    return figure.measure == Activity.Measure.INDICATOR and not figure.begun


def milestone_word(figure: Figure) -> str:
    if figure.is_done:
        return "Klar"
    return "Pågår" if figure.begun else "Inte klar"


@register.filter
def what_is_done(figure: Figure) -> str:
    """The words that follow the figure."""
    if figure.measure == MILESTONE and figure.expected == 1:
        return ""
    if has_no_value(figure):
        return "är antecknat än"
    return WHAT_IS_DONE[Activity.Measure(figure.measure)]


@register.filter
def unit_word(figure: Figure) -> str:
    """What a single unit's figure says: people are counted, the unit itself is not."""
    words = UNIT_WORDS.get(Activity.Measure(figure.measure))
    return words[figure.is_done] if words else done_of_expected(figure)


@register.filter
def status_word(figure: Figure) -> str:
    """The status in words; a figure that only waits for review is not called late."""
    if figure.awaiting_review:
        return AWAITING_REVIEW_WORD
    return figure.status.label


@register.filter
def status_shape(figure: Figure) -> str:
    """The name of the shape and hue that go with the status."""
    return AWAITING_REVIEW if figure.awaiting_review else str(figure.status)


@register.filter
def amount(value: Decimal) -> str:
    """A sum in kronor: 500.00 as "500 kronor"."""
    return f"{swedish.number(value)}{swedish.NBSP}kronor"
