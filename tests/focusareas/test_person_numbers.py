"""Personal identity numbers are known by their form. All of these are invented."""

import pytest

from focusareas.person_numbers import is_person_number, without_person_number


@pytest.mark.parametrize(
    "number",
    ["19121212-1212", "121212-1212", "121212+1212", "191212121212", "1212121212", "121272-1219"],
)
def test_form_of_a_person_number_is_known(number):
    assert is_person_number(number)


@pytest.mark.parametrize(
    "number", ["10231", "1212121213", "191299-1212", "20230430", "E121212-1212", ""]
)
def test_other_numbers_are_left_alone(number):
    assert not is_person_number(number)


def test_text_is_kept_without_the_number():
    assert without_person_number("Kim Berg 19121212-1212").strip() == "Kim Berg"
