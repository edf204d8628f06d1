"""What else a holder did on a course: "och svarat rätt på alla frågor", "gjort alla övningar"."""

import re
from typing import Final

from focusareas.certificate_patterns import AnyCase

VERB: Final = (
    r"(?:(?:be)?svarat(?:\s+rätt)?(?:\s+på)?|gjort|utfört|löst|lämnat\s+in|redovisat|sett|läst|öppnat|"
    r"tagit\s+del\s+av|(?:arbetat|gått)\s+igenom|"
    r"(?:genomfört|slutfört|klarat|avklarat|avlagt|(?:fått|har)\s+godkänt\s+på|(?:blivit\s+)?godkän[dt]s?\s+på)"
    r"(?=\s+(?:(?:alla|samtliga|det|den|ett|slut\w*|kunskaps\w*|prov\w*|test\w*)\b)))"
)
# All of what there is to do on a course, and what comes last on it.
WORK: Final = (
    r"(?:(?:alla|samtliga)\s+(?:(?!utom|andra|övriga)\w+a\s+)?"
    r"\w*(?:frågor|övningar|uppgifter|moment|filmer|texter|quiz|reflektioner|inlämningar)(?:na|en)?|"
    r"(?:(?:det|den|ett)\s+)?(?:(?:avslutande|tillhörande|godkänt)\s+)?(?:slut|kunskaps|kurs)?"
    r"(?:prov|test|tentamen|utvärdering)(?:et|en)?)"
)
DEED: Final = rf"(?:(?:har|även|också|därtill)\s+){{0,2}}{VERB}\s+{WORK}"
# Joined to what was completed, and nothing but a further one behind it.
DEEDS: Final = AnyCase(
    rf"(?:\s*,\s*(?:(?:och|samt)\s+)?|\s+(?:och|samt)\s+){DEED}"
    rf"(?=[ ]*(?:$|[.!\n\t]|(?:,\s*(?:(?:och|samt)\s+)?|\s(?:och|samt)\s+){DEED}))"
)
COURSE: Final = AnyCase(r"\b\w*(?:kurs|utbildning)(?:en|ens)?\b|\bprogrammet\b")
LINE: Final = re.compile(r"[\n\t]|[.!?]\s")


def without_side_deeds(text: str) -> str:
    """The text without what else was done on the course, behind what says that it was completed.

    It stays where no course is spoken of before it on the line.
    """
    for deed in reversed([*DEEDS.finditer(text)]):
        if COURSE.search(LINE.split(text[: deed.start()])[-1]):
            text = f"{text[: deed.start()]}{text[deed.end() :]}"
    return text
