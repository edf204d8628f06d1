"""The words of remarks on certificates: what they are about, and those that are harmless."""

import re
from typing import Final

from focusareas.certificate_patterns import AnyCase

ADDRESS: Final = re.compile(
    r"\S*(?:://|@|www\.)\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:se|com|org|net|nu|eu|example)\b\S*"
)
LABEL: Final = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?P<label>[^\d:]{3,45}?)\s*(?:(?<!\d):(?!\d)|\.{3,})\s*"
)
OF_PAPER: Final = r"\w*(?:intyg|bevis|diplom|certifikat)(?:et|ets|s)?"
# Where nothing is meant: "testmiljö", "demo account".
TRIAL: Final = (
    r"(?:(?:test|demo|övnings|prov|utbildnings|staging|sandbox)-?(?:miljö|konto|server|data|person|"
    r"användare|system|läge|uppgifter|kör)\w*|dummy\w*|(?:test|staging|demo|training)\s+(?:environment|"
    r"account|user|mode|data)|demonstrations?\w*)"
)

# ---------------------------------------------------------------- What a clause is about

PAPER: Final = AnyCase(
    rf"\b(?:{OF_PAPER}|intygs?\w*|certificate\w*|dokument(?:et|en)?|kopi(?:a|an|or|orna)|avskrift\w*|"
    r"utskr\w+|exemplar\w*|handling(?:en)?|underlag\w*|utdrag\w*|\w*giltig\w*|\w*valid|"
    r"gäll(?:er|de|ande)|uppgifter(?:na)?|bekräft\w*|styrk\w+|kontroll\w*|verif\w*|attest\w*|"
    r"utfärda\w*|åberopa\w*|signera\w*|under(?:skri|teckn)\w+|copy|document|issued|revoked|"
    rf"{TRIAL})\b"
)
PERSON_OR_DAY: Final = AnyCase(
    r"\b(?:\w*namn(?:et|ets)?|name|person(?:en|ens)?|avse[rd]\w*|\w*konto(?:t|n)?|account|"
    r"inlogg\w*|logged|tillhör\w*|identi\w+|egentlig\w*|datum(?:et|en)?|date|"
    r"dagen(?=\s+(?:är|har|kan)\b))\b"
)
DOING: Final = AnyCase(
    r"\b(?:\w*(?:prov|test)(?:et|en)?|uppgift|\w*(?:uppgiften|suppgift\w*)|\w*resultat(?:et|en)?|"
    r"\w*rättning\w*|\w*moment(?:et|en)?|\w*närvar\w*|återst\w+|komplett\w+|godkännande\w*|svaren|exam)\b"
    r"|^\W*del(?:ar|en)?\s+av\b"
    r"|\b\w*(?:ledare|lärare|utbildare)\s+(?:vid|denna|under|på|för|i|den)\s+[a-zåäö]{3}"
    r"|^\W*\w*(?:kurs|utbildning)en\s+(?:\w+des|måste|ska|skall|bör|har|togs|hade|får|(?:\w+\s+)?(?:inte|ej))\b"
)
# A note that leaves out whom it is about: "Gick hem efter lunch", "Skickat till fel person".
PARTICIPLE: Final = (
    r"(?=(?-i:[A-ZÅÄÖ]))(?:(?!\w*(?:plats|sats)\b)\w{3,}(?:ats|its|tts)|(?!\w*utdraget)\w*(?:skriv|drag|giv|tag|brut|struk)[ei]t|"
    r"\w{4,}a[dt](?=\s+(?:till|från|för|av|i|på|med|ur|fel|utan|efter|som)\b))"
)
VERB: Final = (
    r"(?:gick|kom(?!\s+ihåg)|gjorde|lämnade|missade|avbröt|uteblev|hoppade|sjuk|saknade|saknar|gjordes|skrevs|"
    r"användes|(?:in)?väntar|avvaktar|måste|ska|skall|skulle|bör|behöver)"
)
NOTE: Final = re.compile(
    rf"\W*(?:(?i:{VERB}|är|var|blev|fick|får|kan|kunde|deltog|avser|gäller|tillhör|kräver|stämmer|"
    rf"{PARTICIPLE})|(?-i:Har|Hade|(?!Omfatta|Handla|Behandla)(?:Läste|[A-ZÅÄÖ]\w+(?:ade|kte|slöt))(?=\s+[a-zåäö]))|(?i:(?:§|(?:kurs)?deltagaren|medarbetaren|eleven|personen|hon|"
    rf"han|hen)\s+{VERB})|(?i:obs(?:ervera)?|anm(?:ärkning)?|notera|rättelse|ändring|n\.?b|note|"
    r"remark|under\s+(?:utredning|granskning|prövning|omprövning|behandling)))(?=\W|$)"
)
# What follows says whose it is, and so it must be the holder.
WHOSE: Final = AnyCase(
    r"utdrag\s+för\b|(?:\w+\s+)?(?:avser|gäller|tillhör|inlogg\w+|\w*kontot?|egentlig\w*|logged|account|belongs)\b"
)
# The sentence that says who completed what may begin on the line above.
MAIN: Final = re.compile(
    r"(?i:\b(?:intyga[sr]|bekräfta[sr]|certify|certifies|confirms?)\b)|^\W*(?:[Dd]u|[Yy]ou|[Hh]ar|[a-zåäö]+)\b"
)
# What takes back in that sentence what it says.
CONDITION: Final = AnyCase(
    r"\b(?:förutsättning|förutsatt|såvida|ifall|villkor\w*|dock|inom\s+kort|snart|troligen|"
    r"sannolikt|möjligen|förmodligen|antagligen|eventuellt|kanske|i\s+egenskap\s+av|i\s+roll(?:en)?|"
    r"på\s+uppdrag\s+av(?!.*\bintyga[sr])|räkning|i\s*stället\s+för|tillsammans\s+med|provided\s+that|subject\s+to|"
    r"unless|if|probably|presumably|on\s+behalf|in\s+the\s+role)\b"
    r"|\b(?:som|as(?:\s+an?)?)\s+(?:\w+\s+)?\w*(?:ledare|lärare|utbildare|föreläsare|observatör|"
    r"åhörare|tolk|instruktör|leader|teacher|trainer|observer|interpreter)\b"
)
HEDGE: Final = AnyCase(
    r"^\W*fel\s+(?!anmäl|rapporter|meddela|i\s+uppgifter)\w|^\W*(?:avbok|struk|inställ(?!ning)|vilande|dubblett|avstäng)\w*\W*$|\b(?:ungefär\w*(?!\s+(?:\d+(?:[.,]\d+)?|en|två|tre|fyra|fem|sex)\s*(?:tim|min|h\b|dag|halvdag|veck))|troligen|troligtvis|sannolikt|kanske|preliminär\w*|"
    r"osäker\w*|oklar\w*|approximately|presumably|not\s+for|subject\s+to|pending|under\s+review|"
    r"withdrawn|unconfirmed|unverified|on\s+hold|do\s+not\s+accept|återkall\w*|avliden|in\s+error|cancelled|revoked|"
    r"(?:var|deltog|medverkade|närvarade)\s+(?:\w+\s+)?som\s+\w*(?:ledare|lärare))\b"
)
LONGEST_HEDGED: Final = 8

# ---------------------------------------------------------------- What is harmless

SIGNING: Final = (
    r"(?:\w*underskrift|namnteckning|signatur|stämpel|signering|signature|stamp)(?:en|er)?"
)
POINTS: Final = r"(?:högskolepoäng\w*|akademiska\s+poäng|(?:\w+\s+)?(?:education\s+)?credits?)"
OTHER_PAPER: Final = (
    r"(?:tjänstgöringsbetyg|legitimation\w*|id-handling\w*|behörighet\w*|högskole\w+|examens?\w*)"
)
HARMLESS: Final = re.compile(
    rf"\b(?:utan|saknar|without|ingen|no|(?:kräver|behöver)\s+(?:inte\s+|ej\s+)?(?:någon\s+|ingen\s+)?)"
    rf"\s*(?:\w+\s+(?:eller|och|or)\s+)?{SIGNING}\b"
    r"|\b(?:behöver|kräver)\s+(?:inte|ej)\s+(?:skriv(?:a|as)\s+under|undertecknas?|signeras?)\b"
    r"|(?<=automatiskt)\s.*\b(?:inte|ej)\s+(?:undertecknat|underskrivet|signerat)\b"
    rf"|\b(?:ej|inte|inga|no|not)\s+(?:\w+\s+){{0,2}}?{POINTS}\b"
    rf"|\b(?:inte|ej)\s+(?:(?:användas\s+)?som|ersätta|utgör)\s+(?:en\s+)?{OTHER_PAPER}"
    r"|\b(?:utgör|berättigar|ger)\s+(?:inte|ej|ingen)\s+(?:rätt\s+)?(?:till\s+)?(?:(?:en|ett|någon|något)\s+)?"
    rf"{OTHER_PAPER}(?:\s+som\s+\w+)?"
    r"|\bper\s+anställd\b|\bbegäran\s+av\s+(?:den\s+)?anställde?n?\b|\bhämtades\s+(?=(?:den\s+)?\d)"
    # What is done with what is known of anybody, and what to remember.
    r"|\b(?:lämnas?|lämnar|delas|delar|säljs|säljer|sprids|sprider)\s+(?:inte|ej|aldrig)\s+"
    r"(?:ut\s+|vidare\s+)?(?:\w+\s+)?(?:till|med)\s+(?:tredje\s+(?:part|land)|obehöriga|någon\s+annan|andra|utomstående)\b"
    r"|\brätt\s+att\s+(?:få|begära)\s.*?(?:rättade?|raderade?|utdrag|rättelse)\b"
    r"|\båterkalla\s+(?:ditt|sitt)\s+samtycke\b|\b(?:glöm|tänk)\s+(?:inte\s+|på\s+)(?:bort\s+)?att\b"
    r"|\bskickas\s+(?:inte|ej)\s+(?:ut\s+)?(?:med\s+post|automatiskt|på\s+nytt|igen)\b"
    r"|\bkan\s+beställas\s+(?:på\s+nytt|igen)(?:\s+mot\s+(?:en\s+)?avgift)?\b"
    r"|\b(?:identifierat\s+sig|inloggning(?:en)?\s+(?:skedde|sker)|legitimera[dt]|inloggad)\s+(?:med|via)\s+"
    r"(?:mobilt\s+)?(?:bank-?id|siths[\w-]*|freja\w*|e-legitimation)\b|\bdu\s+är\s+inloggad\W*$"
    r"|\b(?:kan|får|går)\s+(?:inte|ej)\s+(?:att\s+)?(?:överlåt|ändr|sälj|sprid|publicer|skriv|skriva\s+ut|"
    r"vidarebefordr|kopier|förläng|besvar)\w*(?:\s+ut)?(?:\s+på\s+nytt)?\b"
    r"|\bsvara\s+(?:inte|ej)\b|\bdo\s+not\s+reply\b"
    r"|\b(?:men\s+)?(?:är|utgör|ger)\s+(?:inget|ingen|inte)\s+(?:bevis|garanti\w*|formell\w*)\s+(?:\w+\s+)?"
    r"(?!genom|deltag|kurs)"
    r"|(?:(?<=utfärdades)|(?<=automatiskt)|(?<=skapades))\snär\s"
    r"|(?<=fram)\s+tillsammans\s+med\b|\bkom\s+ihåg\b|\bhar\s+varken\s+skapats\s+eller\s+godkänts\b|\bskicka\s+aldrig\s+lösenord\b"
    r"|\b(?:inte|ej)\s+tidsbegränsa[td]\b|\butan\s+(?:tidsbegränsning|slutdatum|kostnad)\b"
    r"|\binge[nt]\s+(?:\w+\s+)?(?:slutdatum|tidsbegränsning|utgångsdatum|tidsgräns|giltighetstid)\b|\binga\s+personuppgifter\b"
    r"|\b(?:ska|skall|måste|bör)\s+(?=(?:\w+\s+)?(?:visas|uppvisas|lämnas|sparas|förvaras|skickas|"
    r"arkiveras|kunna|läggas|repeteras|upprepas|förnyas|uppdateras)\b)"
    r"|\bhär\s+kommer\b|\btills\s+vidare\b|\b(?:mitt\s+konto|mina\s+\w+|my\s+account)\b"
    r"|\b(?:certificate|intyg)\s+no\b|\b(?:avser|gäller|tillhör|inloggad(?:\s+(?:som|användare))?)\s*:?\s*§"
    r"|\b(?:(?!kolleg|annan)\w+s|för-?\s+och|fullständigt|given|family|first|last|full|your)\s+(?:efter)?nam(?:n|e)\b"
    r"|\b(?:att|that)\s+(?-i:[^\W\d_a-zåäö]\S*(?:\s+[^\W\d_a-zåäö]\S*)*)",
    re.IGNORECASE,
)
NEVER_KNOWN: Final = AnyCase(
    r"\b(?:inte|ej|icke|inge[tn]|inga|aldrig|varken|utan|nej|not|no|none|never|without|nor|ifall|när|"
    r"först|tills|innan|förrän|senare|måste|men|dock|endast|bara|enbart|if|when|until|only|but|"
    r"must|saknas?|saknar|saknade|återst\w+|ska|skall|skulle|kommer\s+(?:att|när|senare|snart|inom|i|in)|fel(?!\s+(?:anmäl|rapporter|meddela|i\s+uppgifter))|halva|delvis|(?:in)?väntar|"
    r"avvaktar|förutsätter|behöver|upphör\w*|dröjer|falsk\w*|lånad?e?s?|tillgodoräknas|\w*rättning\w*|"
    r"återkall\w*|återtag\w*|återtog\w*|förfalsk\w*|preliminär\w*|felaktig\w*|oriktig\w*|tveksam\w*|"
    r"oklar\w*|osäker\w*|misstänk\w*|underkän\w*|ersätt(?:s|as|er)|ersatt\w*|inkomplet\w*|bör|göra\s+om|tas?\s+igen|omprov\w*|(?:för|efter)middag\w*|indrag\w*|makuler\w*|annuller\w*|"
    r"spärr\w*|ogiltig\w*|tillfällig\w*|ofull\w*|otill\w*|brist\w*|invalid|upphäv\w*|dra[sg]|tillbaka|fusk\w*|egentlig\w*|utredning|granskning|"
    r"omprövning|tillsammans|kolleg(?:a|an|ans|as|er)|utkast|"
    rf"{TRIAL}|(?<!frågor\s)(?<!intyg\s)(?<!intyget\s)(?<!information\s)(?<!bevis\s)om\s+(?:(?!våld|hur|vad|att)\w+\s+){{1,3}}?(?:är|har|blir|\w{{3,}}(?:as|ns|lls|rs))|"
    r"(?:rätt|korrekt|riktigt?a?|verklig\w*|correct|actual|right|real)\s+(?:namn|datum|person\w*|"
    r"deltagare|dag|kurs|innehavare|name|date|person|participant|holder|course)|"
    r"\w*(?:ledare|lärare|utbildare)\s+(?:vid|denna|under|för|den)\s+(?:\w*tillfäll|\w*dag|\w*kurs)\w*)\b"
)
# What is written on the links and buttons of a page that was printed.
BUTTON: Final = AnyCase(
    r"\W*(?:granska|skriv\s+ut|ladda\s+ne[rd]|hämta|visa|spara|dela|öppna|se|download|print|view|"
    r"review|share|open|save)\s+(?:(?:mitt|ditt|mina|dina|the|your|my)\s+)?(?:test|prov|quiz|resultat|"
    rf"svar|results?|answers?|certificate|{OF_PAPER})(?:et|en)?(?:\s+(?:som|as)\s+pdf|\s+\(pdf\)|"
    r"\s+(?:på|on)\s+linkedin)?\W*$"
)
# The menu of a site is told by several of these.
MENU: Final = AnyCase(
    r"\W*(?:(?:mitt\s+)?konto|översikt|kurser|mina\s+\w+|kalender|inkorg|hjälp|meddelanden|start|hem|"
    r"startsida|historik|profil|min\s+profil|grupper|sök|support|logga\s+ut|inställningar|account|"
    r"dashboard|courses|calendar|inbox|history|help|home|log\s*out)\W*$"
)
FEWEST_IN_MENU: Final = 3
# The law that what is known of anybody is kept by.
LAW: Final = AnyCase(
    r"\b(?:rättslig\w*\s+grund\w*|dataskydd\w*|gdpr|artikel\s+\d+|offentlighetsprincip\w*|"
    r"personuppgiftsansvar\w*)\b"
)
# Whom to tell if anything is wrong says nothing of this paper.
SUPPORT: Final = AnyCase(
    r"\W*(?:om|vid|upptäcker\s+du|hittar\s+du|ser\s+du|if)\s.*\b(?:kontakta|hör\s+av\s+dig|mejla|ring|"
    r"contact|uppdatera\s+sidan)\b|\W*(?:kontakta|mejla|ring|contact)\s.*\b(?:om\s+(?:du|något|någon)|if)\b"
)
# Who or where it is stands behind these.
PLACE: Final = re.compile(
    r"\b(?:av|ur|från|i|vid|hos|by|from)\s+[A-ZÅÄÖ][\w.&-]*"
    r"(?:(?:,|\s+(?:och|i|för|vid|and|af|av|de|der|van|von))*\s+[A-ZÅÄÖ][\w.&-]*)*"
)
ABOUT_THE_COURSE: Final = AnyCase(
    r"\W*\w*(?:prov|test|uppgift|moment)\w*\s+(?:består|bestod|innehåller|innehöll|omfatta(?:r|de)|ingår)\b|"
    r"\W*(?:den\s+här\s+|denna\s+|the\s+)?\w*(?:kursen|utbildningen|course|training|kurs|utbildning)\s+"
    r"(?:\w+\s+){0,3}?(?:ger|gav|innehåller|innehöll|omfatta(?:r|de)|består|bestod|avslutas|"
    r"behandla(?:r|de)|handlar|vänder|riktar|bygger|syftar|är|ingår|motsvarar|tar|ges|gavs|hålls|"
    r"hölls|anordnas|finns|kan|genomförs|erbjuds|utgår|kombinerar|lanserades|publicerades|"
    r"uppdaterades|reviderades|utvecklades|startade|skapades|"
    r"har\s+(?:granskats|tagits(?:\s+fram)?|utvecklats|kvalitetssäkrats|ackrediterats|uppdaterats)|includes|consists|contains|covers|"
    r"is|was|ends)\b"
)
# What may be said in a clause of the paper, the person or the day. Nouns and what is said in
# general are known by their forms; what was done with it and how it is, by their words.
KNOWN_OF_PAPERS: Final = re.compile(
    rf"(?:{OF_PAPER}|intygs?[\w-]*|kopia|kopian|kopieras|giltigt?|kan|\w*name?|\w*namn|person(?:en)?|dokument(?:et)?|certificate\w*|"
    r"handling(?:en)?|utdrag(?:et)?|brev|närmas?te|närmaste|frågor|date|fastställ\w*|enligt|hämtade|"
    r"registrerade|uppgifter(?:na)?|underlag|utskr\w+|utfärda\w*|signera\w*|"
    r"under(?:teckn|skri)\w*|elektroniskt?|maskinellt?|automatiskt?|digitalt?|skapa\w*|genererat?s?|"
    r"genererad|generated|framställ\w*|framta\w*|stämpla[dt]|hämtat?s?|sparat?s?|skriv|skrivs|skrivas|"
    r"ut|ner|ned|upp|kontrollera\w*|verifiera\w*|bekräfta\w*|registrera\w*|publicera\w*|"
    r"uppdaterad?|ändrad?|reviderad?|påbörjad|startad|senast|tilldela\w*|bifoga\w*|vidarebefordra\w*|"
    r"uttag\w*|begäran|pdf|profil|allmän|systemgenererat|spårbart|qr-kod\w*|äkthet|kod|kod(?:en|er)|länk|länken|se|läs|sida|id|nr|no|ref|få|får|finns|ges|gavs|"
    r"igen|också|både|därför|även|mot|via|ur|utdrag|genom|så|länge|mitt|din|ditt|hej|tack|ihåg|"
    r"chef\w*|närmsta|hr|mejl\w*|mail|e-post\w*|post|skickas|skickat|skickats|lämnas|uppvisas|visas|"
    r"delges|förvaras|sparas|sparats|lagras|lagrats|arkiveras|användas|används|behandlas|laddas|"
    r"kontrolleras|verifieras|publiceras|original|system|systemet|tel|telefon|typ|ort|yrke|textat?|"
    r"namn|datum|här|vi|som|detta|denna|den|tagit|del|del(?:en|ar)|version|avsnitt|rätt|\w*(?:centrum|institut|byrå|förbund|nämnd|verk)|minst|stöd|uppdrag|skickad|vill|utforma\w*|län|\w*plats|närvaron|årtal|år|svarat|sista|"
    r"issued|printed|issue|awarded|presented|registered|signed|verified|stamped|awarded|valid|"
    r"\w{1,2}|.*\d.*|[^\w]+)"
)
# In sentences about what is in general: nouns, and verbs in the present or the infinitive.
GENERAL: Final = re.compile(
    r"(?:\w+(?:[aeöå]r|or|a|as|are|an|ning|tion|het|lig|ligt|isk|iskt)|[\w-]{9,}|\w{4,}(?:en|et|ena|erna|orna|ens|ets))"
    r"(?<!ats)(?<!its)(?<!tts)(?<!at)(?<!it)(?<!ad)(?<!des)(?<!de)(?<!gett)"
    r"(?<!dragen)(?<!draget)(?<!tagen)(?<!taget)(?<!skriven)(?<!skrivet)(?<!given)(?<!givet)"
    r"(?<!bruten)(?<!brutet)(?<!struken)(?<!struket)"
)
# What was done with the paper, the day or the test, and how that left it: "ändrat för hand".
CHANGED: Final = re.compile(
    r"(?!(?:skrevs|påbörjades|startades|inleddes|skapades|lämnat|gjort|sett|läst|avsett|"
    r"relaterat|baserat|avslutad|genomförd|slutförd|hämtad|avsedd|samlad|byggd)$)"
    r"\w+(?:ades?|a[dt]s?|des|its|tts|[dt]raget|taget|ket|nit|örs|gs)|skrivs|ses|used|changed"
)
ENGLISH: Final = AnyCase(r"\b(?:this|the|was|of|has|your|by|and)\b")
GENERAL_IN_ENGLISH: Final = re.compile(r"\w+(?<!ed)(?<!wn)(?<!id)(?<!pt)")
KNOWN_OF_DOING: Final = re.compile(
    r"närvaro|närvarande|rätt|poäng|procent|(?:kunskaps)?frågor(?:na)?|svar|svarat|besvarat|antal|"
    r"\w*(?:prov|test|resultat|moment|uppgift)(?:et|en|er|erna)?|obligatoriska|samt|total|score|"
    r"points|correct|innehöll|innehåller|omfatta\w*|består|bestod|krävs|begäran|registrera\w*|kontrollera\w*|"
    r"dokumentera\w*|redovisas|finns|visas|sparas|\w*(?:register|registret|portalen|systemet)|kursledar\w*|modul|kapitel|\w*del|tid|datum|§|\w{1,2}|.*\d.*|[^\w]+"
)
