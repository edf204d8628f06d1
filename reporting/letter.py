"""The letter as HTML: the same for the preview and for the PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.conf import settings
from django.template.loader import render_to_string

from focusareas.models import Plan
from focusareas.plan_letter import Letterhead, PlanLetter
from reporting.printable import printable
from reporting.text import Memo, Section

AFTER_SIGNATURE = {"copies"}
STYLESHEET = "reporting/letter.css"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a list with its items; each text is a sequence of lines."""

    is_list: bool
    texts: list[list[str]]


@dataclass(frozen=True, slots=True)
class LetterSection:
    """A section as the template shows it."""

    key: str
    heading: str
    level: int
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything on the paper."""

    plan: Plan
    data: PlanLetter
    title: str
    dated: date
    letterhead: Letterhead | None
    sections: list[LetterSection]
    after_signature: list[LetterSection]


def build(memo: Memo, sections: Sequence[Section]) -> Letter:
    """The letter with these texts, on the paper in use on its day."""
    shown = [
        LetterSection(section.key, section.heading, section.level, parse(section.body))
        for section in sections
    ]
    return Letter(
        plan=memo.plan,
        data=memo.letter,
        title=memo.title,
        dated=memo.dated,
        letterhead=memo.letter.letterhead_on(memo.dated),
        sections=[section for section in shown if section.key not in AFTER_SIGNATURE],
        after_signature=[
            section for section in shown if section.key in AFTER_SIGNATURE and section.blocks
        ],
    )


def render(letter: Letter) -> str:
    """The letter as an HTML page."""
    # Not the hashed name: a memo has to be made, and an old one shown, without it.
    stylesheet = f"{settings.STATIC_URL}{STYLESHEET}"
    context = {"letter": letter, "stylesheet": stylesheet}
    return printable(render_to_string("reporting/letter.html", context))


def parse(body: str) -> list[Block]:
    """Paragraphs are parted by empty lines; a line that begins with "- " is an item of a list."""
    blocks: list[Block] = []
    for is_blank, lines in groupby(body.splitlines(), key=lambda line: not line.strip()):
        if not is_blank:
            blocks += _parse_paragraph([line.strip() for line in lines])
    return blocks


def _parse_paragraph(lines: list[str]) -> list[Block]:
    """Text, a list, or text with a list under it; a line after an item belongs to the item."""
    blocks: list[Block] = []
    for line in lines:
        if line.startswith(("- ", "• ")):
            if not blocks or not blocks[-1].is_list:
                blocks.append(Block(True, []))
            blocks[-1].texts.append([line[2:].strip()])
        elif blocks:
            blocks[-1].texts[-1].append(line)
        else:
            blocks.append(Block(False, [[line]]))
    return blocks
