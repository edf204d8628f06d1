"""The guards of conftest do stop what they are there to stop."""

import socket
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Origin, Template, engines

OURS = Path(__file__).parent.parent / "templates" / "page.html"


def render(source: str, *, file: Path) -> str:
    template = Template(source, origin=Origin(str(file)), engine=engines["django"].engine)
    return template.render(Context())


def test_undefined_variable_in_a_template_of_ours_fails() -> None:
    with pytest.raises(pytest.fail.Exception, match="shows missing, which is not defined"):
        render("{{ missing }}", file=OURS)


def test_undefined_variable_in_a_template_of_a_package_is_empty() -> None:
    assert render("[{{ missing }}]", file=Path("/usr/lib/package/page.html")) == "[]"


def test_asking_whether_a_variable_is_there_is_allowed() -> None:
    assert render("{% if missing %}there{% else %}not{% endif %}", file=OURS) == "not"


def test_connection_to_another_computer_fails() -> None:
    with socket.socket() as client, pytest.raises(pytest.fail.Exception, match="was opened"):
        client.connect(("192.0.2.1", 80))


def test_address_of_another_computer_is_not_asked_for() -> None:
    with pytest.raises(pytest.fail.Exception, match="was asked for"):
        socket.create_connection(("vrplan.example.se", 80))


def test_certificates_of_a_test_lie_in_its_own_folder(tmp_path: Path) -> None:
    assert tmp_path / "certificates" == settings.CERTIFICATE_DIR
