"""Words that say that a course was completed, and what of it: one home for those who ask."""

import re
from typing import Final

from focusareas.certificate_patterns import AnyCase

# "Har medverkat", "var närvarande": who takes part in a course of a day or two completes it.
HAS_ATTENDED: Final = (
    r"(?:närvar[ai]t|varit\s+(?:närvarande|med\s+(?:på|vid|under)|(?:kurs)?deltagare(?=\s+(?:i|på|vid)\b))|"
    r"medverkat|följt\s+(?=(?:hela\s+)?(?:\w*kurs|\w*utbildning)(?:en)?\b))"
)
ATTENDED: Final = r"(?:närvarade|var\s+(?:närvarande|med\s+(?:på|vid|under))|medverkade)"
# What was done, and not what is to be done: "Kursen genomförs på webben".
DONE: Final = AnyCase(
    r"\b(?:genomför(?:d|t|da|de|des|ts|ande\w*)|slutför(?:d|t|da|de|des|ts|ande\w*)|"
    r"fullfölj(?:d|t|da|de|des|ts|ande\w*)|genomgå(?:tt|ngen(?!\s+av\b)|nget|ngna|tts)|genomgick|"
    r"avsluta(?:d|t|de|des|ts)|(?:av)?klara(?:d|t|de|des|ts)|klar\s+med|fullgjor(?:d|t|de)|"
    r"deltagit|deltog|gått(?:\s+igenom)?|godkän(?:d|t|da|des|ts)(?!\s+(?:av|till)\b)|"
    r"complet(?:ed|ion)|passed|participated|attended)\b"
)
# These say so of a course, and may say other things where none is spoken of.
DONE_WITH_COURSE: Final = AnyCase(
    r"\b(?:klart?|färdigt?|gjort|(?:(?:arbet|jobb)at|tagit)\s+[sd]ig\s+igenom|fullbordat|bevistat|"
    r"(?:följt|läst|studerat|genomarbetat)(?=\s+(?:hela|samtliga|alla)\b|\s\s)|utbildats|utbildad\s+i|avlagt|certifierats|gått\s+klart|"
    rf"{HAS_ATTENDED}|{ATTENDED}|"
    r"gick(?!\s+(?:med|in|till|på)\b)|(?:fått|fick|erhållit|uppnått)\s+(?:(?:en|sin)\s+)?(?:godkän\w+|utbildning)|tillgodogjort\s+sig|tagit\s+del\s+av|"
    r"svarat\s+rätt\s+på\s+(?:alla|samtliga)|besvarat\b[^.!?]{0,60}\brätt|complet(?:ing|e)|finished|taken(?!\s+part)|"
    r"tak(?:en|ing)\s+part|took\s+part|(?:fulfilled|met)\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?requirements|"
    r"uppfyll(?:t|er)\s+(?:alla\s+)?krav\w*)\b"
)
# What was completed stands behind these words.
DID_WHAT: Final = AnyCase(
    r"\b(?:(?:genomfört|genomgått|fullföljt|slutfört|avslutat|avklarat|completed|passed|finished|attended|"
    r"(?:participated|taken\s+part|took\s+part)\s+in)\b|"
    r"(?:genomförde|fullföljde|slutförde|genomgick|avslutade)\b|"
    rf"godkänd\s+på\b)(?!\s*[:\d])|\b(?:deltagit|deltog|{HAS_ATTENDED}|{ATTENDED}|"
    r"(?:(?<!\bvi\shar\s)(?<!\bjag\shar\s)tagit\s+del\s+av)|tillgodogjort\s+sig)\b"
)
# A person did it, who may be named before.
PERSON_DID: Final = AnyCase(
    r"\b(?:har|have|has|att|that|du|you|är|som)\b"
    r"|\b(?:genomförde|slutförde|fullföljde|genomgick|avslutade|klarade|avklarade|fullgjorde|deltog|"
    rf"{ATTENDED})$"
)
# "Alla steg i", "samtliga moduler av", "full närvaro vid": the whole of it.
ALL_OF: Final = AnyCase(
    r"\b(?:allt\s+(?:kurs)?(?:material|innehåll)(?:et)?|(?:alla|samtliga|all|every|each)\s+(?:\w+\s+)?(?!requirements|krav)\w+|(?:full|100\s?%)\s+närvaro)"
    r"\s+(?:i|av|of|in|på|vid|under|at)\b"
)


# "Efter genomgången kurs": what follows was done when all was completed.
AFTER: Final = AnyCase(
    r"\befter\s+(?=(?:(?:av)?slut|avklara|genom|full)(?:ad|gången|förd|gjord|följd|d)\b)"
)


def completions(text: str) -> list[re.Match[str]]:
    """Where the text says that something was completed."""
    return [*DONE.finditer(text), *DONE_WITH_COURSE.finditer(text)]


def without_completions(text: str) -> str:
    """The text without the words that say so."""
    for match in sorted(completions(text), key=lambda match: match.start(), reverse=True):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return text


def without_all_of(text: str) -> str:
    """The text without "alla steg i", which is the whole of what it is about: two blanks."""
    match = ALL_OF.search(text)
    return f"{text[: match.start()]} {text[match.end() :]}" if match else text


def without_after(text: str) -> str:
    """The text without "efter" before what was completed."""
    match = AFTER.search(text)
    return f"{text[: match.start()]}{text[match.end() :]}" if match else text
