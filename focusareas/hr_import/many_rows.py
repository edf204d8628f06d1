"""Work on rows by the hundred thousand."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_rows() -> Iterator[None]:
    """Let the garbage collector pass over all there is now; it looks only at what is made later.

    It would go through every row of a large file again and again, for two thirds of the time.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
