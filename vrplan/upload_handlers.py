"""How files that are sent reach the disk."""

from contextlib import suppress
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler

MAX_TOTAL_BYTES = 200 * 1024 * 1024


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes each file to disk as it comes, and refuses too much before the first byte."""

    def handle_raw_input(
        self,
        input_data: Any,
        meta: dict[str, str],
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        if content_length > MAX_TOTAL_BYTES:
            raise RequestDataTooBig("more than MAX_TOTAL_BYTES in one request")

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        """Name the file on disk ourselves: the sender's name may be too long, and names people."""
        super().new_file(field_name, "file", *args, **kwargs)
        self.file.name = file_name

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError:
            # The disk is full: give back what the file has taken of it.
            with suppress(OSError):
                self.file.close()
            raise
