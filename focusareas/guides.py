"""The guides of docs/guider as the help page shows them: one text for both."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "guider"
ITEM = re.compile(r"(?:- |\d+\. )")
# The pictures lie among the static files, so that both the page and the document show them.
PICTURE = re.compile(r"!\[(?P<words>[^\]]+)\]\(\.\./\.\./static/(?P<file>[^)]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a picture with its words, or a list of points or steps."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """What somebody of one role needs to know."""

    title: str
    blocks: tuple[Block, ...]


@lru_cache
def read_guide(name: str) -> Guide:
    """The guide in the file of this name: Markdown of the kinds of blocks above, no more."""
    title, *texts = re.split(r"\n\s*\n", (FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    return Guide(title.removeprefix("# ").strip(), tuple(map(_block, texts)))


def _block(text: str) -> Block:
    lines = text.strip().splitlines()
    if text.startswith("## "):
        return Block("heading", (lines[0].removeprefix("## "),))
    if picture := PICTURE.fullmatch(lines[0]):
        return Block("picture", (picture["words"], picture["file"]))
    if not ITEM.match(lines[0]):
        return Block("paragraph", (" ".join(lines),))
    kind = "points" if lines[0].startswith("- ") else "steps"
    items: list[str] = []
    for line in lines:
        if ITEM.match(line):
            items.append(ITEM.sub("", line, count=1))
        else:
            items[-1] += f" {line.strip()}"
    return Block(kind, tuple(items))
