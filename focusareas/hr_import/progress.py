"""How far an import has come, for whoever waits for a large one."""

from typing import Protocol


class Progress(Protocol):
    """Told now and then what is done and how many rows that has come to, of how many if known."""

    def __call__(self, step: str, done: int, total: int | None = None) -> None: ...


def untold(step: str, done: int, total: int | None = None) -> None:
    """Nobody waits."""
