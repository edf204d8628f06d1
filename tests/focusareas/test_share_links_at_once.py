"""A shared link takes no more than it has room for, also of those who send at the same moment."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from focusareas import examination, share_links, uploads
from focusareas.models import Certificate, Course, ShareLink
from tests import factories as make
from tests.hand_ins import certificate

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

TODAY = date(2023, 5, 15)
N_SENDERS = 4


@pytest.fixture
def link(settings: LazySettings) -> ShareLink:
    settings.TODAY = TODAY
    cache.clear()
    make.make_activity("1.2", courses=(make.make_course(),))
    return share_links.make(make.make_unit(), expires_on=TODAY, by=make.make_user(), on=TODAY)


def at_once(act: Callable[[int], None]) -> None:
    def run(number: int) -> None:
        try:
            act(number)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(N_SENDERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_room_that_was_taken_while_the_file_was_read_is_not_taken_twice(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_links, "FEWEST_CERTIFICATES", 1)
    monkeypatch.setattr(share_links, "FILES_EACH", 1)
    let_in, scan, statuses = threading.Barrier(N_SENDERS, timeout=30), examination.scan, []

    def scan_when_all_are_let_in(*args: Any, **options: Any) -> Any:
        let_in.wait()
        return scan(*args, **options)

    monkeypatch.setattr(examination, "scan", scan_when_all_are_let_in)

    def hand_in(number: int) -> None:
        file = SimpleUploadedFile("intyg.pdf", certificate(f"Person {number}"))
        page = reverse("shared_hand_in", args=[share_links.token_of(link)])
        data = {"course": Course.objects.get().pk, "certificates": [file], "name": ""}
        statuses.append(Client().post(page, data).status_code)

    at_once(hand_in)

    assert sorted(statuses) == [302] + [429] * (N_SENDERS - 1)
    assert Certificate.objects.count() == len(uploads.stored_paths()) == 1


def test_everything_that_is_sent_is_counted(link: ShareLink) -> None:
    def send(_: int) -> None:
        for _ in range(20):
            share_links.let_in(link, [1], on=TODAY)

    at_once(send)

    assert share_links.room_of(link, on=TODAY).sent == N_SENDERS * 20
