"""What a handed-in file may be, and where it lies."""

import os
import re
import secrets
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from django.conf import settings

from focusareas.names import plain

MAX_BYTES = 25 * 1024 * 1024
MAX_PAGES = 200
MOST_FLUSHES = 8
# To begin with each by itself would take time from what is done meanwhile.
FLUSHED_IN_TURN = 8
LONGEST_NAME = 255

PDF, JPEG, PNG, HEIC = "application/pdf", "image/jpeg", "image/png", "image/heic"
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1")
END_OF_ZIP = b"PK\x05\x06"
BEFORE_HEADER = b"\xef\xbb\xbf \t\r\n\x0c\x00"
STREAM = re.compile(rb"/ObjStm\b[^>]{0,500}>>\s*stream\r?\n")
# One whose whole dictionary is seen, with no other way to read its bytes than to unpack them.
PLAIN_STREAM = re.compile(
    rb"(?<=[\r\n])endobj\s+\d+ \d+ obj\s*<<(?=[^<>]{0,200}/ObjStm)"
    rb"(?:/Type ?/ObjStm|/N \d+|/First \d+|/Length \d+(?: \d+ R)?|/Filter ?/FlateDecode|\s)+>>"
    rb"\s*stream\r?\n"
)
SCRIPT = re.compile(rb"/JavaScript\b|/Launch\b")
ATTACHMENT = re.compile(rb"/EmbeddedFile\b|/FileAttachment\b")
# Where words may stand that a search does not find: encrypted, packed, or spelled /Java#53cript.
VEILED = re.compile(rb"/Encrypt\b|/\w*#[0-9A-Fa-f]{2}")
PACKED = re.compile(rb"ObjStm")
MAX_UNPACKED = 20 * 1024 * 1024


Source = bytes | Path


class FileRefusedError(Exception):
    """The file cannot be taken; the message tells the one who handed it in what to do."""


def clean_name(name: str) -> str:
    """The file's own name as harmless text: no folders, no control characters, not too long."""
    decoded = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    last_part = plain(re.split(r"[/\\]", decoded)[-1].replace("\0", "\ufffd"))
    return last_part[:LONGEST_NAME] or "namnlös fil"


def content_of(source: Source) -> bytes:
    """The bytes, no more of them than may be taken and one."""
    if isinstance(source, bytes):
        return source
    with source.open("rb", buffering=0) as file:
        # To ask for more than there is would make room for all that may be taken.
        size = os.fstat(file.fileno()).st_size
        return file.read(min(size, MAX_BYTES) + 1)


def content_type(content: bytes) -> str:
    """What the bytes are, judged by themselves; refuses all but PDF, JPEG, PNG and HEIC."""
    if not content:
        raise FileRefusedError("Filen är tom. Spara intyget igen och lämna in det på nytt.")
    if len(content) > MAX_BYTES:
        raise FileRefusedError(too_big())
    kind = _kind(content)
    if _is_also_zip(content):
        raise FileRefusedError(
            "Filen innehåller också ett zip-arkiv. Skriv ut intyget till en ny PDF och lämna in "
            "den i stället."
        )
    return kind


def too_big() -> str:
    """What to say of a file above the limit."""
    return (
        f"Filen är större än {MAX_BYTES // 1024 // 1024} MB. Spara intyget som en mindre fil, "
        "eller dela upp det i flera."
    )


def _kind(content: bytes) -> str:
    if content.lstrip(BEFORE_HEADER).startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        return HEIC
    if content[4:8] == b"ftyp":
        raise FileRefusedError(
            "Filen är en film eller en bild i ett format som inte kan läsas här. Fotografera "
            "intyget igen, eller spara det som JPEG eller PDF."
        )
    if content.startswith(b"PK\x03\x04"):
        raise FileRefusedError(
            "Filen är ett zip-arkiv eller ett dokument från Word eller liknande. "
            "Spara intyget som PDF och lämna in det."
        )
    raise FileRefusedError(
        "Filen är inte en PDF eller en bild i formatet JPEG, PNG eller HEIC. "
        "Spara intyget som PDF, eller fotografera det, och lämna in det."
    )


def _is_also_zip(content: bytes) -> bool:
    if END_OF_ZIP not in content:
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return bool(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False


@contextmanager
def open_pdf(content: bytes) -> Iterator[pdfium.PdfDocument]:
    """The PDF, open for reading, once it is known to be whole and to hold nothing but pages."""
    if b"%%EOF" not in content[-2048:]:
        raise FileRefusedError(
            "PDF-filen är avhuggen: slutet saknas. Ladda ner intyget igen och lämna in det på nytt."
        )
    streams = _object_streams(content)
    _refuse_active(content, streams)
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise FileRefusedError(_why_closed(error)) from error
    try:
        _check_document(document)
        if not _is_seen_through(content, streams):
            words = _in_plain_words(document)
            _refuse_active(words, _object_streams(words))
        yield document
    finally:
        document.close()


def _why_closed(error: pdfium.PdfiumError) -> str:
    if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
        return "PDF-filen är låst med lösenord. Spara den utan lösenord och lämna in den igen."
    return damaged_pdf()


def damaged_pdf() -> str:
    """What to say of a PDF that does not open."""
    return "PDF-filen är skadad och går inte att öppna. Ladda ner intyget igen och lämna in det."


def _check_document(document: pdfium.PdfDocument) -> None:
    pages = len(document)
    if pages == 0:
        raise FileRefusedError(damaged_pdf())
    if pages > MAX_PAGES:
        raise FileRefusedError(
            f"PDF-filen har {pages} sidor, och högst {MAX_PAGES} går att ta emot. "
            "Dela upp den i mindre filer."
        )
    if pdfium_c.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        raise FileRefusedError(has_script())
    if pdfium_c.FPDFDoc_GetAttachmentCount(document) > 0:
        raise FileRefusedError(has_attachment())


def has_script() -> str:
    """What to say of a PDF that can run something."""
    return (
        "PDF-filen innehåller programkod. Skriv ut intyget till en ny PDF och lämna in den i "
        "stället."
    )


def has_attachment() -> str:
    """What to say of a PDF with files inside."""
    return (
        "PDF-filen har andra filer inbäddade. Skriv ut intyget till en ny PDF och lämna in den i "
        "stället."
    )


@dataclass(frozen=True, slots=True)
class _Stream:
    """Objects that were packed in a stream, and whether that is all there is in it."""

    unpacked: bytes
    is_whole: bool

    @property
    def is_clear(self) -> bool:
        """Whether nothing is hidden behind what is seen of it."""
        is_veiled = VEILED.search(self.unpacked) or PACKED.search(self.unpacked)
        return self.is_whole and not is_veiled


def _refuse_active(content: bytes, streams: Mapping[int, _Stream]) -> None:
    """Look for scripts and attachments where the PDF library does not: actions and annotations."""
    for part in (content, *(stream.unpacked for stream in streams.values())):
        if SCRIPT.search(part):
            raise FileRefusedError(has_script())
        if ATTACHMENT.search(part):
            raise FileRefusedError(has_attachment())


def _is_seen_through(content: bytes, streams: Mapping[int, _Stream]) -> bool:
    """Whether no words are veiled but in streams that anybody would unpack as we do."""
    before = [content.rfind(b"endobj", 0, match.start()) for match in PACKED.finditer(content)]
    plain = [PLAIN_STREAM.match(content, start) for start in before if start >= 0]
    starts = {match.end() for match in plain if match}
    if VEILED.search(content) or len(starts) != len(before):
        return False
    return all(start in streams and streams[start].is_clear for start in starts)


def _in_plain_words(document: pdfium.PdfDocument) -> bytes:
    """The same document written anew, with nothing veiled but the contents of its streams."""
    written = BytesIO()
    document.save(written, flags=pdfium_c.FPDF_REMOVE_SECURITY)
    return written.getvalue()


def _object_streams(content: bytes) -> dict[int, _Stream]:
    """The streams with objects that can be unpacked, by where they begin."""
    found = {}
    for match in STREAM.finditer(content):
        start, unpacker = match.end(), zlib.decompressobj()
        packed = content[start : content.find(b"endstream", start)]
        with suppress(zlib.error):
            found[start] = _Stream(unpacker.decompress(packed, MAX_UNPACKED), unpacker.eof)
    return found


def store(content: bytes) -> str:
    """Write the bytes under a new random name, whole or not at all; the name is the answer."""
    path = new_path()
    with Arrivals() as arrivals:
        arrivals.put(path, content)
        arrivals.settle({path: path})
    return path


def new_path(*, beside: str = "") -> str:
    """A new random name for a stored file, in the same folder as another one if wanted."""
    name = f"{beside[:2] or secrets.token_hex(1)}{secrets.token_hex(15)}"
    return f"{name[:2]}/{name}"


class Arrivals:
    """Files on their way in: on the disk while there is other work, stored when they are settled.

    They wait in a folder apart, and nothing is left of them there in the end.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, Path] = {}
        self._unflushed: list[Path] = []
        self._flushed: list[Future[None]] = []
        self._flushes = ThreadPoolExecutor(MOST_FLUSHES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flushes.shutdown(cancel_futures=True)
        for path in self._waiting.values():
            path.unlink(missing_ok=True)

    def put(self, key: str, content: bytes) -> None:
        """Write the bytes where they wait, once for each key."""
        if key in self._waiting:
            return
        self._waiting[key] = Path(settings.FILE_UPLOAD_TEMP_DIR) / secrets.token_hex(16)
        _write(self._waiting[key], content)
        self._unflushed.append(self._waiting[key])
        if len(self._unflushed) == FLUSHED_IN_TURN:
            self._flush(self._unflushed)
            self._unflushed = []

    def _flush(self, paths: Sequence[Path]) -> None:
        self._flushed.append(self._flushes.submit(_flush_each, paths))

    def settle(self, paths: Mapping[str, str]) -> None:
        """Let them lie at the paths and survive a power cut; none of them, if one cannot."""
        targets = {key: location(path) for key, path in paths.items()}
        folders = {target.parent for target in targets.values()}
        try:
            for path in self._unflushed:
                self._flush([path])  # nothing else is left to do: all at the same time
            for flushed in self._flushed:
                flushed.result()
            for folder in folders:
                folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                folder.mkdir(mode=0o700, exist_ok=True)
            for key, target in targets.items():
                _place(self._waiting[key], target)
            for folder in folders | {folder.parent for folder in folders}:
                _flush(folder)
        except BaseException:
            for target in targets.values():
                target.unlink(missing_ok=True)
            raise


def _place(waiting: Path, target: Path) -> None:
    """Let the file lie at the target as well."""
    try:
        os.link(waiting, target)
    except OSError:  # on another disk, or one that has no links
        _write(target, waiting.read_bytes())
        _flush(target)


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        # That it will not be read tells the system to write it to the disk at once.
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _flush_each(paths: Sequence[Path]) -> None:
    for path in paths:
        _flush(path)


def _flush(path: Path) -> None:
    """Make what was written to a file, or renamed in a folder, survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def location(path: str) -> Path:
    """Where a stored file lies."""
    return Path(settings.CERTIFICATE_DIR) / path


def remove(path: str) -> None:
    """Delete a stored file; it may be gone already."""
    location(path).unlink(missing_ok=True)


def stored_paths() -> set[str]:
    """Every file below the folder of certificates."""
    folder = Path(settings.CERTIFICATE_DIR)
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
