"""How a form and what it asks for end: done, refused, or overtaken by somebody else."""

import pytest
from django import forms
from django.db import IntegrityError

from focusareas.models import Department
from focusareas.refusal import RefusedError
from focusareas.views.form_page import is_done
from tests import factories as make

pytestmark = pytest.mark.django_db


class DayForm(forms.Form):
    day = forms.DateField()


def sent(day: str = "2023-05-01") -> DayForm:
    return DayForm({"day": day})


def fails(error: Exception):
    def act() -> None:
        make.make_department("Halvfärdig")
        raise error

    return act


def test_what_was_asked_for_is_done():
    assert is_done(sent(), make.make_department)
    assert Department.objects.exists()


def test_wrong_form_does_nothing():
    assert not is_done(sent("x"), make.make_department)
    assert not Department.objects.exists()


@pytest.mark.parametrize(
    ("error", "field", "words"),
    [
        (RefusedError("Det går inte.", field="day"), "day", "Det går inte."),
        (RefusedError("Det går inte.", field="other"), "__all__", "Det går inte."),
        (RefusedError("Det går inte."), "__all__", "Det går inte."),
        (IntegrityError(), "__all__", "Någon annan ändrade"),
    ],
)
def test_refusal_stands_in_the_form_and_takes_everything_back(error, field, words):
    form = sent()

    assert not is_done(form, fails(error))
    assert words in form.errors[field][0]
    assert not Department.objects.exists()
