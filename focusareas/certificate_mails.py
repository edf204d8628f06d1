"""Mails: which of them are the certificate itself, and which are about one."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from focusareas.certificate_frames import CONCERNS, NAME_LABEL
from focusareas.certificate_kinds import NOUN, OF_COURSE
from focusareas.certificate_patterns import AnyCase

MAIL_HEAD: Final = AnyCase(r"\s*(?:ämne|skickat|subject|sent|vidarebefordra\w*)\s*:")
# The certificate itself stands in the mail.
ONLY_HEADING: Final = AnyCase(rf"\W*{OF_COURSE}{NOUN}\W*$")
REPLIED: Final = AnyCase(r"\W*(?:ämne|subject)\s*:.*(?:^|\W)(?:sv|vs|re)\s*:")
FORWARDED: Final = AnyCase(
    r"\W*(?:(?:ämne|subject)\s*:.*(?:^|\W)(?:vb|fwd?)\s*:|vidarebefordra|forwarded\s+message)"
)
# The issuer's own mail may be the certificate, and then says so of somebody,
CONFIRM: Final = (
    r"(?!kan\b)(?:(?:härmed|vi|kan|vill|\w*mejlet|\w*mailet|meddelandet)\b[\s,]*+){1,4}"
    r"(?:bekräfta[rs]?|intyga[rs]?)(?:\s+(?:vi|härmed)){0,2}"
)
CONFIRMS: Final = AnyCase(
    rf"\W*(?:(?:{CONFIRM}|"
    rf"detta\s+\w*{NOUN}\s+(?:bekräftar|intygar|visar|styrker)|"
    r"(?:detta|här)\s+är\s+en\s+bekräftelse\s+på)\s*,?\s*att\b"
    r"(?!\s+(?:du|vi|er|ert|din|ditt)\b)|"
    r"(?:ämne\s*:\s*)?bekräftelse\b.*\b(?:slutför|genomför|fullfölj|avsluta)\w*)"
)
# or to the one it is sent to, who may not be the one it is sent on to.
THIS_MAIL: Final = r"(?:det\s+här|detta)\s+(?:e-?)?(?:mejl|mail|post|meddelande|brev)\w*"
AS_ONE: Final = rf"(?:som|är)\s+(?:ett\s+|ditt\s+|en\s+)?\w*(?:{NOUN}|bekräftelse)"
CONFIRMS_TO_YOU: Final = AnyCase(
    rf"(?:^|.*[.!?]\s)\W*(?:(?:detta|här)\s+är\s+ditt\s+\w*{NOUN}|"
    rf"(?:spara\s+)?{THIS_MAIL}(?:[,\s]+(?:det|och|gäller|fungerar|räknas))*\s+{AS_ONE}\b|"
    rf"bifogat\s+finner\s+du\s+(?:här\s+)?ditt\s+\w*{NOUN}|"
    rf"spara\s+(?:detta|det\s+här)\s+\w+\s+som\s+(?:ditt\s+)?\w*{NOUN})"
    rf"|(?:ämne|subject)\s*:\s*(?:your\s+certificate|ditt\s+\w*{NOUN})"
)
# or it is sent by what nobody can answer, or from an address that is of no person.
OFFICE: Final = (
    r"(?:webbkurs|kurs|utbildning|intyg|diplom|bevis|kompetens|lär(?:portal|ande|centr)|"
    r"lar(?:portal|ande|centr)|learn|lms|akademi|academy|portal|plattform|"
    r"support|kansli|info|noti[fs]|system|automat|service|admin|certifi|registr)"
)
SENT: Final = r"(?:e-?)?(?:mejl|mail|post|meddelande|utskick|avisering|notis|notifiering)"
BY_MACHINE: Final = AnyCase(
    r"\s*(?:från|from|avsändare)\s*:.*(?:\b(?:no|do-?not|donot|ej|inte)[._-]?(?:reply|svara?)\b|"
    rf"[\s<(\[:]{OFFICE}[\w.-]*@)"
    r"|\s*(?:från|from|avsändare)\s*:\s*\w*(?:portal|plattform)(?:en)?\b"
    rf"|.*\b{SENT}\w*\s+(?:(?:går|kan)\s+(?:inte|ej)|är\s+automatisk)"
    rf"|.*\b(?:svara\s+(?:inte|ej)\s+på|(?:skicka|lämna)\s+(?:inte|ej|inga)\s+svar|do\s+not\s+reply|"
    rf"automatiskt?\s+{SENT}|automat(?:ic|ed)\s+(?:mail|e-?mail|message|notification))\b"
)


def is_mail_about_one(lines: Sequence[str]) -> bool:
    """Whether it is a mail, and not one that is the certificate."""
    if not any(map(MAIL_HEAD.match, lines)):
        return False
    texts = (*lines, *map(" ".join, pairwise(lines)))
    if any(map(CONFIRMS.match, texts)):
        return False
    if any(map(REPLIED.match, lines)):
        return True
    is_one = any(map(ONLY_HEADING.match, lines)) or any(map(CONFIRMS_TO_YOU.match, texts))
    if any(map(FORWARDED.match, lines)):
        return not (is_one and any(map(_names_holder, lines)))
    return not (is_one or any(map(BY_MACHINE.match, lines)))


def _names_holder(line: str) -> bool:
    """Whether it is a field of whose certificate it is: "Namn: Kim Berg"."""
    label = NAME_LABEL.match(line) or CONCERNS.match(line)
    return bool(label and line[label.end() :].strip())
