"""What makes a certificate doubtful: a course not wholly completed, or only mentioned.

Whatever is found here turns a sure certificate into a question, so the rules may be wide.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

DONE: Final = (
    r"(?:genomför\w*|genomgå\w*|fullfölj\w*|slutför\w*|avsluta\w*|avklara\w*|klara\w*|godkän\w*|"
    r"deltagit|deltog|gått|completed|passed)"
)
PART: Final = r"(?:kapit\w*|modul\w*|del(?:en|ar|arna|moment\w*)?|avsnitt\w*|moment\w*|chapters?)"

NOT_COMPLETED: Final = re.compile(
    rf"\b(?:inte|ej|icke|aldrig)\s+(?:\w+\s+){{0,2}}?{DONE}"
    rf"|\butan\s+(?:\w+\s+){{0,2}}?(?:godkän|resultat|slutför|fullfölj)\w*"
    rf"|\b{DONE}\s*[:?]\s*(?:nej|no|ej|inte)\b"
    r"|(?:☐|\[\s?\])\s*ja\b|(?:☒|☑|☓|\[[xX]\])\s*nej\b|\bnej\s*(?:☒|☑|\[[xX]\])"
    r"|\bunderkän\w+|\bhas not\b|\bnot (?:yet )?completed\b"
    r"|\bstatus\s*:?\s*(?:pågå|påbörja|startad|ej|inte|delvis|in progress)\w*"
    r"|\bpåbörja\w*\s+(?:\w*kurs|\w*utbildning|webb)\w*|\bhar\s+påbörjat\b|\bavbr[iu]t\w*"
    r"|\bresultat\s*:?\s*(?:icke|ej|fail\w*|(?-i:IG|U)\b)",
    re.IGNORECASE,
)
PARTLY: Final = re.compile(
    r"\b(?:delvis|halva|hälften|ofullständig\w*|partly|partially)\b"
    rf"|\b{DONE}\s+(?:\w+\s+)?{PART}\s*\d{{1,2}}\b(?![-./\d])"
    rf"|\b(?:första|andra|tredje|sista|ena|några|vissa|bara|endast)\s+{PART}\b"
    rf"|\b{PART}\s*\d+\s*[:.]?\s*[–—✗✘☐-](?=\s*(?:{PART}\s*\d|$))"
    r"|\b[1-9]/[2-9]\s+av\b"
    rf"|\b{DONE}\s+(?:\w+\s+){{1,4}}?(?:till|inför|efter|före)\s+(?:\w+\s+)?(?:webb|kurs|\w*utbild)"
    r"|\b(?:informations(?:möte|träff)\w*|introduktionsfilm\w*|förtest\w*)",
    re.IGNORECASE | re.MULTILINE,
)
SO_MANY_OF: Final = re.compile(rf"\b(\d+)\s*(?:av|/|of)\s*(\d+)\s+{PART}", re.IGNORECASE)
PERCENT: Final = re.compile(
    rf"\b(?:{DONE}|framsteg|progress|status)\s*:?\s*(\d{{1,3}})\s?%|\b(\d{{1,3}})\s?%\s+av\b",
    re.IGNORECASE,
)

# A line that sends the reader on to another course says nothing of this one.
MENTION: Final = re.compile(
    r"\brekommender\w*|\bnästa\s+(?:kurs|steg)|\btips\b|\b(?:fler|andra|kommande)\s+(?:\w+\s+)?\w*kurser"
    r"|\bläs\s+(?:även|också|mer|gärna)|\b(?:gå|se)\s+(?:även|också|gärna)|\bfortsätt\b"
    r"|\brecommended\b|\bmore courses\b",
    re.IGNORECASE,
)
COURSE_LABEL: Final = re.compile(
    r"^\s*(?:kurs|kursnamn|kursens namn|utbildning|webbkurs|course(?: name)?)\s*:"
    r"\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)


def says_not_completed(lines: Iterable[str]) -> bool:
    """Whether anything says that the course, or some of it, is left to do."""
    text = "\n".join(lines)
    one_line = text.replace("\n", " ")
    return bool(
        NOT_COMPLETED.search(one_line)
        or PARTLY.search(one_line)
        or PARTLY.search(text)
        or any(int(done) < int(whole) for done, whole in SO_MANY_OF.findall(one_line))
        or any(int(before or after) < 100 for before, after in PERCENT.findall(one_line))
    )


def without_mentions(text: str) -> str:
    """The lines that are about this certificate's own course."""
    return "\n".join(line for line in text.splitlines() if not MENTION.search(line))


def labelled_courses(lines: Iterable[str]) -> Iterator[str]:
    """What stands behind "Kurs:" and the like."""
    for line in lines:
        if match := COURSE_LABEL.match(line):
            yield match["name"]
