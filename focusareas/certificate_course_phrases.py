"""What leads in to a title and only says that it is a course: "vår kostnadsfria utbildning"."""

import re
from typing import Final

from focusareas.certificate_neutral import GENERAL, unknown_words

# A part, another one, or one that was not completed: these are more than a quality of the course.
OTHER: Final = (
    r"(?:halv|del|avslut|först|andr|tredje|sist|inled|förbered|förkunskap|fördjup|fortsatt|fortsätt|avancer|"
    r"påbygg|förkort|kort|vald|valfri|vissa|några|flera|enstaka|enskil|anna[nt]|liknande|motsvarande|"
    r"närligg|kommande|nästa|prelimin|introdu|parallell|tidigare|föregå|återst|rester|senare|planer|"
    r"uppfölj|concluding|closing|bokad|påbörj|sökt|inställ|avbrut|missad|obefint|\w*prov|\w*test|\w*ledar|\w*lärar|part|half|"
    r"first|second|third|final|introduc|prepar|advanc|other|another|next|previous|similar|equivalent|"
    r"follow|some|several|optional|remaining|planned|booked|(?:inte|ej|icke|aldrig|not|never|non)\b|"
    # A verb in the present, "följer kursen", and not "vår"
    r"(?!(?:vår|er|our|their|your|dagar|timmar)\b)\w+r\b)"
)
# What a noun before it may be joined with, and no quality either.
JOINS: Final = (
    r"(?:i|in|på|av|till|för|om|från|med|inför|före|efter|under|utom|utan|utöver|enligt|mot|kring|"
    r"vid|hos|som|att|och|eller|men|samt|än|utanför|angående|gällande|of|to|for|from|with|before|"
    r"after|on|about|as|that|and|or|but|than|except|without|towards?)"
)
WORD: Final = r"[a-zåäöé]+(?:[-’':][a-zåäöé]+)*|[A-ZÅÄÖ][\w-]*?[’':]?s|[A-Z]\w+ish"
# What is attended or worked through as well, and not what a web course is.
NOUN: Final = (
    rf"(?:{GENERAL}|(?:web)?seminari(?:um|et)|seminar|webbinari(?:um|et)|workshop(?:en)?|"
    r"(?:kurs|utbildnings)(?:paket|material)(?:et)?)"
)
# When all of it was given, once.
OCCASION: Final = r"(?:kurs|utbildnings)(?:tillfälle|omgång)(?:t|en)?"
NAMED: Final = (
    r"(?:\W*(?:(?i:in\s+swedish|på\s+svenska)\W+)?"
    r"(?:called|named|titled|entitled|kalla[dt]|benämn[dt]|som\s+(?:heter|kallas)|"
    r"med\s+(?:namnet|titeln|rubriken)|under\s+(?:namnet|rubriken)))?"
)
# Where such a phrase begins, or goes on behind "den av Länsstyrelsen"; behind "att" and "och" it
# would be what somebody did with the course.
BEGINS: Final = (
    r"(?:^\W*(?:(?:under|vid)\s+)?|"
    r"\bav\s+[A-ZÅÄÖ][\w-]*(?:\s+(?:[A-ZÅÄÖ][\w-]*|i|för|och|län)){0,5}\s+|\b(?:i|in|på|vid|av|of|at|om|on)\s+|"
    r"(?<!\w)(?=(?:den|det|denna|detta|vår|vårt|en|ett|sin|sitt|hela|the|our|an?|their|its|this)\s))"
)
# It is an atomic group: Python 3.11.2 takes a lookahead within a possessive one for granted.
QUALITIES: Final = re.compile(
    rf"{BEGINS}(?>(?:(?!(?:{OTHER}\w*|{JOINS}|{NOUN}|{OCCASION})\s)(?:{WORD})\s+(?:(?:och|and)\s+)?){{0,5}})"
    rf"(?:(?:{GENERAL}|{OCCASION})\s+(?:i|om|in|on)|(?:{NOUN}|{OCCASION}){NAMED})\W*$"
)


# Where more is told of it, and no title follows: "(8 timmar)", "den 12 april", "och har".
TOLD_BEHIND: Final = re.compile(
    r"\s*[(,;]\s*(?=\d|(?:totalt|sammanlagt|cirka|ca|in\s+total)\b)|\s+(?:(?:den|on|under|the)\s+)?(?=\d)|"
    r"\s+(?:och|samt|and|med\s+(?:gott|god)\w*)(?:\s+(?=[a-zåäö])|\s*$)"
)


def is_course_in_general(said: str, own: frozenset[str]) -> bool:
    """Whether it begins with "the course", of whatever quality, and goes on with no title.

    That of somebody else, "Polisens utbildning", is none of those whose `own` words are given.
    """
    ends = (match.start() for match in TOLD_BEHIND.finditer(said))
    return any(is_only_course(said[:end], own) for end in ends)


def is_only_course(said: str, own: frozenset[str]) -> bool:
    """Whether it is "the course" and nothing else, and not somebody else's."""
    if without_course(said).strip():
        return False
    return not any(word[0].isupper() and unknown_words(word, own) for word in said.split())


def without_course(said: str) -> str:
    """What leads in to a title, without the course in general that it ends with.

    Between its article and "utbildningen" there are only qualities of it, such as who gives it.
    """
    found = QUALITIES.search(said)
    return said[: found.start()] if found else said
