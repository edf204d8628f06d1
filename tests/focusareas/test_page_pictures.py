"""Certificates are drawn as pictures, whatever the files do."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from focusareas import page_pictures, uploads
from focusareas.intake_judgement import MAY_NOT_COUNT
from focusareas.models import Certificate, CertificateFile
from focusareas.plan_file import DEFAULT_PLAN, load_plan
from tests.bad_files import huge_picture
from tests.certificates import column, draw


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.CERTIFICATE_DIR = tmp_path


def certificate_of(content: bytes, kind: str = uploads.PDF, page: int = 1) -> Certificate:
    path = uploads.store(content)
    return Certificate(file=CertificateFile(path=path, content_type=kind), page=page)


def photograph(kind: str, size: tuple[int, int], **options) -> bytes:
    written = BytesIO()
    Image.new("RGB", size, "white").save(written, kind, **options)
    return written.getvalue()


def opened(png: bytes | None) -> Image.Image:
    assert png is not None
    return Image.open(BytesIO(png), formats=("PNG",))


def test_page_of_a_pdf_is_drawn_no_larger_than_a_screen():
    picture = opened(page_pictures.picture(certificate_of(draw(column("Anna Berg")))))

    assert max(picture.size) <= page_pictures.LONGEST_SIDE
    assert len(picture.getcolors(maxcolors=10_000)) > 1, "nothing is drawn"


def test_piece_of_a_page_is_a_part_of_it_and_easier_to_read():
    certificate = certificate_of(draw(column("Intyg", "Namn: Anna Berg", "", "Kurs")))
    certificate.name_read = "Anna Berg"

    whole = opened(page_pictures.picture(certificate))
    piece = opened(page_pictures.piece(certificate))

    assert piece.height < whole.height / 2
    assert piece.width > whole.width * 0.6
    assert len(piece.getcolors(maxcolors=10_000)) > 1, "nothing is drawn"


def test_line_that_takes_it_back_is_marked_under_the_name(db):
    load_plan(DEFAULT_PLAN)
    lines = ("Kursintyg", "", "Anna Berg", "har genomfört Webbkurs om våld", "12 april 2023")
    certificate = certificate_of(draw(column(*lines, *[""] * 12, "Kursen är inte avslutad.")))
    certificate.name_read, certificate.completed_on = "Anna Berg", date(2023, 4, 12)

    plain = opened(page_pictures.piece(certificate))
    certificate.question = MAY_NOT_COUNT
    doubted = opened(page_pictures.piece(certificate))
    whole = opened(page_pictures.picture(certificate))

    assert colours(doubted) - colours(plain) >= {page_pictures.MARK}
    assert plain.height < doubted.height < whole.height / 2


def test_what_is_doubted_without_a_line_to_point_at_is_shown_whole(db):
    load_plan(DEFAULT_PLAN)
    certificate = certificate_of(draw(column("Kursintyg", "Anna Berg", "12 april 2023")))
    certificate.name_read, certificate.question = "Anna Berg", MAY_NOT_COUNT

    assert page_pictures.piece(certificate) == page_pictures.picture(certificate) is not None


def colours(image: Image.Image) -> set[tuple[int, int, int]]:
    return {colour for _, colour in image.getcolors(maxcolors=100_000)}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (draw(column("Anna Berg"), page=b"/Rotate 90"), uploads.PDF),
        (draw(column("Kursbevis")), uploads.PDF),
        (photograph("PNG", (40, 30)), uploads.PNG),
    ],
    ids=["turned", "without the name", "photograph"],
)
def test_piece_that_cannot_be_pointed_at_is_the_whole_page(content, kind):
    certificate = certificate_of(content, kind)
    certificate.name_read = "Anna Berg"

    assert page_pictures.piece(certificate) == page_pictures.picture(certificate) is not None


def test_piece_of_what_cannot_be_drawn_is_none():
    assert page_pictures.piece(certificate_of(b"%PDF-1.7 nothing")) is None


def test_the_certificates_own_page_is_read():
    pile = draw(column("Anna Berg"), column("Bo Ek"))

    assert page_pictures.text(certificate_of(pile, page=2)) == "Bo Ek"


def test_personal_identity_number_is_not_shown_as_text():
    content = draw(column("Anna Berg", "19121212-1212"))

    assert page_pictures.text(certificate_of(content)) == "Anna Berg"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_photograph_is_scaled_down(kind):
    content = photograph(kind, (4000, 3000))

    picture = opened(page_pictures.picture(certificate_of(content, f"image/{kind.lower()}")))

    assert picture.size == (1600, 1200)


def test_photograph_of_an_iphone_is_shown():
    content = photograph("HEIF", (2000, 1500))

    assert opened(page_pictures.picture(certificate_of(content, uploads.HEIC))).size == (1600, 1200)


def test_photograph_is_turned_the_right_way_up():
    turned = Image.Exif()
    turned[0x0112] = 6
    content = photograph("JPEG", (400, 300), exif=turned)

    assert opened(page_pictures.picture(certificate_of(content, uploads.JPEG))).size == (300, 400)


def test_photograph_has_no_text():
    content = photograph("PNG", (40, 30))

    assert page_pictures.text(certificate_of(content, uploads.PNG)) == ""


def test_noisy_photograph_becomes_a_picture_of_limited_size():
    noise = Image.effect_noise((1600, 1600), 90).convert("RGB")
    written = BytesIO()
    noise.save(written, "PNG")

    png = page_pictures.picture(certificate_of(written.getvalue(), uploads.PNG))

    assert png is not None
    assert len(png) < 2_500_000


@pytest.mark.parametrize(
    ("content", "kind", "page"),
    [
        (b"%PDF-1.7 nothing", uploads.PDF, 1),
        (draw(column("Anna"))[:-200], uploads.PDF, 1),
        (draw(column("Anna")), uploads.PDF, 7),
        (b"\xff\xd8\xff nothing", uploads.JPEG, 1),
        (huge_picture(9000), uploads.PNG, 1),
        (photograph("JPEG", (400, 300))[:300], uploads.JPEG, 1),
    ],
    ids=["not a pdf", "cut off", "no such page", "not a jpeg", "too many pixels", "cut jpeg"],
)
def test_what_cannot_be_drawn_is_no_picture(content, kind, page):
    certificate = certificate_of(content, kind, page)

    assert page_pictures.picture(certificate) is None


def test_file_that_is_gone_is_no_picture():
    certificate = certificate_of(b"%PDF-1.7")
    uploads.remove(certificate.file.path)

    assert page_pictures.picture(certificate) is None
    assert page_pictures.text(certificate) is None


def test_certificate_without_a_file_has_no_picture():
    assert page_pictures.picture(Certificate()) is None
