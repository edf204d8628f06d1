"""The words of certificates, and the whole name that a text begins with.

What is read is always the whole name: one that may be cut off is worse than none.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_written_days import without_birthday
from focusareas.person_numbers import without_person_number

CERTIFICATE: Final = AnyCase(
    r"intyg|certifi\w|bevis(?:et)?\b|diplom|genomför|genomgått|fullfölj|slutför|avsluta[dt]|"
    r"klarat|avklarad|godkän|deltagit|complet\w|märke\b|badge|utfärda[dt]\s+till|(?:awarded|issued)\s+to"
)
# Who does something for a living has a long word that ends so, and names do not: not "Lindqvist".
JOB: Final = (
    r"[\w-]{5,}(?:[bdfgjklmnprstv]are|[dijst]ör|[a-txyz]ist|praktikant)n?|"
    r"[\w-]{3,}(?:vikarien?|patrull(?:en)?)|"
    r"[\w-]*(?:sköterska|barnmorska|biträde)[nt]?|"
    r"[\w-]*(?:skötare|ledare|utredare|vårdare|deltagare|medarbetare)n?|"
    r"[\w-]*(?:chef|pedagog|kurator|assistent|konsulent|terapeut|psykolog|onom|ombud|strateg)"
    r"(?:n|en|et)?"
)
ROLE: Final = re.compile(
    rf"^(?:{JOB}|herr|fru|leg|ssk|usk|eleven|studenten|anställd[ae]?|mr|mrs|ms|dr)\.?$",
    re.IGNORECASE,
)
# "Personlig assistent", "Legitimerad sjuksköterska", "Biträdande enhetschef".
KIND_OF_ROLE: Final = re.compile(r"(?:\w{3,}(?:lig|ad|ande|ställd|sk)|stf|vik|leg)\.?", re.I)

PARTICLES: Final = frozenset(
    """
    af al ben bin bint da das de del der di dos el ibn la le san st ten ter van vom von y zu
    """.split()
)

# Never part of a person's name on these papers, however written. Words that are names as well
# (Maj, Tom, Alla, Lund, De) must stay out: a name cut short could be another person's.
COMMON: Final = frozenset(
    """
    intygas intygar intyg intyget kursintyg kursintyget kursbevis bevis certifikat certifikatet
    diplom diplomet certificate completion course diploma participation achievement härmed
    genomfört genomförd genomförande genomförandet genomförde genomgått genomgången genomförts
    fullföljt fullföljd slutfört slutförd avslutat avslutad klarat deltagit deltagande deltog
    godkänt godkänd godkända resultat resultatet kunskapstest kunskapstestet slutprov
    kurs kursen kurser kursnamn kursens webbkurs webbkursen webbutbildning webbutbildningen
    grundkurs grundutbildning introduktion introduktionskurs introduktionswebbkurs utbildning
    utbildningen utbildningens fördjupning fördjupningskurs kapitel modul moduler innehåll
    kursinnehåll omfattning timmar timme minuter kurslängd digital digitalt våld våldet
    våldsutövare våldsutsatta kvinnor relationer relation hedersrelaterat förtryck
    socialtjänsten socialtjänst patriark namn deltagare deltagaren kursdeltagare förnamn
    efternamn medarbetare medarbetaren innehavare personnummer personnr pnr födelsedatum född
    anställningsnummer anstnr anställd e-post telefon adress befattning yrke titel arbetsplats
    enhet avdelning datum kursdatum slutdatum startdatum utfärdat utfärdad utfärdas
    utfärdandedatum signatur underskrift namnteckning namnförtydligande undertecknad kursledare
    föreståndare rektor professor direktör generaldirektör ansvarig kursansvarig utfärdare
    anordnare arrangör chef enhetschef region regionen kommun kommunen kommuns länsstyrelsen
    länsstyrelse socialstyrelsen socialförvaltningen förvaltning förvaltningen myndigheten
    myndighet ungdoms civilsamhällesfrågor nationellt nationella centrum kvinnofrid
    kunskapscentrum nck mucf universitet universitetet högskola högskolan sveriges regioner
    kommuner intygsnummer certifikatnummer version diarienummer giltig giltigt giltighet
    employee employer learner candidate holder manager number id enrolled expires learning
    utskrift utskriven utskrivet tilldelas tilldelats grattis gratulerar välkommen bekräftelse
    bekräftar verifiera verifiering närvaro heldag heldagar participant completed successfully
    sista momentet modulen modulerna delen delarna student students register registret records våra
    our this ägare ägaren owner utgivare utbildare leverantör
    program programmet kompetens benämning training avser gäller beviset dokumentet koden statement
    accomplishment achievement diploma
    issued signed undersigned kopia utkast exempel gratulationer godkännande betyg rätt
    samtal stöd enheten regionens samtliga bifogat bifogas
    kursdel delkurs prov poäng gräns moment avsnitt övning övningar uppgift uppgifter svar
    status framsteg procent nivå kategori ämne score grade module progress points attempts
    märke märket badge referens ref education academy online ekonomiskt
    korset logga personal kollega kollegan tjänsteman befattningshavare staff colleague
    profil arbetsgrupp instrument instrumentet boende boendet gruppbostad hemtjänst korttidsboende
    """.split()
)
# Where papers are signed; few people are called so.
PLACES: Final = frozenset(
    """
    stockholm uppsala visby göteborg malmö linköping norrköping jönköping örebro västerås umeå
    luleå gävle helsingborg borås eskilstuna halmstad växjö karlstad karlskrona kristianstad
    sundsvall östersund trollhättan kalmar skövde nyköping södertälje gotland sverige sweden
    """.split()
)
# "Lidköping", "Mjölby", "Skellefteå", and no "Arbetsmiljö".
TOWN: Final = re.compile(
    r"[A-ZÅÄÖ](?:[^\W\d_]{2,}(?:köping|borg|hamn|berg|holm|fors|torp|tälje|tuna)|"
    r"[^\W\d_]{3,}(?:by|vik|sund)|[^\W\d_]*(?:[sx]jö|eå)|[^\W\d_]{3,}(?<!bo)stad)"
)
# Words between names and the rest, in small letters only: De, Du and Pa are names.
FUNCTION_WORDS: Final = frozenset(
    """
    närmaste varken antingen följande när först
    på av eller för till från med den det som har är var vid hos i inom om under att en ett ej
    inte genom enligt efter före mot mellan utan detta denna dessa här nu alla sig sin sitt sina
    vår vårt er vi jag ni hon man dess person personen ovanstående nedanstående ovannämnda
    nedan namngiven namngivna angiven angivna nämnd nämnda
    även också redan idag igår härmed därmed därför kl klockan senast framgångsrikt nyligen
    blev blivit bli fick fått gick gått gjort gjorde tog tagit kan ska skall kommer hade varit visar
    erhöll erhållit uppnådde uppnått tillgodogjort uppfyllt uppfyller läst
    sedan nedannämnda tid dag plats ort nr sida mål barn nära stöd arbete heder klar prov samtal
    the and for from has have this that was with certify hereby of to in on by is at
    participated attended took taken passed finished fulfilled met successfully
    januari februari mars april maj juni juli augusti september oktober november december
    """.split()
)
# "Fredagen", and what was done: "besvarade", "utbildats", "medverkat".
DAY_OR_VERB: Final = re.compile(
    r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|[a-zåäö]{4,}(?:ade|ades|ats|at)"
)
# In small letters, so no name: "och genomförde", "and completed".
VERB: Final = re.compile(
    r"har|avser|gäller|är|deltog|deltagit|fick|gick|gått|completed|passed|finished|attended|has|[a-zåäö]{4,}(?:ade|at)|"
    r"(?:genomför|slutför|fullfölj|fullgjor)(?:t|de)"
)
# What a title stands behind: "Webbkursen Heder".
COURSE_NOUN: Final = re.compile(r"\w*(?:kurs|utbildning)(?:en)?", re.IGNORECASE)
# The few of them that texts in capitals cannot do without.
CAPITAL_FUNCTION_WORDS: Final = frozenset(["HAR", "FÖR", "FRÅN", "SOM", "ATT", "MED", "HAS"])
# What papers are said to be, or to have done with them: "Beviset hämtades", "Koden gäller".
SAID_OF_PAPER: Final = re.compile(
    r"\w{3,}(?:et|en|na)\s+(?:gäller|kan\s+\w+[ae]s|"
    r"(?:hämta|ladda|skriv|skrev|framställ|genere?ra|kontrolle?ra|verifie?ra|utfärda|skapa|spara|"
    r"skicka|lämna|öppna|publice?ra|uppdate?ra)(?:s|des|ts))\b"
)
# "du är klar": in small letters, since Du is a name.
SPOKEN_TO: Final = re.compile(r"(?:du|ni|you)\s+[a-zåäö]+\b(?!$)")
PRONOUN: Final = re.compile(r"^(?:du|hon|han|hen|vi|jag|ni|de|man|som|you|who)$", re.IGNORECASE)
UNIT_ENDING: Final = (
    r"tjänst(?:en)?|enhet(?:en)?|boendet?|gården|hemmet|skolan|avdelning(?:en)?|förvaltning(?:en)?|"
    r"omsorg(?:en)?|verksamhet(?:en)?|teamet|gruppen|centrum|kommun(?:en)?|universitet(?:et)?|"
    r"styrelsen|myndigheten|nämnden|förbundet|föreningen|institutet|sjukhus(?:et)?|"
    r"mottagning(?:en)?|stadsområde(?:t)?|bistånd(?:et)?|stöd(?:et)?|bostad(?:en)?|central(?:en)?|klinik(?:en)?|"
    r"kontor(?:et)?|kansli(?:et)?|rådgivning(?:en)?|center|centret|punkt(?:en)?|assistans(?:en)?|"
    r"jouren|vården|hälsan|huset|byrån|akademin?|stiftelsen|bolaget|företaget|"
    r"högskolan?|lyftet|torget|verket|rådet|förbund|kåren|museet|biblioteket|teatern|kyrkan|"
    r"församlingen|distriktet|sällskapet|sektionen|cirkeln|kollektivet|alliansen|koncernen|polisen|"
    r"rörelsen|unionen|fonden|förlaget|kollegiet|kompaniet|konsulterna|utbildarna|"
    r"bildningen|bolagen|tjänsterna|skolorna|stationen|hemmen|domstolen|anstalten"
)
UNIT_WORD: Final = re.compile(rf"[\w-]*?(?:{UNIT_ENDING})", re.IGNORECASE)
COMMON_ENDING: Final = re.compile(
    rf"(?:[\w-]{{2,}}|e-)(?:{UNIT_ENDING}|tivitet(?:en)?|titeln?|certifikat(?:et)?|diplom(?:et)?|"
    r"utbildning(?:en)?|kursen|intyg(?:et)?|bevis(?:et)?|datum|nummer|övningar|uppgifter|"
    r"portal(?:en)?|plattform(?:en)?|instrument(?:et)?)$"
    # "Anst.nr", "Personnr", "Anv-id": no name ends so
    r"|[\w-]{2,}[.:-](?:nr|id)$|[\w-]{4,}nr$"
)
# "Ekeby kommun", "Göteborgs Stad", "Omsorg Ek AB", "Norra boendet", "Individ- och", "stadsområde",
# "anst.nr 12345".
UNIT: Final = re.compile(
    r"(?:[A-ZÅÄÖ][\w&-]*\s+){1,3}(?:kommuns?|stads?|Stad(?<=s\sStad)|stadsdel\w*|sd[fn]|län|landsting|"
    r"AB|HB|KB)(?![\w-]|\s+[A-ZÅÄÖ])"
    r"|(?:Region|Länsstyrelsen|Landstinget)\s+(?:i\s+)?[A-ZÅÄÖ]"
    rf"|(?:(?:Norra|Södra|Östra|Västra|Centrala|Sociala)\s+)[\w-]*(?:{UNIT_ENDING})(?![\w-])"
    r"|[\w-]{3,}-\s*(?:och|&)\s|stads(?:del|område)\w*\b|[a-zåäö.]{2,}:?\s+\d[\d-]*\b"
)
# "Mottagningen Slite", "Särskilt boende Norr", "Psykiatriska kliniken": behind a whole name.
UNIT_FIRST: Final = re.compile(
    rf"(?:[\w-]++\s+(?=[a-zåäö]))?(?i:[\w-]*?(?:{UNIT_ENDING}))(?![\w-])"
)
# "IFO Norr"
INITIALS: Final = re.compile(r"(?:IFO|LSS|HVB|SÄBO|BUP|HSL|VUX|BOU)\b")
# "Slutfördes", "Godkännande": no name begins so.
COMMON_BEGINNING: Final = re.compile(
    r"genomför|slutför|fullfölj|fullgjor|avslut|avklar|godkän|utfärd|registrer|certifi|verifier|"
    r"påbörj|uppnå|(?:erövra|förvärva|intjäna|förtjäna)[dt]|mottage[nt]|(?:utbilda|examinera)[dt]s?$|utställ|utskriv|framställ|erhåll|tilldel|inlämn|besvar|uppdater|\w{3,}era(?:t|d|des|ts)$|"
    r"(?:skicka|skapa|rätta|starta|hämta|spara|öppna|granska|bekräfta|lagra|\w*ladda|\w*logga)(?:t|d|de|des|ts)$|"
    r"(?:kurs(?!e)|utbildnings|intygs|kompetens|kunskaps|färdighet|lärande|handlägg|kriteri|riskbedöm|riskfakt|sårbarhet)\w{2}"
)

UNREADABLE: Final = ""
# "kim.berg@region.example", but not "kibe01@region.example".
ADDRESS: Final = re.compile(r"[^\W\d_]{2,}(?:[._-][^\W\d_]{2,})+\d*@\S+")
MOST_WORDS: Final = 7
FEWEST_OF_NAME: Final = 2
# A letter that was lost on the way shows as a sign of question within the word.
LETTERS: Final = r"(?:[^\W\d_]|\ufffd|\?(?=[^\W\d_]))+"
WORD: Final = re.compile(rf"{LETTERS}\.?(?:[-'’`´·]{LETTERS}\.?)*-?")
PARENTHESIS: Final = re.compile(r"[(\[<]([^)\]>]*)[)\]>]")
# Menus have an arrow behind the name of who is logged in.
ORNAMENT: Final = re.compile(r"[»«“”„\"*†‡®™✓✔☑▾▼▿▽⌄˅⏷]")
BORN: Final = "f."
FILLING: Final = re.compile(r"[\s_.…:·|/–—-]*")
LOST: Final = frozenset("?\ufffd")
NEXT_LABEL: Final = re.compile(r"\w\.?\s+[\w.-]+:")
NEXT_SENTENCE: Final = re.compile(r"\w{2}[.!]\s")
PLACED: Final = frozenset(["vid", "på", "i", "inom", "hos", "från", "at"])
BEFORE_NAME: Final = frozenset(["vår", "vårt", "er", "ert", "även", "också", "nu", "härmed"])
YOUR: Final = frozenset(["din", "ditt"])
VAN: Final = frozenset(["van", "von"])
AND: Final = frozenset(["och", "&", "samt", "and", "+"])
DASH: Final = frozenset(["-", "–", "—", "|", "•", "·"])
# One name may follow another behind these.
BETWEEN: Final = DASH | {"/", "eller", "med", "or", "with"}


def is_common(word: str) -> bool:
    """Whether the word is one that certificates are made of, not names."""
    bare = word.strip(".,:;!?()")
    small = bare.casefold()
    return (
        small in COMMON
        or small.removesuffix("s") in COMMON
        or bare in FUNCTION_WORDS
        or bool(DAY_OR_VERB.fullmatch(bare))
        or bare in CAPITAL_FUNCTION_WORDS
        or bool(COMMON_BEGINNING.match(small) or COMMON_ENDING.match(small))
    )


def name_in(text: str, *, is_subject: bool = False) -> str | None:
    """The whole name a text begins with; unreadable if it is unclear where it ends, None if none.

    "Kim Berg, född 1980" is Kim Berg, "Berg, Kim" stays so, "Kim Berg och Bo Ek" is unreadable.
    The text before a verb that the name `is_subject` of may go on: "Berg, Kim den 12 april".
    """
    text = without_remarks(text).replace(";", ",")
    first, *others = (part.strip() for part in text.split(","))
    others = [*_without_attributes(first, others)]
    words, is_whole = _leading_name([] if SPOKEN_TO.match(first) else first.split())
    if words is None:
        return UNREADABLE
    if not words:
        return None
    parts = [" ".join(words)]
    if is_whole:
        parts += [_given_name(part, is_subject) for part in others]
    if len(parts) > 2 or any(not is_name(part) for part in parts[1:]):
        return UNREADABLE
    return ", ".join(parts)


def name_or_address(text: str) -> str | None:
    """The same, or the address of somebody where that stands in place of the name."""
    name = name_in(text)
    address = ADDRESS.match(text.strip("<>() ")) if name is None else None
    return address.group() if address else name


def _given_name(part: str, is_subject: bool) -> str:
    """ "Kim" of "Kim Enhet: Hemtjänst"; as it is where nothing follows that is known to end it."""
    _, *rest = part.split()
    next_label = next(filter(ends_name, rest), "")
    goes_on = is_subject or NEXT_LABEL.search(part) or NEXT_SENTENCE.search(part)
    is_label_next = is_capital(next_label) and is_common(next_label)
    words = _leading_name(part.split())[0] if goes_on or is_label_next else None
    return " ".join(words or []) or part


def _without_attributes(first: str, others: Iterable[str]) -> Iterator[str]:
    """What may be name of the parts behind the first comma, not who it is and where at work."""
    name = first
    for part in others:
        if _is_remark(part) or _is_apposition(first, part) or is_unit_of(name, part):
            continue
        name = f"{name} {part}"
        yield part


def is_unit_of(name: str, part: str) -> bool:
    """Whether the part is where the one works whose whole name stands before it."""
    if sum(map(is_capital, name.split())) < FEWEST_OF_NAME:
        return False
    return any(one.match(part) for one in (UNIT, UNIT_FIRST, INITIALS))


def _is_apposition(name: str, part: str) -> bool:
    """Whether the part in small letters, "kock vid Hemtjänst Norr", says who has the name."""
    words, told = name.split(), part.split()
    is_written_in_full = len(words) > 1 and all(map(is_capital, words)) and not name.isupper()
    if not is_written_in_full or not told[0].islower() or is_particle(told[0]):
        return False
    # Anything else with a capital may be one more name: "numera Strand".
    capital = next((index for index, word in enumerate(told) if is_capital(word)), 0)
    return not capital or told[capital - 1] in PLACED


def _without_remark(parenthesis: re.Match[str]) -> str:
    """What stands in parentheses is dropped, unless it may be a name."""
    inside = parenthesis.group(1)
    is_told = _is_remark(inside) or inside.islower() or UNIT.match(inside)
    return " " if is_told else f" {inside} "


def _leading_name(words: list[str]) -> tuple[list[str] | None, bool]:
    """The name words up to the first other word, and whether that was all; None if unclear."""
    while words and _is_before_name(words):
        words = words[1:]
    found: list[str] = []
    for index, word in enumerate(words):
        if ends_name(word) and not (word == "den" and found[-1:] in (["van"], ["von"])):
            rest = words[index + 1 :]
            if _is_torn_or_next(word, rest, is_first=not found):
                return None, False
            break
        bare = word.strip("\"“”'!").rstrip("?")
        if not WORD.fullmatch(bare):
            return None, False
        found.append(bare if len(bare) <= 2 else bare.rstrip("."))
        if _ends_sentence(word):
            if word.endswith(".") and _is_name_next(words[index + 1 :]):
                return None, False
            break
    unclear = len(found) > MOST_WORDS or (bool(found) and found[-1] in {*PARTICLES, "den"})
    return (None, False) if unclear else (found, len(found) == len(words))


def _is_torn_or_next(word: str, rest: list[str], *, is_first: bool) -> bool:
    """Whether the word joins one more name, or is what was torn off: "Al i" may be "Ali"."""
    if word.casefold() in AND:
        return not _is_verb_next(rest)
    is_next = word in BETWEEN and is_capital("".join(rest[:1])) and _is_name_next(rest)
    return is_next or (word == "i" and not rest and not is_first)


def _is_before_name(words: list[str]) -> bool:
    """Whether the first word says who it is: a role, a number, "vår" or "din närmaste chef"."""
    first, second = [*words, "-"][:2]
    is_your = first.casefold() in YOUR and (ends_name(second) or bool(ROLE.match(second)))
    return (
        is_your or first in BEFORE_NAME or first.isdecimal() or bool(ROLE.match(first.rstrip(":")))
    )


def _ends_sentence(word: str) -> bool:
    """Whether a sentence ends here; "K." may be an initial."""
    return word[-1] in "!?" or (word.endswith(".") and len(word) > 2)


def _is_verb_next(rest: list[str]) -> bool:
    """Whether it goes on with what the same person did: "och genomförde", "and completed"."""
    return bool(rest) and bool(VERB.fullmatch(rest[0]))


def _is_name_next(rest: list[str]) -> bool:
    return bool(rest) and not ends_name(rest[0]) and not ROLE.match(rest[0])


def ends_name(word: str) -> bool:
    """Whether the word cannot belong to the name that the words before it may be."""
    return (
        word in DASH
        or word.casefold() in AND
        or word.endswith(":")
        or word == BORN
        or "@" in word
        or any(character.isdigit() for character in word)
        or is_common(word)
        or (word.islower() and bool(ROLE.match(word)))
        or not FILLING.sub("", word)
    )


def without_remarks(text: str) -> str:
    """The text without identity numbers, birthdays and remarks in parentheses."""
    text = without_birthday(without_person_number(text))
    return ORNAMENT.sub(" ", PARENTHESIS.sub(_without_remark, text))


def _is_remark(part: str) -> bool:
    words = part.split()
    return not words or ends_name(words[0]) or bool(ROLE.match(words[0]))


def is_name(text: str) -> bool:
    """Whether the text is name words and nothing else."""
    words, is_whole = _leading_name(text.split())
    return bool(words) and is_whole


def is_blank(text: str) -> bool:
    """Whether there is nothing but lines to write on."""
    return bool(FILLING.fullmatch(text))


def is_town(word: str) -> bool:
    """Whether the word, with a capital, is what a town is called."""
    return word[:1].isupper() and (word.casefold() in PLACES or bool(TOWN.fullmatch(word)))


def is_particle(word: str) -> bool:
    """Whether the word belongs to a name although it is written small."""
    return word in PARTICLES or word.startswith(("al-", "el-", "d'", "d’"))


def is_capital(word: str) -> bool:
    """Whether the word begins as names do; letters without small and capital ones do."""
    return (word[:1].isalpha() or word[:1] in LOST) and not word[:1].islower()
