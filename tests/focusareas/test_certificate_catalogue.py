"""The catalogue of bad certificates and bad requests, through the page and the command.

Each is answered with a Swedish sentence that goes with the file; what is good is kept.
"""

import io
import json
import time
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from focusareas import uploads
from focusareas.models import Certificate, CertificateFile, Course, Unit
from tests import factories as make
from tests.bad_files import PAGE, bad_files
from tests.certificates import draw, picture
from tests.hand_ins import certificate
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
SECONDS_A_FILE = 5


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = date(2023, 5, 15)


@pytest.fixture
def course() -> Course:
    course = make.make_course()
    make.make_activity("1.2", courses=(course,))
    return course


@pytest.fixture
def unit(course: Course) -> Unit:
    unit = make.make_unit("HEMT")
    make.make_staff_member("Kim Berg", unit=unit)
    make.make_staff_member("Bo Ek", unit=unit)
    return unit


@pytest.fixture
def manager(unit: Unit) -> Client:
    user = make.make_user()
    make.make_unit_manager(user, unit)
    return signed_in(user)


def body(course: object, files: dict[str, bytes], **fields: str) -> bytes:
    """A form as a browser sends it, byte by byte, so that file names may be anything."""
    parts = [
        f'name="{name}"\r\n\r\n{value}'.encode()
        for name, value in ({"course": getattr(course, "pk", course)} | fields).items()
    ]
    parts += [
        f'name="certificates"; filename="{name}"\r\nContent-Type: application/pdf\r\n\r\n'.encode()
        + content
        for name, content in files.items()
    ]
    head = b"--b\r\nContent-Disposition: form-data; "
    return b"".join(head + part + b"\r\n" for part in parts) + b"--b--\r\n"


def send(client: Client, unit: Unit, sent: bytes, kind: str = "multipart/form-data; boundary=b"):
    """The page that the sender ends up on."""
    response = client.generic("POST", reverse("certificate_hand_in", args=[unit.pk]), sent, kind)
    return client.get(response.url) if response.status_code == 302 else response


def words_of(response) -> str:
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


# ---------------------------------------------------------------- Bad files


def test_every_bad_file_is_told_of_on_the_page_and_the_good_ones_are_kept(manager, unit, course):
    bad = {name: content for name, (content, _) in bad_files().items()}
    pile = {"först.pdf": certificate("Bo Ek")} | bad | {"sist.pdf": certificate("Kim Berg")}
    started = time.monotonic()

    response = send(manager, unit, body(course, pile))

    assert response.status_code == 200
    assert time.monotonic() - started < SECONDS_A_FILE * 4
    page = words_of(response)
    for name, (_, words) in bad_files().items():
        assert words in page.partition(name)[2][:600], name
    assert Certificate.objects.filter(staff_member__isnull=False).count() == 2
    assert CertificateFile.objects.count() == len(uploads.stored_paths()) == 2


def test_every_bad_file_is_told_of_by_the_command_too(unit, course, tmp_path: Path):
    folder = tmp_path / "intyg"
    folder.mkdir()
    for name, (content, _) in bad_files().items():
        (folder / name).write_bytes(content)
    (folder / "östen.pdf").write_bytes(certificate("Kim Berg"))
    output = io.StringIO()

    call_command(
        "import_certificates", str(folder), unit="HEMT", course=course.code, format="json",
        stdout=output,
    )  # fmt: skip

    told = {entry["file"]: entry for entry in json.loads(output.getvalue())["files"]}
    assert told.pop("östen.pdf")["outcome"] == "matched"
    for name, (_, words) in bad_files().items():
        assert (told[name]["outcome"], words in told[name]["reason"]) == ("refused", True), name


def test_certificate_turned_on_its_side_is_read(manager, unit, course):
    send(manager, unit, body(course, {"vriden.pdf": draw(PAGE, page=b"/Rotate 90")}))

    assert Certificate.objects.get().staff_member.family_name == "Berg"


def test_photo_from_a_phone_is_kept_as_it_came(manager, unit, course):
    photo = picture("HEIF")

    send(manager, unit, body(course, {"IMG_0001.HEIC": photo}))

    kept = Certificate.objects.get().file
    assert kept.content_type == uploads.HEIC
    assert uploads.location(kept.path).read_bytes() == photo


# ---------------------------------------------------------------- Bad names

NAMES = {
    "../../../etc/passwd": "passwd",
    "..\\..\\intyg.pdf": "intyg.pdf",
    "a\0b.pdf": "ab.pdf",
    "x" * 300: "x" * 255,
    "lång." + "y" * 300: "." + "y" * 250,
    "intyg\u202efdp.exe": "intygfdp.exe",
    "{{7*7}}{% now %}.pdf": "{{7*7}}{% now %}.pdf",
    ".htaccess": ".htaccess",
    "intyg 😀.pdf": "intyg 😀.pdf",
    "<script>alert(1)</script>.pdf": "script>.pdf",
    "A\u030asa.pdf": "Åsa.pdf",
    "con.pdf": "con.pdf",
    "~": "~",
    "-rf.pdf": "-rf.pdf",
    "%00%2e%2e.pdf": "%00%2e%2e.pdf",
}


def test_every_name_is_kept_as_text_and_none_as_a_place(manager, unit, course):
    pile = {name: certificate(f"Okänd Person {number}") for number, name in enumerate(NAMES)}

    response = send(manager, unit, body(course, pile))

    assert response.status_code == 200
    kept = list(CertificateFile.objects.order_by("pk").values_list("original_name", flat=True))
    for name, begins in zip(kept, NAMES.values(), strict=True):
        assert name.startswith(begins)
        assert len(name) <= 255
    page = response.content.decode()
    assert "<script>alert" not in page
    assert "{{7*7}}" in page
    assert all(len(Path(path).name) == 32 for path in uploads.stored_paths())


# ---------------------------------------------------------------- Bad requests


@pytest.mark.parametrize(
    ("kind", "cut"),
    [
        pytest.param("multipart/form-data; boundary=b", slice(0, -8), id="no end"),
        pytest.param("multipart/form-data; boundary=b", slice(0, 150), id="cut in a file"),
        pytest.param("multipart/form-data; boundary=b", slice(0, 30), id="cut in a header"),
        pytest.param("multipart/form-data; boundary=b", slice(0, 0), id="nothing"),
        pytest.param("multipart/form-data; boundary=c", slice(None), id="another boundary"),
        pytest.param("multipart/form-data; boundary=", slice(None), id="empty boundary"),
        pytest.param("multipart/form-data", slice(None), id="no boundary"),
        pytest.param("multipart/form-data; boundary=b; charset=x", slice(None), id="charset"),
        pytest.param("application/x-www-form-urlencoded", slice(None), id="no form"),
        pytest.param("application/json", slice(None), id="json"),
        pytest.param("", slice(None), id="no kind"),
    ],
)
def test_broken_request_saves_nothing_half_and_is_no_error_of_ours(
    manager, unit, course, kind, cut
):
    response = send(manager, unit, body(course, {"a.pdf": certificate("Kim Berg")})[cut], kind)

    assert response.status_code in {200, 400}
    assert CertificateFile.objects.count() == len(uploads.stored_paths())
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize(
    "typed", ["\0", "a\0b", "x" * 5000, "-1", "1e9", "9" * 40, "{{7*7}}", "😀"]
)
@pytest.mark.parametrize("field", ["course", "pile"])
def test_fields_that_hold_anything_are_no_error_of_ours(manager, unit, course, field, typed):
    values = {"course": str(course.pk)} | {field: typed}

    response = send(
        manager, unit, body(values.pop("course"), {"a.pdf": certificate("Kim Berg")}, **values)
    )

    assert response.status_code == 200
    assert CertificateFile.objects.count() == len(uploads.stored_paths())


def test_more_files_than_may_come_at_once_are_told_of_and_none_is_taken(
    manager, unit, course, settings
):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    pile = {f"{number}.pdf": certificate("Kim Berg") for number in range(3)}

    response = send(manager, unit, body(course, pile))

    assert response.status_code == 413
    assert "Det var för mycket på en gång" in words_of(response)
    assert (CertificateFile.objects.count(), uploads.stored_paths()) == (0, set())
