"""What stands around the holder's name: verbs, labels and the words of who issues."""

import re
from typing import Final

from focusareas.certificate_completions import ATTENDED, HAS_ATTENDED
from focusareas.certificate_patterns import AnyCase

# "Har tilldelats detta kursmärke", "has earned this badge": the one whose paper it is.
GIVEN_PAPER: Final = (
    r"(?:tilldelats|erhållit|fått|mottagit|förvärvat|förtjänat|uppnått|(?:been\s+)?(?:awarded|issued)|earned|"
    r"received)\s+(?:detta|dessa|this)\s+(?:[\w-]{1,20}\s+)?[\w-]{0,20}(?:intyg|bevis|märke|diplom|certifikat|"
    r"certificate|badge|diploma|credential)"
)
# What somebody did who completed a course, after the name: "Kim Berg har genomfört".
COMPLETED: Final = re.compile(
    r"\b(?:har|have|has)\b"
    r"(?P<between>(?:(?!\bhar\b|\bhas\b)(?:[^.!?]|(?<=\d)\.(?=\s?\d))){0,60}?)\b"
    rf"(?:genomfört|genomgått|fullföljt|slutfört|avslutat|klarat|avklarat|deltagit|gått|{HAS_ATTENDED}|"
    r"fullgjort|tillgodogjort\s+sig|besvarat|tagit\s+del\s+av|utbildats|certifierats|"
    r"(?:erhållit|fått)\s+utbildning|uppfyllt|gjort\s+(?:klart|samtliga|alla|hela)|blivit\s+klar|"
    r"godkänts|blivit\s+godkänd|(?:erhållit|uppnått|fått)\s+godkänt|"
    rf"completed|participated|attended|passed|finished|{GIVEN_PAPER})\b",
    re.IGNORECASE,
)
DID: Final = AnyCase(
    rf"\b(?:{ATTENDED}|genomförde|fullföljde|slutförde|genomgick|avslutade(?!\s+\w*(?:kurser|utbildningar)\b)|deltog|är\s+godkänd|är\s+(?:nu\s+)?klar\s+med|"
    r"(?:successfully )?(?:completed|finished) the|attended\s+and\s+(?:passed|completed)|"
    r"fullgjorde|"
    r"participated\s+in|attended\s+the|took\s+part\s+in)\b"
)

# "att Kim Berg deltagit i": without "har", so only behind "att" or at the beginning of a line.
PARTICIPLE: Final = re.compile(
    r"\b(?<!\bha\s)(?-i:genomfört|genomgått|fullföljt|slutfört|avslutat|deltagit\s+i)\b(?!\s*[:\d])",
    re.IGNORECASE,
)
# What a holder did besides, in words that others do too: behind a name only that is all before it.
TOLD: Final = re.compile(
    r"\b(?-i:fick|gick|blev|tilldelades|påbörjade|klarade|avklarade|godkändes|erhöll|besvarade|utbildades|certifierades|"
    r"uppnådde|tog\s+del\s+av)\b",
    re.IGNORECASE,
)
# "Den 12 april genomförde Kim Berg kursen": the name stands behind the verb.
THEN_DID: Final = re.compile(
    r"\b(?:genomförde|fullföljde|slutförde|genomgick|avslutade|klarade|avklarade|fick|blev|erhöll|"
    r"godkändes)\s+(?P<name>[^.!?:]{3,80})",
    re.IGNORECASE,
)
# A blank before each word, and nothing twice: a line of dots would be read in endless ways.
WHEN: Final = (
    r"(?>(?:[\s,]++(?:den|[\d./:–-]++|(?:mån|tis|ons|tors|fre|lör|sön)dagen|januari|februari|mars|april|"
    r"maj|juni|juli|augusti|september|oktober|november|december|i\s+sin\s+helhet|digitalt|online|"
    r"med\s+godkänt\s+resultat|med\s+godkänt)(?=[\s,]|$))*)[\s,]*"
)
# "Genomförd 12 april (av kollegan Kim Berg)"
BY: Final = rf"{WHEN}(?<=\s)\(?(?:av|by)\b[\s:]*(?:(?-i:[a-zåäö]{{3,}}n)\s+)?"
# Who completed, but who holds a course in other papers' words: "genomfördes av" is not read.
COMPLETED_BY: Final = re.compile(
    r"\b(?:genomför(?:t|ts|d)|fullfölj(?:t|ts|d|des)|slutför(?:t|ts|d|des)|avsluta(?:t|ts|d|des)|"
    r"avklara(?:t|ts|d|des)|klara(?:ts|d|des)|fullgjor(?:t|ts|d|des)|genomg(?:åtts|ången|icks)|"
    rf"avlagd|godkän[dt]\s+och\s+slutförd|completed|taken|passed){BY}",
    re.IGNORECASE,
)
# Of these a paper tells as well who wrote it: they count only beside a holder.
MADE_BY: Final = re.compile(rf"\b(?:gjord|utförd|skriv(?:en|et)){BY}", re.IGNORECASE)
# "Vi bekräftar att Kim Berg": who it is about, whatever is said.
CERTIFIED: Final = re.compile(
    r"\b(?:intyga[rst]*|bekräfta[rs]?|styrk(?:er|s|t)|bevisa[rs]|visar|meddela[rs]|certif(?:y|ies|ied)|"
    r"confirms?|confirmed|verif(?:y|ies))\b[^.!?:]{0,40}?\b(?:att|that)\s+",
    re.IGNORECASE,
)

# What stands before others' names too, as in the head of a mail or of a document.
MENTION: Final = re.compile(r"(?:av|till|för|to|for|by|ägare|owner)(?:\s*:\s*|\s*$)", re.IGNORECASE)

WHOSE: Final = (
    r"(?:(?:kurs)?deltagarens|medarbetarens|innehavarens|intygsinnehavarens|personens|elevens|"
    r"mottagarens|studentens|(?:den\s+)?studerandes|användarens|kursantens|kandidatens|"
    r"(?:den\s+)?anställde?s|ditt|your|participant'?s|student'?s|full)\s+"
)
PERSON: Final = (
    r"\w*(?<!med)deltagare|(?:intygets|märkets|bevisets|certifikatets|diplomets)\s+(?:innehavare|ägare)|aktör(?=\s*(?::|$))|medarbetare|anställd(?:\s+person)?|(?:intygs|certifikats|märkes)?innehavare|"
    r"(?:deltagar|medarbetar|personal|elev|student)namn|arbetstagare|elev|mottagare|person(?=\s*(?::|$))|(?:användar(?:e|namn)|personal|kollega|(?:kurs|grupp)?medlem|yrkesverksam|certifikathavare|lärande|trainee|delegate|colleague|(?:staff|team)\s+member|staff)(?=\s*(?::|$))|(?:\w*profil|konto)(?=\s*:)|kursant|studerande|vem(?=\s*(?:[?:]|$))|"
    r"(?:intygs|kurs|prov|test)tagare|(?:konsult|vikarie|praktikant|volontär|lärling|kursist)(?=\s*(?::|$))|"
    r"den\s+som\s+(?:har\s+)?(?:gått|genomgått|genomfört|slutfört|fullföljt|avslutat|deltagit\s+i)"
    r"(?:\s+\w*(?:kursen|utbildningen))?(?=\s*(?::|$))|participant|attendee|student|learner|recipient|"
    r"(?:har\s+)?(?:deltagit|genomfört|slutfört|fullföljt|avslutat)"
    r"(?=\s*:\s*(?-i:[A-ZÅÄÖ]\w+\s+[A-ZÅÄÖ]))|"
    r"(?:kandidat|holder|candidate|employee|earner|bearer)(?=(?:\s+name)?\s*(?::|$))"
)
GIVEN_AND_FAMILY: Final = (
    r"för-?\s*(?:namn)?\s*(?:och|&|/|\+)?\s*efternamn|"
    r"efternamn\s*(?:,|/|och|&|\+)?\s*(?:och\s*)?förnamn"
)
NAME_LABEL: Final = re.compile(
    rf"^(?:(?:\d{{1,2}}(?:[.)]|(?=\s+(?-i:[A-ZÅÄÖ])))|[•·▪*–-])\s+)?(?:(?:avser|gäller|rätt|korrekt|nytt|egentlig|verklig|faktisk)\s+)?"
    rf"(?:{WHOSE})?(?:{GIVEN_AND_FAMILY}|fullständiga?t? namn|"
    rf"(?:för)?namn på (?:{PERSON})[nr]?|namn\s+enligt\s+\w+|konto(?:ts\s+ägare|ägare|innehavare)|"
    rf"name of (?:the )?(?:{PERSON})|"
    rf"namn\s+(?:på|i)\s+(?:intyg|bevis|diplom|certifikat)\w*|name\s+on\s+(?:the\s+)?certificate|"
    rf"namn|name|(?:{PERSON})(?:\s+namn|\s+name)?)"
    rf"(?:\s*[/|–-]\s*(?:{WHOSE})?(?:namn|name|{PERSON})(?:'?s name)?)?"
    r"\s*[?*]?(?:\([^)]*\))?(?:\.{3,})?(?:\s+(?:är|var|heter|is|was)\b)?(?:\s*(?:[:=|→⇒–—]|[-=]>|-(?=\s))\s*|\s+|$)",
    re.IGNORECASE,
)
# Of a person in words that courses are told in as well: "Avser Kim Berg", "Utdraget gäller: ..".
CONCERNS: Final = re.compile(
    r"^\W*(?:(?:[a-zåäö]{4,}(?:et|en|an|na)\s+)?(?:avser|gäller)\s*(?::|\s)|"
    r"\w*(?:utdrag|utskrift|rapport|sammanställning|historik|kort|översikt|journal)\s+för\b\s*:?|"
    r"(?:\w*(?:utdrag|utskrift|journal|meritförteckning|kompetenskort)|(?:\w+\s+)?transcript|(?:training|learning)\s+record)\s*[:–—-]\s|"
    r"uppgifter\s+(?:om|för)\b\s*:?)\s*"
    r"(?=(?-i:(?:[a-z]{1,3}\s+){0,3}[^\W\d_a-zåäö][^\s:]*\s+(?:[a-z]{1,3}\s+){0,3}[^\W\d_a-zåäö]))",
    re.IGNORECASE,
)
GREETING: Final = re.compile(
    r"(?:hej|hello|dear|kära|bäst[ae]|tack)\s+|(?:välkommen(?:\s+tillbaka)?|welcome(?:\s+back)?)[,!]?\s+|[^\W\d_][^\d,!]{1,25},\s+(?=[^,!]{3,50}!$)",
    re.IGNORECASE,
)
LOGGED_IN: Final = re.compile(
    r"\b(?:(?:(?:du\s+är\s+)?inloggad(?:\s+(?:som|användare))?|(?:you\s+are\s+)?(?:logged|signed)\s+in"
    r"(?:\s+as)?)\s*:?\s+|(?:(?:min\s+|mitt\s+|my\s+)?(?:profil|konto|profile|account))\s*(?::\s*|\())",
    re.IGNORECASE,
)
# The course and not a part of it: "Du har klarat kursen", "Du slutförde Webbkurs om våld".
YOU_DID: Final = re.compile(
    rf"(?:(?:Du|You)\s+(?:{COMPLETED.pattern}|(?:genomförde|fullföljde|slutförde|genomgick|avslutade|"
    r"fullgjorde|klarade|avklarade|completed|finished|passed)\b)|Nu\s+(?=har\s+du\b)"
    rf"(?:{COMPLETED.pattern.replace('between', 'behind')}))"
    r"(?=\W*(?:\d|$|(?:hela|den|denna|detta|the|this)\b|\w*(?:kurs|utbildning)|[A-ZÅÄÖ]))"
)
GIVEN_LABEL: Final = re.compile(
    r"\b(?:förnamn|tilltalsnamn|given names?|first names?)\s*(?::\s*|\s+|$)", re.IGNORECASE
)
FAMILY_LABEL: Final = re.compile(
    r"\b(?:efternamn|family name|last name|surname)\s*(?::\s*|\s+|$)", re.IGNORECASE
)
# What asks for more of a name, unless it is known: "Mellannamn", "Övriga namn", "Namn 2".
ANY_NAME: Final = re.compile(
    r"^\W*(?:\w+namn|(?:övriga|andra|tredje|fler|flera|ytterligare|alla|samtliga|tidigare|middle|"
    r"second|other|all|additional)\s+(?:\w+\s+)?\w*nam(?:n|es?)|(?:middle\s+)?initial(?:er|s)?|"
    r"namn\s*[2-9])\b",
    re.IGNORECASE,
)
NAME_OF_OTHER: Final = AnyCase(
    r"kurs|utbildning|enhet|arbets|organi[sz]ation|företag|förvaltning|avdelning|fil|användar|inlogg|"
    r"program|modul|region|kommun|verksamhet|titel|chef|ledar|lärar|handled|ansvarig|utfärd|utgiv|"
    r"anordn|certifi|intyg|aktivitet|kompetens|grupp|roll|märke|badge|dokument|befattning|tidigare|course|training|company|employer|user|login|file|"
    r"manager|teacher|instructor|event|issuer"
)
HEADING_DASH: Final = r"\W*\w*(?:intyg|bevis|diplom|certifikat|certificate)\s+[–—-]"
# Behind the heading stands whose paper it is, what paper, or the site: "Kursintyg – Luvit".
SITE: Final = AnyCase(HEADING_DASH)
# Words that point at the holder wherever on a line they stand.
HOLDER: Final = AnyCase(
    r"(?:\b(?:tilldela(?:s|t|ts|d)\b(?:\s+(?:till|åt)\b)?|utställ[dt]\s+(?:till|för|på)\b|\w*intyg\s*:|"
    r"utfärda(?:[dts]{0,2}|des)\s+(?:till|för)\b|tillhör|gäller för|"
    r"\w*intyg(?:et)?\s+(?:avser|gäller)(?!\s+(?:tills|till|i|från|som|utan|även|vid|inom)\b)|^avser\s*(?=:|$)|"
    r"\w*(?:intyg|intyget|certifikat|diplom|bevis|resultat|betyg|bekräftelse|historik)\s+(?:till|för)\b|(?:certificate|diploma|badge|statement|transcript|record)\s+(?:for|to)\b"
    # Who is to do something with it, and what for: "Certificate for Kim Berg to sign".
    r"(?!.*\b(?:to|manager|director|supervisor|head|hr|team)\b)|"
    r"\b(?:ges|över(?:lämnas|räcks))\s+(?:härmed\s+)?(?:till|åt)\b|\bklar(?:a|markera\w+)\s+för\b|,\s+(?:kursdeltagare|deltagare|medarbetare)(?=\s)|"
    r"awarded to|presented to|granted to|issued to|(?:gratulerar|grattis|congratulations)(?!\s*!)|"
    rf"^{HEADING_DASH})"
    r"|\b(?:kurs|utbildnings)?deltagaren?\s*:|\bdeltagarens namn\s*:)\s*[:,]?\s*"
)
TO: Final = re.compile(r"^(?:för|till|tilldelas|utfärda[dts]{0,2}\s+(?:till|för))\b\s*:?\s*", re.I)

ISSUER: Final = AnyCase(
    r"(?:ledare|direktör|lärare|samordnare|administratör|arrangör|anordnare)\w*|"
    r"(?:chefe?n?s?|ansvarige?)\b|sekreterare\s+för|\bkurssekreterare|"
    r"\b(?:utfärda[drt]*\s+av|utfärda(?:re|nde)\b|intygas\s+av|intygar\b|godkän[dt]\s+av|"
    r"attest\w*|bekräftas\s+av|under\s+ledning\s+av|föreståndare\w*|rektor\w*|professor\w*|"
    r"docent\w*|lektor\w*|examinator\w*|utbildare\w*|föreläsare\w*|ordförande\w*|"
    r"underskri\w*|undertecknad\w*|undertecknat\w*|underteckna[rs]\w*|signatur\w*|signera\w*|"
    r"namnteckning\w*|namnförtydligande\w*|kontaktperson\w*|vid\s+pennan|vägnar\b|"
    r"av\s*:?\s*$|by\s*:?\s*$|issued by|signed|signature|instructor|teacher|director|"
    r"hälsning(?:ar)?\W*$|\bmvh\W*$|\bhögaktningsfullt|(?:best|kind|warm)\s+regards|\b(?:sincerely|faithfully)\b|"
    r"\w*strateg(?:en)?\b|(?:verksamhets|metod|kompetens|kvalitets)utvecklare\w*|"
    r",\s*(?:vd|hr)\b|\b(?:fil|med|jur)\.?\s?(?:dr|lic)\b|"
    r"trainer|lecturer|manager\b|dean\b|coordinator|head of|kursvärd\w*|\w*adjunkt\b)"
)
# "För NCK", and not "För Genomförd kurs"; in small letters a course may follow as well.
ON_BEHALF: Final = re.compile(
    r"^För\s+(?!(?i:genomför|slutför|fullfölj|avsluta|godkän|deltag|\w*kurs|\w*utbildning\b))"
    r"(?:[A-ZÅÄÖ]{2,}\b|[A-ZÅÄÖ][a-zåäö]+\w*)"
    r"|^för\s+(?:\w+\s+)?\w*(?:styrelsen|centrum|region|kommun|universitet|förvaltning|myndighet)"
)
# "Härmed intygas att nedanstående person har genomgått", "certify that the following employee"
SOMEBODY: Final = (
    r"(?:person|[\w-]*deltagare|medarbetare|anställda?|elev|student|kursant|participant|employee|"
    r"learner|attendee)"
)
NAMED_BELOW: Final = AnyCase(
    r"\b(?:intyg|bekräft|styrk|certif|confirm)\w*\s+(?:\w+\s+){0,2}(?:att|that)\s+(?:the\s+|den\s+)?(?:"
    rf"(?:nedanstående|följande|undernämnda?|below|following)\s+{SOMEBODY}(?:n|en)?\b|"
    rf"undernämnda?\b|nedan\s*(?:nämnd|namngiv|angiv|ståend)\w*|"
    rf"{SOMEBODY}(?:n|en)?\s+(?:(?:som\s+)?(?:är\s+)?(?:nämn[sd]\w*|namnge[st]\w*|ange[ts]\w*|"
    r"named|mentioned|stated|listed)\s+)?(?:nedan|below)\b)"
)
