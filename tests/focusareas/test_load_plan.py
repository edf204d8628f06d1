"""`manage.py load_plan`."""

import pytest
from django.core.management import CommandError, call_command

from focusareas.models import Activity, Plan


def test_the_plan_2022_2023_is_the_default(db, capsys):
    call_command("load_plan")

    assert Plan.objects.get().code == "plan-2022-2023"
    assert "0 ändrade" in capsys.readouterr().out


def test_what_was_changed_on_the_page_is_told(db, capsys):
    call_command("load_plan")
    Activity.objects.filter(code="2.3").update(responsible="ingen")
    capsys.readouterr()

    call_command("load_plan")

    assert "Ändrat på sidan och behålls: aktivitet 2.3: ansvarig" in capsys.readouterr().out


def test_a_missing_file_is_an_error_that_names_it(db):
    with pytest.raises(CommandError, match=r"borta\.toml finns inte"):
        call_command("load_plan", "borta.toml")


def test_a_broken_file_is_an_error_and_saves_nothing(db, tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text('code = "x"')

    with pytest.raises(CommandError, match="planen: ”name” saknas"):
        call_command("load_plan", str(path))

    assert not Plan.objects.exists()
