"""What a file may be, what is said about those that may not, and how they are stored."""

import errno
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from PIL import Image

from focusareas import uploads
from focusareas.certificate_reader import read
from focusareas.uploads import Arrivals, FileRefusedError, clean_name, content_type
from tests.certificates import Text, assemble, column, draw, picture, scan, stream

PAGE = column("Intyg", "Namn: Kim Berg", "Webbkurs om våld", "Genomförd 2023-04-12")


def why_refused(content: bytes) -> str:
    with pytest.raises(FileRefusedError) as refusal:
        read(content, [])
    return str(refusal.value)


def a_zip() -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return output.getvalue()


def a_picture(kind: str, **options: object) -> bytes:
    output = BytesIO()
    Image.new("RGB", (10, 10)).save(output, kind, **options)  # type: ignore[arg-type]
    return output.getvalue()


# ---------------------------------------------------------------- What is taken


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (draw(PAGE), "application/pdf"),
        (b"\xef\xbb\xbf\r\n" + draw(PAGE), "application/pdf"),
        (scan(), "application/pdf"),
        (picture(), "image/jpeg"),
        (picture("PNG"), "image/png"),
    ],
)
def test_type_is_told_by_the_content(content: bytes, kind: str) -> None:
    assert content_type(content) == kind
    assert read(content, [])


def test_file_of_exactly_the_largest_size_is_taken() -> None:
    content = draw(PAGE)
    comment = b"%" + b" " * (uploads.MAX_BYTES - len(content) - 2) + b"\n"

    assert content_type(comment.join([content[:15], content[15:]])) == "application/pdf"


def test_what_was_typed_into_a_form_is_read() -> None:
    appearance = stream(
        b"BT /F1 12 Tf 2 2 Td <%s> Tj ET" % "Kim Berg".encode("utf-16-be").hex().encode(),
        b"/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R>>>>",
    )
    field = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(namn)/V(Kim Berg)/F 4/Rect[120 698 320 718]"
        b"/AP<</N 6 0 R>>>>"
    )
    content = draw(
        [Text(72, 760, "Intyg"), Text(72, 700, "Namn:")],
        catalogue=b"/AcroForm<</Fields[7 0 R]>>",
        page=b"/Annots[7 0 R]",
        objects=[appearance, field],
        letters="Kim Berg",
    )

    (reading,) = read(content, [])

    assert reading.names == ("Kim Berg",)


# ---------------------------------------------------------------- What is refused


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "tom", id="empty"),
        pytest.param(b"MZ\x90\0" + b"\0" * 200, "inte en PDF", id="program"),
        pytest.param(b"\x7fELF" + b"\0" * 200, "inte en PDF", id="linux program"),
        pytest.param(b"<!DOCTYPE html><p>Intyg", "inte en PDF", id="html"),
        pytest.param(a_zip(), "Word", id="docx"),
        pytest.param(a_picture("GIF"), "inte en PDF", id="gif"),
        pytest.param(b"\0\0\0\x18ftypheic\0\0\0\0", "avhuggen", id="no heic"),
        pytest.param(picture("HEIF")[:-100], "avhuggen", id="truncated heic"),
        pytest.param(b"\0\0\0\x18ftypavif\0\0\0\0", "JPEG", id="avif"),
        pytest.param(b"\0\0\0\x18ftypqt  \0\0\0\0", "film", id="film"),
        pytest.param(draw(PAGE)[:-400], "avhuggen", id="cut off"),
        pytest.param(b"%PDF-1.7\nhej\n%%EOF", "skadad", id="no objects"),
        pytest.param(draw([]), "tom", id="blank"),
        pytest.param(draw(PAGE) + a_zip(), "zip-arkiv", id="polyglot"),
        pytest.param(picture() + a_zip(), "zip-arkiv", id="picture polyglot"),
        pytest.param(draw(*[[]] * 201), "201 sidor", id="too many pages"),
        pytest.param(picture()[:2000], "avhuggen", id="truncated jpeg"),
        pytest.param(picture("PNG")[:800], "avhuggen", id="truncated png"),
        pytest.param(b"\xff\xd8\xff" + b"\0" * 50, "avhuggen", id="not a jpeg"),
        pytest.param(b"x" * (25 * 1024 * 1024 + 1), "25 MB", id="too big"),
    ],
)
def test_bad_file_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    sentence = why_refused(content)

    assert says in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    "catalogue",
    [
        b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
        b"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>",
        b"/OpenAction<</S/Launch/F(cmd.exe)>>",
    ],
)
def test_pdf_that_runs_something_is_refused(catalogue: bytes) -> None:
    assert "programkod" in why_refused(draw(PAGE, catalogue=catalogue))


def test_script_in_a_packed_object_is_refused() -> None:
    packed = stream(b"9 0 <</S/JavaScript/JS(1)>>", b"/Type/ObjStm/N 1/First 4")

    assert "programkod" in why_refused(draw(PAGE, objects=[packed]))


def a_packed_script(dictionary: bytes, *, hides: Callable[[bytes], bytes] = zlib.compress) -> bytes:
    """A document that runs something which lies in a stream of objects."""
    packed = hides(b"6 0 <</S/JavaScript/JS(app.alert(1))>>")
    head = b"<<%s/Type/ObjStm/N 1/First 4/Length %d>>" % (dictionary, len(packed))
    return draw(PAGE, objects=[head + b"\nstream\n" + packed + b"\nendstream"])


def is_seen_through(content: bytes) -> bool:
    return uploads._is_seen_through(content, uploads._object_streams(content))


@pytest.mark.parametrize(
    ("dictionary", "is_plain"),
    [
        (b"/Filter/FlateDecode", True),
        (b"/Filter[/FlateDecode]", False),
        (b"/DecodeParms 9 0 R/Filter/FlateDecode", False),
        (b"/DecodeParms 9 0 R\nendobj%\n9 0 obj<</Filter/FlateDecode", False),
        (b"/DecodeParms 9 0 R%endobj 9 0 obj<<\n/Filter/FlateDecode", False),
        (b"/DecodeParms<</Predictor 12>>/Filter/FlateDecode", False),
    ],
)
def test_only_plainly_packed_objects_are_seen_through(dictionary: bytes, is_plain: bool) -> None:
    assert is_seen_through(a_packed_script(dictionary)) == is_plain


def test_packed_objects_with_spelled_out_names_are_not_seen_through() -> None:
    veiled = zlib.compress(b"6 0 <</S/Java#53cript/JS(app.alert(1))>>")

    content = a_packed_script(b"/Filter/FlateDecode", hides=lambda _: veiled)

    assert not is_seen_through(content)
    assert not is_seen_through(a_packed_script(b"/Filter/FlateDecode", hides=bytes))


def test_pdf_with_an_attached_file_is_refused() -> None:
    catalogue = b"/Names<</EmbeddedFiles<</Names[(a.exe) 7 0 R]>>>>"
    objects = [
        stream(b"MZ", b"/Type/EmbeddedFile"),
        b"<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>",
    ]

    assert "inbäddade" in why_refused(draw(PAGE, catalogue=catalogue, objects=objects))


def test_encrypted_pdf_is_refused() -> None:
    body = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (
        b"ab" * 32,
        b"cd" * 32,
    )

    assert "lösenord" in why_refused(assemble(body, trailer=lock))


@pytest.mark.parametrize("sides", [8_000, 60_000])
def test_picture_with_too_many_points_is_refused(sides: int) -> None:
    side = sides.to_bytes(4, "big")
    chunks = (b"IHDR" + side + side + b"\x08\x02\0\0\0", b"IDAT", b"IEND")
    content = b"\x89PNG\r\n\x1a\n" + b"".join(
        (len(chunk) - 4).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
        for chunk in chunks
    )

    assert "bildpunkter" in why_refused(content)


# ---------------------------------------------------------------- Names


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("intyg.pdf", "intyg.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\intyg\\Åsa.pdf", "Åsa.pdf"),
        (".htaccess", ".htaccess"),
        ("a\0b.pdf", "a\ufffdb.pdf"),
        ("a\r\nb.pdf", "a b.pdf"),
        ("{{7*7}}.pdf", "{{7*7}}.pdf"),
        ("intyg\u202efdp.exe", "intygfdp.exe"),
        ("int\udce4yg.pdf", "int\ufffdyg.pdf"),
        ("A\u030asa.pdf", "Åsa.pdf"),
        ("intyg 😀.pdf", "intyg 😀.pdf"),
        ("x" * 300, "x" * 255),
        ("/", "namnlös fil"),
    ],
)
def test_name_is_kept_as_harmless_text(name: str, clean: str) -> None:
    assert clean_name(name) == clean


# ---------------------------------------------------------------- Storing


def test_stored_bytes_are_found_again_under_a_random_name() -> None:
    first, second = uploads.store(b"a"), uploads.store(b"a")

    assert first != second
    assert uploads.location(first).read_bytes() == b"a"
    assert uploads.stored_paths() == {first, second}


def test_only_the_owner_may_look_at_what_is_stored() -> None:
    path = uploads.location(uploads.store(b"a"))

    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.parent.parent.stat().st_mode & 0o777 == 0o700


def test_failed_write_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space"):
        uploads.store(b"a")
    assert uploads.stored_paths() == set()


@pytest.fixture
def incoming(settings: LazySettings) -> Path:
    return Path(settings.FILE_UPLOAD_TEMP_DIR)


@pytest.fixture
def arrivals() -> Iterator[Arrivals]:
    with Arrivals() as arrivals:
        arrivals.put("a", b"a")
        arrivals.put("b", b"b")
        yield arrivals


def test_files_that_arrive_are_there_once_those_wanted_are_settled(incoming: Path) -> None:
    path = uploads.new_path()
    with Arrivals() as arrivals:
        arrivals.put("a", b"a")
        arrivals.put("a", b"a")
        arrivals.put("b", b"b")
        assert (len(list(incoming.iterdir())), uploads.stored_paths()) == (2, set())

        arrivals.settle({"a": path})

    assert uploads.location(path).read_bytes() == b"a"
    assert (list(incoming.iterdir()), uploads.stored_paths()) == ([], {path})


def test_every_file_is_flushed_before_any_is_placed(monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[Path] = []
    placed: list[int] = []
    monkeypatch.setattr(uploads, "_flush", flushed.append)
    monkeypatch.setattr(uploads, "_place", lambda *_: placed.append(len(set(flushed))))
    keys = [str(number) for number in range(2 * uploads.FLUSHED_IN_TURN + 1)]

    with Arrivals() as arrivals:
        for key in keys:
            arrivals.put(key, key.encode())
        arrivals.settle({key: uploads.new_path() for key in keys})

    assert placed == [len(keys)] * len(keys)


def test_files_of_a_pile_lie_beside_each_other() -> None:
    first = uploads.new_path()
    second = uploads.new_path(beside=first)

    assert first != second
    assert Path(first).parent == Path(second).parent


def test_of_files_that_arrive_none_is_left_if_one_cannot_be_settled(arrivals: Arrivals) -> None:
    with pytest.raises(KeyError):
        arrivals.settle({"a": uploads.new_path(), "never sent": uploads.new_path()})
    assert uploads.stored_paths() == set()


def test_files_that_arrive_can_be_settled_again_after_they_were_removed(arrivals: Arrivals) -> None:
    for path in (uploads.new_path(), uploads.new_path()):
        arrivals.settle({"a": path})
        assert uploads.stored_paths() == {path}
        uploads.remove(path)


def test_file_that_arrives_on_another_disk_is_copied(
    arrivals: Arrivals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refused)
    path = uploads.new_path()

    arrivals.settle({"b": path})

    assert uploads.location(path).read_bytes() == b"b"
    assert uploads.location(path).stat().st_mode & 0o777 == 0o600


def test_removing_what_is_gone_is_no_error(tmp_path: Path) -> None:
    uploads.remove("ab/abcdef")


def test_cut_off_picture_is_refused_after_a_memo_has_been_drawn() -> None:
    import weasyprint  # noqa: F401  # it makes the picture library forgiving

    assert "avhuggen" in why_refused(picture()[:2000])
