"""How static files are named."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Names that change with the content, once the files have been collected.

    Until then the plain names are used, so that a fresh checkout shows its pages.
    """

    def stored_name(self, name: str) -> str:
        """The name in addresses."""
        return str(super().stored_name(name)) if self.hashed_files else name
