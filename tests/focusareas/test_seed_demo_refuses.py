"""The demo is loaded only where nothing else is."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from focusareas.demo import load as demo
from focusareas.models import CertificateFile, Plan, Unit
from tests import factories as make


@pytest.mark.django_db
@pytest.mark.parametrize(
    "make_something",
    [make.make_unit, make.make_staff_member, make.make_user, make.make_certificate_file],
)
def test_refuses_a_database_with_something_else(make_something: object) -> None:
    make_something()  # type: ignore[operator]

    with pytest.raises(CommandError, match="annat än demonstrationen") as refusal:
        call_command("seed_demo")

    assert refusal.value.returncode == 1
    assert not Plan.objects.exists()


@pytest.mark.django_db
def test_refuses_beside_another_plan() -> None:
    make.make_plan("annan-plan")

    with pytest.raises(CommandError, match="en annan plan"):
        call_command("seed_demo")

    assert Plan.objects.count() == 1


@pytest.mark.django_db
def test_a_failure_leaves_neither_rows_nor_files(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr(demo, "add_open_questions", fail)

    with pytest.raises(OSError):
        call_command("seed_demo")

    assert not Unit.objects.exists()
    assert not CertificateFile.objects.exists()
    assert not [path for path in Path(settings.CERTIFICATE_DIR).rglob("*") if path.is_file()]
