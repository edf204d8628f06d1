"""The day's letter in words. It names no protected person: a mail may be read by others too."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from focusareas.figure import Figure
from focusareas.models import Certificate, StaffMember, User
from focusareas.models.people import HIDDEN
from focusareas.names import plain
from focusareas.naming import OUTSIDE, Names
from focusareas.reminders import Letter, UnitNews
from focusareas.swedish import counted, long_date, number
from focusareas.templatetags.swedish import as_written, days_left, unit_word
from focusareas.unit_work import Task, what_is_enough
from focusareas.waiting import QueueCounts

MOST_NAMES = 20


class NamesInMail(Names):
    """What people are called in a letter: protected ones never by name, whoever reads it."""

    def __init__(self, *, on: date) -> None:
        super().__init__(User(), on=on)

    def kept_back(self) -> QuerySet[StaffMember]:
        return StaffMember.objects.filter(is_protected=True)


def subject(letter: Letter) -> str:
    """What the letter is about, without anybody's name."""
    parts = []
    if letter.queue:
        parts.append(f"{counted(letter.queue.waiting, 'intyg', 'intyg')} väntar på granskning")
    if len(letter.units) == 1:
        parts.append(f"Läget för {letter.units[0].unit}")
    elif letter.units:
        parts.append(f"Läget för {counted(len(letter.units), 'enhet', 'enheter')}")
    return plain(", ".join(parts))


def body(letter: Letter, names: Names) -> str:
    """The whole letter as plain text."""
    lines = ["Hej!", ""]
    if letter.queue:
        lines += [*_queue(letter.queue), ""]
    for news in letter.units:
        lines += [*_unit(news, letter, names), ""]
    lines += ["Hälsningar", "vrplan", "", "Brevet skickas automatiskt, högst ett om dagen."]
    if settings.CONTACT:
        lines.append(settings.CONTACT)
    return "\n".join([*lines, ""])


def _queue(queue: QueueCounts) -> Iterator[str]:
    since = f", det äldsta sedan {long_date(queue.oldest)}" if queue.oldest else ""
    yield f"{counted(queue.waiting, 'intyg', 'intyg')} väntar på granskning{since}."
    if queue.sure:
        yield f"Säkra, som kan godkännas på en gång: {number(queue.sure)}."
    if queue.questions:
        yield f"Frågor som enheterna ska svara på först: {number(queue.questions)}."
    yield f"Granska: {_address('review_queue')}"


def _unit(news: UnitNews, letter: Letter, names: Names) -> Iterator[str]:
    name = plain(str(news.unit))
    yield from (name.upper(), "")
    if news.has_news:
        yield f"Det här har hänt sedan {long_date(letter.since)}:"
        yield from _happened(news, letter, names)
        yield ""
    if news.left:
        yield "Det här är kvar, det som har närmast slutdatum först:"
        for task in news.left:
            yield from _task(task)
        yield ""
    yield f"Öppna enhetens sida: {_address('unit_detail', news.unit.pk)}"


def _happened(news: UnitNews, letter: Letter, names: Names) -> Iterator[str]:
    if news.approved:
        yield f"- Godkänt: {counted(len(news.approved), 'intyg', 'intyg')}"
        yield from _listed(f"    {_whose(row, letter)}" for row in news.approved)
    if news.returned:
        yield f"- Återsänt: {counted(len(news.returned), 'intyg', 'intyg')}, lämna in ett nytt"
        yield from _listed(
            f"    {_whose(row, letter)}. Skäl: {names.without_hidden(row.reason, typed=True)}"
            for row in news.returned
        )
    if news.undone:
        yield f"- Ångrat beslut: {counted(len(news.undone), 'intyg', 'intyg')} granskas igen"
        yield from _listed(f"    {_whose(row, letter)}" for row in news.undone)
    if news.asked:
        yield f"- Väntar på ditt svar: {counted(len(news.asked), 'intyg', 'intyg')}"


def _listed(lines: Iterable[str]) -> Iterator[str]:
    """The first of the lines, and how many more there are."""
    found = list(lines)
    yield from found[:MOST_NAMES]
    if len(found) > MOST_NAMES:
        yield f"    och {number(len(found) - MOST_NAMES)} till"


def _whose(certificate: Certificate, letter: Letter) -> str:
    return f"{_name(certificate, letter)}, {certificate.course}"


def _name(certificate: Certificate, letter: Letter) -> str:
    person = certificate.staff_member
    if person is None:
        return "Oklart vem"
    if person.is_protected:
        return HIDDEN
    return person.full_name if (certificate.unit_id, person.pk) in letter.known else OUTSIDE


def _task(task: Task) -> Iterator[str]:
    figure = task.figure
    bar = render_to_string("components/deadline_bar_text.html", {"figure": figure}).strip()
    yield f"- {task.activity}"
    yield f"    {unit_word(figure)} ({bar})" if figure.measure.counts_units else f"    {bar}"
    if figure.deadline:
        yield f"    Slutdatum {as_written(task.whole.deadline)}. {_what_it_takes(figure)}"


def _what_it_takes(figure: Figure) -> str:
    """The pace that will do; one unit's yes or no has none."""
    if figure.measure.counts_units:
        return f"{days_left(figure.days_left).capitalize()}."
    return what_is_enough(figure)


def _address(name: str, *args: int) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=args)}"
