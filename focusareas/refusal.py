"""What a verb answers when it cannot do what it was asked."""


class RefusedError(Exception):
    """It cannot be done; the message says why, in Swedish, to the one who tried.

    `field` names what should be put right, by the name it has in a form.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field
