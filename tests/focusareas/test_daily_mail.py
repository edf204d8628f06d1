"""Each letter is sent once a day: by two runs at once, after a failure, and not by a dry run."""

import threading
from datetime import date, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection

from focusareas.daily_mail import contact_address
from focusareas.models import DailyMail
from tests import factories as make

pytestmark = pytest.mark.django_db

DEADLINE = date(2023, 6, 30)
DAY = DEADLINE - timedelta(days=7)


class RefusingBackend(EmailBackend):
    """Refuses whoever is called `refused`, as a mail server does with a wrong address."""

    def send_messages(self, messages):
        for message in messages:
            if message.to[0].startswith("refused"):
                raise SMTPRecipientsRefused({message.to[0]: (550, b"no such user")})
        return super().send_messages(messages)


@pytest.fixture
def units():
    make.make_activity("1.2", courses=(make.make_course(),), deadline=DEADLINE)
    for name in ("refused", "chef"):
        unit = make.make_unit(name=f"Enhet {name}")
        make.make_staff_member("Gun Kvar", unit=unit)
        make.make_unit_manager(make.make_user(f"{name}@example.com"), unit)


@pytest.fixture
def one_is_refused(settings):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"


def recipients() -> list[str]:
    return [message.to[0] for message in mail.outbox]


def test_running_twice_sends_nothing_twice(units, capsys):
    call_command("send_reminders", on=DAY)
    call_command("send_reminders", on=DAY)

    assert len(mail.outbox) == 2
    assert capsys.readouterr().out.splitlines() == [
        "2\u00a0brev skickade, 0 redan skickade i dag, 0 misslyckades.",
        "0\u00a0brev skickade, 2 redan skickade i dag, 0 misslyckades.",
    ]


def test_failure_stops_nobody_else_and_is_tried_at_the_next_run(
    units, one_is_refused, settings, caplog
):
    with pytest.raises(CommandError, match="nästa körning"):
        call_command("send_reminders", on=DAY)
    after_failure = recipients()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    call_command("send_reminders", on=DAY)

    assert after_failure == ["chef@example.com"]
    assert recipients() == ["chef@example.com", "refused@example.com"]
    assert "SMTPRecipientsRefused" in caplog.text
    assert "@" not in caplog.text


def test_reminder_that_failed_comes_the_day_after(units, one_is_refused, settings):
    with pytest.raises(CommandError):
        call_command("send_reminders", on=DAY)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    for days in (1, 2):
        call_command("send_reminders", on=DAY + timedelta(days=days))

    assert recipients() == ["chef@example.com", "refused@example.com"]


def test_letter_of_a_run_that_was_killed_is_not_sent_again_that_day(units):
    call_command("send_reminders", on=DAY)
    DailyMail.objects.update(sent_at=None)

    call_command("send_reminders", on=DAY)

    assert len(mail.outbox) == 2


def test_dry_run_shows_who_would_get_what_and_sends_nothing(units, capsys):
    call_command("send_reminders", on=DAY, dry_run=True)

    shown = capsys.readouterr().out.replace("\u00a0", " ")
    assert "Till: chef@example.com\nÄmne: Läget för Enhet chef\n" in shown
    assert "1 saknas, 7 dagar kvar" in shown
    assert shown.endswith("2 brev skulle skickas. Inget är skickat.\n")
    assert mail.outbox == []
    assert not DailyMail.objects.exists()


def test_letter_asks_for_no_automatic_reply_and_is_answered_by_a_person(units, settings):
    settings.CONTACT = "Frågor? Skriv till utvecklingsledaren: maria@example.se."

    call_command("send_reminders", on=DAY)

    message = mail.outbox[0].message()
    assert (message["Auto-Submitted"], message["Reply-To"]) == (
        "auto-generated",
        "maria@example.se",
    )
    assert settings.CONTACT in mail.outbox[0].body


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("maria@example.se", "maria@example.se"),
        ("Fråga Maria <maria@example.se>!", "maria@example.se"),
        ("Ring 0498-26 90 00", ""),
        ("a@example.se eller b@example.se", ""),
        ("maria@", ""),
        ("maria@exempel", ""),
    ],
)
def test_address_is_taken_from_the_line_about_whom_to_ask(words, address):
    assert contact_address(words) == address


def test_unit_with_a_line_break_in_its_name_gets_a_letter(units):
    unit = make.make_unit(name="Enhet\nBcc: alla@example.com")
    make.make_staff_member("Bo Kvar", unit=unit)
    make.make_unit_manager(make.make_user("bruten@example.com"), unit)

    call_command("send_reminders", on=DAY)

    assert "bruten@example.com" in recipients()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_runs_at_the_same_moment_send_each_letter_once(units):
    ready = threading.Barrier(2)

    def run() -> None:
        ready.wait()
        try:
            call_command("send_reminders", on=DAY, verbosity=0)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(recipients()) == ["chef@example.com", "refused@example.com"]
