"""Who was there in another way than to learn: as interpreter, observer, host or leader."""

from typing import Final

from focusareas.certificate_patterns import AnyCase

# Who only listened, or helped those who took part.
ASIDE: Final = (
    r"(?:observatör|åhörare|auskultant|(?:tecken(?:språks)?|skriv|döv)?tolk|besökare|ledsagare|följeslagare|medföljande|"
    r"observer|interpreter|auditor|spectator|visitor)"
)
# What nobody is at work, so that it is what somebody was on the course.
ON_THE_COURSE: Final = (
    rf"(?:{ASIDE}|\w*värd(?:inna)?|(?:ljud|ljus|video|bild|film|scen|it-?|\w+)?tekniker|moderator|konferencier|"
    r"(?:kurs|utbildnings|cirkel|grupp|process|samtals|metod|seminarie|övnings|pass)?ledare|"
    r"(?:kurs|utbildnings)ansvarig|ansvarig\s+chef|arrangör|anordnare|utbildare|föreläsare|föredragshållare|"
    r"talare|inspiratör|facilitator|examinator|instruktör|kursassistent|kursadministratör|funktionär|gäst|"
    r"gästföreläsare|reserv|panelist|host|guest|speaker|presenter|technician|facilitator|"
    r"organi[sz]er|trainer|instructor|lecturer|examiner|(?:course\s+|group\s+)?leader)"
)
# "Kim Berg (tolk)", "Kim Berg, kursledare, har", "Kim Berg – observatör"; § is the holder.
OF_HOLDER: Final = AnyCase(
    rf"§\s*[,;(\[|/–—-]\s*\(?(?:(?:som|as|extern|inbjuden|medverkande|an?)\s+)?{ON_THE_COURSE}(?=\W*$|\s*[,;)\]|/–—]|\s+(?:har|has)\b)"
)
TOLD: Final = AnyCase(rf"\W*(?:som\s+|as\s+)?{ON_THE_COURSE}\W*$")
ALONE: Final = AnyCase(rf"\W*{ASIDE}\W*$")
# "Intyg för handledare", "Digitalt märke för kursledare": others than participants get it.
FOR_LEADERS: Final = AnyCase(
    r"\W*(?:[\w-]+\s+){0,2}?\w*(?:intyg|bevis|diplom|certifikat|märke|badge|certificate)\s+"
    r"(?:för|till|som|for|to|as)\s+(?:an?\s+|en\s+)?"
    rf"(?:{ON_THE_COURSE}|handledare|lärare|mentor|coach|teacher|supervisor|tutor)(?:na|n|s)?\W*$"
)
# "En person i din grupp har genomfört", "Din medarbetare has completed": not who is spoken to.
SOMEBODY: Final = AnyCase(
    r"(?:^|[.!?]\s+)\W*(?:(?:en|någon|ytterligare\s+en|din|er|one|someone|somebody|your|a)\s+)"
    r"(?:(?:av|of|i|in|på|at)\s+)?(?:(?:dina|din|era|er|your|the|our|vår|våra|ny|annan)\s+)?"
    r"(?:person(?:er)?|medarbetare|kolleg(?:a|or)|anställda?|deltagare|användare|gruppmedlem|(?:grupp|team|enhet)(?:en|et)?|"
    r"member|employees?|colleagues?|staff|team)\b[^.!?§,]{0,40}\b(?:har|has|have)\s+(?:nu\s+|just\s+)?"
    r"(?:genomfört|genomgått|slutfört|fullföljt|avslutat|klarat|avklarat|deltagit|gått|completed|finished|passed)\b"
)


def is_of_another_role(text: str) -> bool:
    """Whether the holder, who stands as §, or whom the paper is for, did not learn but lead."""
    return any(one.search(text) for one in (OF_HOLDER, SOMEBODY)) or any(
        one.match(text) for one in (ALONE, FOR_LEADERS)
    )


def is_other_role(value: str) -> bool:
    """Whether a field says so: "Medverkan: kursvärd"."""
    return bool(TOLD.match(value))
