"""The words of remarks on certificates: what they are about, and those that are harmless."""

import re
from typing import Final

from focusareas.certificate_instructions import BIDDEN
from focusareas.certificate_patterns import AnyCase

ADDRESS: Final = re.compile(
    r"(?<!\S)\S*(?:://|@|www\.)\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:se|com|org|net|nu|eu|example)\b\S*"
)
LABEL: Final = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?P<label>[^\d:]{3,45}?)\s*(?:(?<!\d):(?!\d)|\.{3,})\s*"
)
OF_PAPER: Final = r"\w*(?:intyg|bevis|diplom|certifikat)(?:et|ets|s)?"
# How every paper comes about, and where it is put: "genererades", "nedladdat", "skickats".
HANDLED: Final = (
    r"(?:(?:ned|ner|upp|ut|in|auto)?(?:skapa|generera|framställ|hämta|ladda|exportera|skanna|spara|"
    r"lagra|arkivera|diarieför|registrera|publicera|skicka|mejla|maila|signera|stämpla|försegla|"
    r"upprätta|färdigställ|sammanställ|förteckna|dokumentera|distribuera|expediera|översänd|överlämna|"
    r"mångfaldiga|"
    r"attestera|anordna|arrangera|producera|utveckla|finansiera|skydda|förvara|verifiera|kontrollera|bekräfta|markera|utfärda|"
    r"vidimera|visa|motta|inkom|ankom|loggar?\b)\w*|"
    r"(?:granska|inlämna|uppvisa|förevisa)(?:d|de|des|ts?)|inför(?:d|da|ts?)|fram|framta\w*|generated|created|downloaded|printed|issued|sent|saved|exported)"
)
# Where nothing is meant: "testmiljö", "demo account".
TRIAL: Final = (
    r"(?:(?:test|demo|övnings|prov|utbildnings|staging|sandbox)-?(?:miljö|konto|server|data|person|"
    r"användare|system|läge|uppgifter|kör)\w*|dummy\w*|(?:test|staging|demo|training)\s+(?:environment|"
    r"account|user|mode|data)|demonstrations?\w*)"
)

# What was to be replaced by something else, and was not: "[Kursledarens namn]", "<ort>", "XXXX".
PLACEHOLDER: Final = (
    r"\w*(?:namn|datum|dag|titel|kurs|kursen|ort|plats|underskrift|signatur|stämpel|logga|logotyp|adress|"
    r"nummer|name|date|place|title|course|signature|city|logo)"
)
TO_FILL_IN: Final = (
    rf"[\[<{{«]+\s*(?:[^\W\d]\w*\s+){{0,2}}{PLACEHOLDER}(?:\s+[^\W\d]\w*)?\s*[\]>}}»]|\{{\{{[^}}]+\}}\}}"
    r"|^(?!.*(?:person|pnr|födel|född|birth)).*(?<![\w-])x{4,}(?:[ –-]x{2,})*(?![\w-])"
)
# What tells how something is done, with pictures of papers in it.
GUIDE: Final = r"(?:lathund\w*|(?:användar|snabb)?(?:manual|handbok|guide)\s+(?:för|till|for|to))"

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
    r"inlogg\w*|logged|tillhör\w*|identi\w+|egentlig\w*|datum(?:et|en)?|date|lösenordet|"
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
    r"(?=(?-i:[A-ZÅÄÖ]))(?:(?!\w*(?:plats|sats)\b)\w{3,}(?:ats|its|tts)|(?!\w*(?:ut|upp|bi|före|för)draget)\w*(?:skriv|drag|giv|tag|brut|struk)[ei]t|"
    r"(?!\w*(?:resultat|certifikat)\b)\w{4,}a[dt](?=\s+(?:till|från|för|av|i|på|med|ur|fel|utan|efter|som)\b))"
)
VERB: Final = (
    r"(?:gick|kom(?!\s+ihåg)|gjorde|lämnade|missade|avbröt|uteblev|hoppade|sjuk|saknade|saknar|gjordes|skrevs|"
    r"användes|(?:in)?väntar|avvaktar|måste|ska|skall|skulle|bör|behöver)"
)
# "Kan redogöra för", "Har kunskap om": what is learnt on the course.
SKILL: Final = (
    r"(?:redogöra|beskriva|förklara|formulera|tillämpa|använda|identifiera|upptäcka|bemöta|samla\s+in|"
    r"värdera|bedöma|analysera|reflektera|resonera|diskutera|argumentera|samtala|känna\s+igen|"
    r"ge\s+exempel|ställa\s+frågor|fråga\s+om|tolka|uppmärksamma|agera|definiera|jämföra|skilja|"
    r"motivera|föreslå|hantera|arbeta|utreda|stödja|hänvisa|självständigt)"
)
KNOWLEDGE: Final = (
    r"(?:(?:fått|god|goda|grundläggande|fördjupad|fördjupade|ökad|ökade|en|viss)\s+){0,2}"
    r"(?:kunskap|kännedom|förståelse|insikt|färdighet|förmåga)"
)
NOTE: Final = re.compile(
    rf"\W*(?:(?i:{VERB}|är|var|blev|fick|får|kan(?!\s+{SKILL}\b)|kunde|deltog|avser|gäller|tillhör|kräver|stämmer|"
    rf"{PARTICIPLE})|(?-i:Har(?!\s+(?:(?:du|ni)\b|{KNOWLEDGE}))|Hade|(?!Omfatta|Handla|Behandla)(?:Läste|[A-ZÅÄÖ]\w+(?:ade|kte|slöt))(?=\s+[a-zåäö]))|(?i:(?:§|(?:kurs)?deltagaren|medarbetaren|eleven|personen|hon|"
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
# A paper of any kind that says of itself what it proves: "Det här brevet är ditt intyg på att".
PROVES: Final = AnyCase(
    r"\b(?:intyg|bevis|diplom|certifikat|bekräftelse|kvitto|proof|confirmation)(?:et)?\s+"
    r"(?:(?:på|om|för|över)\s+att|that)\s|\b(?:visar|styrker|utvisar|bevisar|shows|proves)\s+(?:att|that)\s"
)
# With whom one took a course says nothing of how it went, where it is no single one.
GROUP: Final = (
    r"(?:(?:sin|sina|sitt|din|dina|ditt|hela|övriga|andra|de|den|vår|vårt)\s+){0,3}"
    r"(?:[\w-]*(?:grupp|team|arbetslag|enhet|avdelning|klass|personal)(?:en|et)?|"
    r"(?:kurs)?deltagar(?:e|na)|\w*kamrater(?:na)?|kollegor(?:na)?)\b"
)
# What takes back in that sentence what it says.
CONDITION: Final = AnyCase(
    r"\b(?:förutsättning|förutsatt|såvida|ifall|villkor\w*|dock|inom\s+kort|snart|troligen|"
    r"sannolikt|möjligen|förmodligen|antagligen|eventuellt|kanske|i\s+egenskap\s+av|i\s+roll(?:en)?|"
    rf"på\s+uppdrag\s+av(?!.*\bintyga[sr])|räkning|i\s*stället\s+för|tillsammans\s+med(?!\s+{GROUP})|provided\s+that|subject\s+to|"
    r"unless|if|probably|presumably|on\s+behalf|in\s+the\s+role)\b"
    # Who did it for others has led it.
    r"|\b(?:för|med|åt|for|with)\s+(?:ca\s+|cirka\s+)?(?:\d+|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|several)\s+"
    r"(?:\w+\s+)?(?:deltagare|personer|medarbetare|elever|kollegor|anställda|participants|people|employees)\b"
    r"|\b(?:för|åt|for)\s+(?:sin|sina|sitt|his|her|their)\s+(?:\w*grupp|medarbetare|kollegor|personal|enhet|team|"
    r"arbetslag|staff|colleagues)\b"
    r"|\b(?:som|as(?:\s+an?)?)\s+(?:\w+\s+)?\w*(?:ledare|lärare|utbildare|föreläsare|observatör|"
    r"åhörare|tolk|instruktör|leader|teacher|trainer|observer|interpreter)\b"
    r"|\b(?:inget|ingen|inte|ej|not?)\s+(?:(?:ett|en|något|någon|an?|any)\s+)?\w*"
    r"(?:intyg|bevis|kvitto|diplom|bekräftelse|certificate|proof|confirmation)\s+(?:(?:på|om|för)\s+att|that)\b"
)
HEDGE: Final = AnyCase(
    r"^\W*fel\s+(?!anmäl|rapporter|meddela|i\s+uppgifter)\w|^\W*(?:avbok|struk|inställ(?!ning)|vilande|dubblett|avstäng)\w*\W*$|\b(?:ungefär\w*(?!\s+(?:\d+(?:[.,]\d+)?|en|två|tre|fyra|fem|sex)\s*(?:tim|min|h\b|dag|halvdag|veck))|troligen|troligtvis|sannolikt|kanske|preliminär\w*|"
    r"osäker\w*|oklar\w*|approximately|presumably|not\s+for|subject\s+to|pending|under\s+review|"
    r"withdrawn|unconfirmed|unverified|on\s+hold|do\s+not\s+accept|återkall\w*|avliden|in\s+error|cancelled|revoked|"
    r"expired|lapsed|nollställ\w*|sjukskriv\w*|(?:han|hon|hen)\s+(?:var|är)\s+(?:ju\s+)?(?:sjuk|ledig|borta|hemma)|(?:sjuk|ledig|borta|hemma)\s+(?:(?:på|under)\s+)?(?:(?:den\s+)?(?:första|andra|tredje|sista|ena)\s+|kurs)dag\w*|disregard|conditional|outstanding|incomplete|skräp|felutskrift|korrektur|avsla(?:g|get|gits)|"
    r"så\s+här\s+\w+\s+(?:\w+\s+)?\w*(?:intyg|bevis|diplom)\w*|(?:exempel|förhandsvisning|prov)\s+(?:på|av)\s+(?:\w+\s+)?(?:\w*intyg|\w*bevis|\w*diplom)\w*|"
    r"anmälan\s+(?:är\s+)?mottagen|fyll(?:s|er|as)?\s+i\s+efter|(?:den|det|detta|intyget|namnet|datumet|dagen)\s+(?:är|blev)\s+fel|"
    r"ta(?:s)?\s+bort\s+(?:den|det|detta|intyget)|lås(?:er|s)?\s+upp|låst\s+tills|gör(?:a|s)?\s+klart|(?:ser|verkar)\s+(?:\w+\s+)?(?:konstig|märklig|skum|fel)\w*|"
    r"förfalsk\w*|fusk(?:a\w*)?|(?:av|i|genom)\s+misstag|i\s+testsyfte|för\s+test|by\s+mistake|avboka[dt]\w*|"
    r"(?:är|blev|blivit|var)\s+inställ[dt]|ställ(?:de|t)s\s+in|för(?:behåll|utsättning)|reservation\s+för|"
    r"har\s+(?:gått|löpt)\s+ut|in\s+progress|retake|resit|(?:ett\s+)?nytt\s+\w*(?:intyg|bevis|diplom)\s+(?:har|är|ska|skickas|utfärda[ts]\w*|kommer)|"
    r"(?:var|deltog|medverkade|närvarade)\s+(?:\w+\s+)?som\s+\w*(?:ledare|lärare))\b"
)
# Whoever doubts it writes so, and who was not there or did not do it is denied it.
DENIED: Final = AnyCase(
    r"^\W*(?:§|(?:kurs)?deltagaren|medarbetaren|eleven|personen|hon|han|hen|(?:the\s+)?participant)\s.*"
    r"\b(?:inte|ej|aldrig|bara|endast|enbart|knappt|not|never|only)\b"
    r"|^\W*(?:inte|ej|not)\s+(?:den|det|de|han|hon|hen|hans|hennes|min|mitt|vår|rätt|säker\w*|ännu|än|hela|this|the)\b"
    r"|\b(?:inte|ej|aldrig)\s+(?:räknas?|registreras?|läggas?\s+in|tas?\s+med|(?:detta|den\s+här|det\s+här)\W*$)"
    r"|\b(?:kod(?:en)?|namnet|personen|numret)\s+(?:finns|hittas|hittades)\s+(?:inte|ej)\b"
    rf"|\b(?:det(?:ta|\s+här)?|den\s+här|{OF_PAPER})\s+(?:gäller|duger|räcker|räknas)\s+(?:inte|ej)(?=\W*$|,)"
    r"|\bosäker\s+på\b|\bverkligen\s+(?:är|gjort|har|gick|var|hennes|hans)\b|\bvänta\s+med\b|\bkan\s+(?:någon|ni)\s.*\?"
    r"|\bdra(?:s|r)?\s+tillbaka\b|\b(?:har|finns)\s+(?:\d+|\w+)\s+[^\W\d]+\s+kvar\b"
    r"|\b(?:visar|styrker|bevisar|intygar|bekräftar|innebär)\s+(?:inte|ej)\s+att\b.*"
    r"\b(?:genomför|slutför|fullfölj|genomgå|avslut|gått|klarat|deltagit)"
    r"|[✓✔☑].*[✗✘]|[✗✘].*[✓✔☑]"
)
# What takes the paper back in so many words: another one counts, it counts no longer or not yet, it
# is of nobody's own, or it is only shown.
OTHER_ONE: Final = (
    r"(?:ny(?:tt|are)|rätta(?:t|de)|korrigera(?:t|de)|uppdatera(?:t|de)|omtryckt|new(?:er)?|corrected|"
    r"updated|replacement)"
)
ANY_PAPER: Final = rf"(?:{OF_PAPER}|certificate|diploma|badge|document|version)"
TAKEN_BACK: Final = AnyCase(
    r"\b(?:supersed\w+|replaced\s+(?:by|with)|replaces?\s+by|rescinded|nullified|deactivated|"
    r"(?:no|not)\s+longer\s+(?:valid|in\s+force|current)|unofficial|inofficiell\w*|obsolete?\w*|"
    r"audit(?:ed)?\s+only|(?:display|demonstration|illustration|viewing|reference)\s+only|"
    r"for\s+(?:display|demonstration|illustration|viewing)\b(?!\s+on)|"
    rf"(?:se|jfr|see)\s+(?:(?:the|ett|det)\s+)?{OTHER_ONE}\s+{ANY_PAPER}|"
    rf"{OTHER_ONE}\s+{ANY_PAPER}\s*(?:nr|no|nummer|number|\W*\d)|"
    rf"inaktiv\w*\s+{ANY_PAPER}|(?:{ANY_PAPER}|kontot?)\s+(?:är|har|blev|is)\s+(?:\w+\s+)?(?:inaktiv|avaktiver|inactive|deactivated)\w*|"
    r"avaktivera[dt]e?s?|upphör(?:t|de)\b|slutade?\s+(?:att\s+)?gälla|gällde\s+(?:till|t\.?\s?o\.?\s?m)|"
    r"gick\s+ut|löpte\s+ut|har\s+utgått|utgånge[nt]|förfalle[nt]|förföll|preskriber\w+|"
    r"lås(?:es|ts|te[sn]?)\s+upp|upplåses|unlock(?:s|ed)?|"
    r"(?:aktiveras|frigörs|öppnas|släpps|tillgänglig\w*|synlig\w*|available|visible)\s+(?:först\s+|only\s+)?(?:när|då|"
    r"(?:efter|after)\s+(?:att|the|(?:\w{0,9}prov|\w{0,9}test|godkän|slutför|genomför|complet|pass)\w*)|once|when)|"
    r"(?:delas|används|nyttjas|disponeras|shared|used)\s+(?:av|by|with|between)\s+(?:flera|fler|många|alla|several|many|multiple|other)|"
    r"(?:grupp|funktions|enhets|delat\s+|gemensamt\s+)konto\w*|shared\s+(?:account|login|user)|"
    r"(?:endast|enbart|bara)\s+(?:avse[dt]+\s+)?(?:för|till|som)\s+(?:\w+\s+)?(?:visning|påseende|läsning|"
    r"granskning|demonstration|illustration|provtryck|utbildningssyfte|demo|test|övning)\w*|"
    r"(?:ser|såg|se)\s+(?:det|den|(?:ditt\s+|ett\s+)?\w*(?:intyget|beviset|diplomet|intyg|bevis|diplom))\s+ut\b|(?:ser|se)\s+ut\s+(?:så\s*här|ungefär|som|enligt)|"
    rf"(?:förslag|skiss|korrektur|råd)\s+(?:till|på|av)\s+(?:ett\s+|nytt\s+)?{OF_PAPER}|layoutförslag)\b"
    r"|^\W*inaktiv\w*\W*$|^\W*inactive\W*$"
    rf"|\b(?:nyare|senare|newer|later)\s+(?:version|utgåva)\s+(?:av|of)\s+(?:\w+\s+)?{ANY_PAPER}\b"
    r"|\b(?:voided|re-?issued|suspended|suspender\w+|verification\s+failed|not\s+(?:a\s+)?proof)\b"
    r"|^\W*(?:ersatt|används\s+(?:ej|inte)|do\s+not\s+use)\b"
    rf"|\b(?:bild|avbildning|foto|image|picture)\s+(?:av|på|of)\s+(?:ett\s+|an?\s+)?{ANY_PAPER}\b"
    # What was to be written there, and was not.
    r"|^\W*(?:infoga|lägg\s+in|klicka\s+här\s+för\s+att\s+(?:ange|skriva|lägga)|click\s+here\s+to\s+(?:add|enter))\b"
    r"|\b(?:namn|text|titel|datum|logotyp|underskrift|name|date|signature)\s+(?:här|here)\W*$|\bnamn\s+namnsson\b"
    # What stands by a picture of one, or bids somebody make one.
    r"|^\W*(?:bild|figur|fig|figure|skärmbild|picture)\.?\s+\d{1,3}\s*(?:[.:–-]|$)"
    r"|^\W*(?:steg|step)\s*\d{1,2}\s*[.:–-]\s*(?:skriv|klicka|ladda|logga|öppna|välj|click|print|open)\b"
    rf"|^\W*(?:(?:övning|uppgift|steg|exercise|step|task)\s*\d{{0,2}}\s*[.:–-]\s*)?"
    rf"(?:fyll\s+i|skriv|skapa|rita|gör|fill\s+in|create)\s+(?:ett\s+|ditt\s+|a\s+|the\s+)?{ANY_PAPER}\W*$"
    rf"|{BIDDEN}"
)
LONGEST_HEDGED: Final = 8
LONGEST_TAKEN_BACK: Final = 12

# ---------------------------------------------------------------- What is harmless

SIGNING: Final = (
    r"(?:\w*underskrift|namnteckning|signatur|stämpel|signering|signature|stamp)(?:en|er)?"
)
POINTS: Final = r"(?:högskolepoäng\w*|akademiska\s+poäng|(?:\w+\s+)?(?:education\s+)?credits?)"
OTHER_PAPER: Final = (
    r"(?:tjänstgöringsbetyg|legitimation\w*|id-handling\w*|behörighet\w*|högskole\w+|examens?\w*)"
)
HARMLESS: Final = AnyCase(
    rf"\b(?:(?:utan|saknar|without|ingen|no|(?:kräver|behöver|behövs|krävs)\s+(?:inte\s+|ej\s+)?(?:någon\s+|ingen\s+)?)"
    rf"\s*(?:därför\s+|därmed\s+|an?\s+)?(?:\w+\s+(?:eller|och|or)\s+)?{SIGNING}\b"
    r"|(?:behöver|kräver)\s+(?:därför\s+)?(?:inte|ej)\s+(?:skriv(?:a|as)\s+under|undertecknas?|signeras?)\b"
    r"|(?:(?<=automatiskt)|(?<=maskinellt)|(?<=elektroniskt)|(?<=digitalt))\s.*\b(?:inte|ej)\s+"
    r"(?:undertecknat|underskrivet|signerat)\b"
    rf"|(?:ej|inte|inga|no|not)\s+(?:\w+\s+){{0,2}}?{POINTS}\b"
    rf"|(?:inte|ej)\s+(?:(?:användas\s+)?som|ersätta|utgör)\s+(?:en\s+)?{OTHER_PAPER}"
    r"|(?:utgör|berättigar|ger)\s+(?:inte|ej|ingen)\s+(?:rätt\s+)?(?:till\s+)?(?:(?:en|ett|någon|något)\s+)?"
    rf"{OTHER_PAPER}(?:\s+som\s+\w+)?"
    r"|per\s+anställd\b|begäran\s+av\s+(?:den\s+)?anställde?n?\b"
    # What a machine did, and what is said of one paper that stands for another.
    r"|(?:togs|tagits|tas|tagen|taget)\s+fram\b|(?:utskriften|utdraget|uttaget|rapporten)\s+gjordes\b|har\s+lämnats\s+(?:in\s+)?till\s+(?:arbetsgivaren|(?:\w+\s+)?chef(?:en)?)\b|loggats\s+ut\b"
    r"|(?:gjordes|skrevs|rättades|rättas|godkändes|genomfördes|rättats)\s+(?:automatiskt|digitalt|online|"
    r"elektroniskt|maskinellt|på\s+(?:webben|nätet|dator\w*)|i\s+\w*(?:portal|plattform|system)\w*|"
    r"(?:i|på)\s+(?:ett|första)\s+försöket?)\b|skickat\s+(?:från\s+min|med)\s+\w+(?:\s+för\s+\w+)?\W*$"
    r"|(?:medför|ger|innebär)\s+(?:inga|ingen)\s+(?:rättigheter|förmåner)\b|"
    r"(?:svaren|frågorna)\s+ska\s+vara\s+rätt\b"
    r"|är\s+ingen\s+(?:legitimation|id-handling|behörighet)\b|giltigt?\s+(?:endast\s+|bara\s+)?tillsammans\s+med\s+"
    r"(?:\w+\s+)?legitimation\b|(?:endast|bara|enbart)\s+(?=giltigt?\s+tillsammans\s+med\s+(?:\w+\s+)?legitimation)"
    r"|får\s+(?:inte|ej)\s+användas\s+av\s+(?:någon\s+)?(?:annan|andra|obehöriga)\b"
    r"|(?:endast|bara|enbart|först)\s+(?=(?:till\s+)?(?:den|dem|de|deltagare|personer)\s+(?:som|med)\b)"
    r"|innan\s+du\s+(?:loggar|stänger|lämnar|går\s+vidare|avslutar)\b|(?:kan|kommer\s+att)\s+"
    r"(?:komma\s+att\s+)?behöva(?:s)?\b(?:\s+\w+){0,2}?\s+senare\b|(?:är|ges|sätts)\s+(?:inte|ej)\s+"
    r"(?:betygsatt|betygsgrundande|poänggivande|(?:betyg|poäng)\b)|(?:kräver|behövs|krävs)\s+(?:inga|ingen|inget|inte\s+någon)\s+\w+"
    # Who asks for the paper, who took it out, and who sees to a register.
    r"|(?:om|ifall|när)\s+(?:\w+\s+){1,3}?(?:(?:har\s+)?(?:bett|begärt|frågat|efterfrågat|önskat)|ber|begär|frågar|"
    r"efterfrågar|efterfrågas|(?:vill|önskar)\s+(?:ha|se)|(?:behöver|önskar)(?=\s+(?:det|den|intyget|kopian|\w*beviset)\b))"
    r"(?:\s+(?:(?:om|efter)\s+)?(?:det|den|intyget|kopian|\w*beviset))?(?:\s+senare)?(?=\W*$|\s+(?:på|i|som|av|för)\b)"
    r"|(?:gjordes|genomfördes|slutfördes|togs|har\s+gjorts)\s+(?:på|under|utanför)\s+(?:(?:betald|ordinarie)\s+)?(?:arbetstid|fritid)(?:en)?\b"
    r"|(?:uttag|framtag|utskriv)(?:et|en)\s+av\s+(?:(?:den|dig|medarbetaren|deltagaren|användaren|innehavaren|anställde?n?|§)\s*){1,2}(?:själv\b)?"
    r"|rättas\s+av\s+(?:dem|dessa|respektive\s+\w+|(?:kurs|utbildnings)?(?:anordnar|arrangör|givar)\w*)"
    r"|bör\s+(?=följas\s+upp\b)|senaste?\s+inlogg\w+|det\s+går\s+(?:bra\s+)?att\s+göra\s+om\b"
    r"|behöver\s+(?:inte|ej)\s+(?:förnyas|visas|lämnas|skickas|sparas|uppdateras)\b"
    r"|inga\s+(?:person)?uppgifter\s+(?:lämnas|delas|säljs|sparas|sprids)\b|never\s+expires?\b|"
    r"\bdoes\s+not\s+expire\b"
    r"|inlämnade?\b(?=\s+och\s+godkän)|mejl\w*\s+av\s+misstag\b"
    # What is done with what is known of anybody, and what to remember.
    r"|(?:lämnas?|lämnar|delas|delar|säljs|säljer|sprids|sprider)\s+(?:inte|ej|aldrig)\s+"
    r"(?:ut\s+|vidare\s+)?(?:\w+\s+)?(?:till|med)\s+(?:tredje\s+(?:part|land)|obehöriga|någon\s+annan|andra|utomstående)\b"
    r"|rätt\s+att\s+(?:få|begära)\s.*?(?:rättade?|raderade?|utdrag|rättelse)\b"
    r"|(?:inte|ej|aldrig)\s+(?:blivit\s+)?(?:återkall|spärr|makuler|upphäv|annuller)\w+|not\s+(?:been\s+)?revoked\b"
    r"|återkalla\s+(?:ditt|sitt)\s+samtycke\b|(?:glöm|tänk)\s+(?:inte\s+|på\s+)(?:bort\s+)?att\b"
    r"|skickas\s+(?:inte|ej)\s+(?:ut\s+)?(?:med\s+post|automatiskt|på\s+nytt|igen)\b"
    r"|kan\s+beställas\s+(?:på\s+nytt|igen)(?:\s+mot\s+(?:en\s+)?avgift)?\b"
    r"|(?:identifierat\s+sig|inloggning(?:en)?\s+(?:skedde|sker|har\s+skett)|legitimera[dt]|inloggad)\s+(?:med|via)\s+"
    r"(?:mobilt\s+)?(?:bank-?id|siths[\w-]*|freja\w*|e-legitimation)\b|du\s+är\s+inloggad\W*$"
    r"|(?:kan|får|går)\s+(?:inte|ej)\s+(?:att\s+)?(?:överlåt|ändr|sälj|sprid|publicer|skriv|skriva\s+ut|"
    r"vidarebefordr|kopier|förläng|besvar)\w*(?:\s+ut)?(?:\s+på\s+nytt)?\b"
    r"|svara\s+(?:inte|ej)\b|do\s+not\s+reply\b"
    r"|(?:men\s+)?(?:är|utgör|ger)\s+(?:inget|ingen|inte)\s+(?:bevis|garanti\w*|formell\w*)\s+(?:\w+\s+)?"
    r"(?!genom|deltag|kurs)"
    r"|(?:(?<=utfärdades)|(?<=automatiskt)|(?<=skapades))\snär\s"
    r"|o(?:för)?ändra[dt]e?\b|o(?:redigera|avkorta|förkorta|manipulera)[dt]e?\b|inlogg(?:ad|nings)\s?tid(?:en)?\b"
    r"|(?<=fram)\s+tillsammans\s+med\b|kom\s+ihåg\b|har\s+varken\s+skapats\s+eller\s+godkänts\b|skicka\s+aldrig\s+lösenord\b"
    r"|(?:inte|ej)\s+tidsbegränsa[td]\b|utan\s+(?:tidsbegränsning|slutdatum|kostnad)\b"
    r"|inge[nt]\s+(?:\w+\s+)?(?:tidsbegränsning|tidsgräns|"
    r"(?:slut|utgångs|giltighets|förfalls|bäst\s+före-?)(?:dag|datum|tid))\b|inga\s+personuppgifter\b"
    r"|(?:ska|skall|måste|bör)\s+(?=(?:\w+\s+)?(?:visas|uppvisas|lämnas|sparas|förvaras|skickas|"
    r"arkiveras|kunna|läggas|repeteras|upprepas|förnyas|uppdateras|(?:överens)?stämma\s+(?:överens\s+)?med)\b)"
    r"|(?<!så\s)\bhär\s+kommer\b|bland\s+annat\b|tills\s+vidare\b|(?:mitt\s+konto|mina\s+\w+|my\s+account)\b"
    r"|(?:certificate|intyg)\s+no\b|(?:avser|gäller|tillhör|inloggad(?:\s+(?:som|användare))?)\s*:?\s*§(?!\s+(?!meny|logga|min|profil)[^\W\d_]+\s*(?:$|\())"
    r"|(?:(?!kolleg|annan)\w+s|för-?\s+och|fullständigt|given|family|first|last|full|your)\s+(?:efter)?nam(?:n|e)\b"
    r")|^\W*(?:(?:detta|det\s+här)\s+\w+\s+ersätter\s+(?=(?:alla\s+|ett\s+)?(?:tidigare|äldre)\b)|"
    r"för\s+att\s+\w+\s+ska\s+gälla\s+(?=behövs|krävs))"
)
# "Intygas att Bo Ek": whom or what is told of.
THAT_NAME: Final = re.compile(r"\b(?i:att|that)\s+[^\W\d_a-zåäö]\S*(?:\s+[^\W\d_a-zåäö]\S*)*")
# What becomes of the paper where it is handed in, once it has been looked at there: "Intyget
# lämnas till chefen och räknas när det är godkänt", and not "gäller när det är undertecknat".
KEPT: Final = (
    r"(?:räknas|registreras|(?:in)?rapporteras|(?:läggs|förs|skrivs)\s+in|noteras|arkiveras|sparas|"
    r"(?:in)?lämnas\s+(?:in|till)|(?:skickas|sänds|mejlas)\s+(?:in|till)|granskas|kontrolleras|"
    r"godkänns|attesteras|betalas\s+ut|utbetalas|(?:utgår|får)(?=\s+ersättning)|ersättning\s+(?:utgår|ges))"
)
IS_KEPT: Final = AnyCase(rf"\b{KEPT}\b")
THE_PAPER: Final = rf"(?:{OF_PAPER}|(?:blankett|kopi|handling)(?:en|an))"
OF_THE_PAPER: Final = AnyCase(rf"\b{THE_PAPER}\b")
WHEN_LOOKED_AT: Final = re.compile(
    r"\befter\s+(?:granskning|kontroll|attest\w*)(?=\W*$)|"
    rf"\b(?:(?:först\s+)?när|sedan|innan|efter\s+att|så\s+snart)\s+(?:det|den|{THE_PAPER})\s+"
    r"(?:(?:är|har|blir|blivit)\s+){0,2}(?:godkän(?:d|ts?)|granska(?:d|ts?)|kontrollera(?:d|ts?)|"
    r"attestera(?:d|ts?)|registrera(?:d|s|ts?)|diarieför[dt]s?|motta(?:gen|get|gits)|inläm(?:na)?(?:d|ts?)|"
    r"lämnats\s+in|(?:kommit\s+in|inkommit)|räknas|arkiveras|rapporteras|sparas)"
    rf"(?=\W*$|\s+(?:av|i|hos|på|till|{KEPT})\b)",
    re.IGNORECASE,
)
NEVER_KNOWN: Final = AnyCase(
    r"\b(?:inte|ej|icke|inge[tn]|inga|aldrig|varken|utan|nej|not|no|none|never|without|nor|ifall|när|"
    r"först|tills|innan|förrän|senare|måste|men|dock|endast|bara|enbart|if|when|until|only|but|"
    r"must|saknas?|saknar|saknade|återst\w+|ska|skall|skulle|kommer\s+(?:att|när|senare|snart|inom|i|in)|fel(?!\s+(?:anmäl|rapporter|meddela|i\s+uppgifter))|halva|delvis|(?:in)?väntar|"
    r"avvaktar|förutsätter|behöver|nästa\s+(?:tillfälle|gång)|annan\s+(?:person|medarbetare|deltagare|anställd)|upphör\w*|dröjer|falsk\w*|lånad?e?s?|tillgodoräknas|\w*rättning\w*|rättas|"
    r"återkall\w*|återtag\w*|återtog\w*|förfalsk\w*|preliminär\w*|felaktig\w*|oriktig\w*|tveksam\w*|"
    r"oklar\w*|osäker\w*|misstänk\w*|underkän\w*|ersätt(?:s|as|er)|ersatt\w*|inkomplet\w*|bör|göra\s+om|tas?\s+igen|omprov\w*|(?:för|efter)middag\w*|indrag\w*|makuler\w*|annuller\w*|"
    r"spärr\w*|ogiltig\w*|tillfällig\w*|ofull\w*|otill\w*|brist\w*|invalid|upphäv\w*|dra[sg]|tillbaka|fusk\w*|egentlig\w*|utredning|granskning|för\s+rättelse(?=\W*$)|"
    rf"omprövning|tillsammans(?!\s+med\s+{GROUP})|kolleg(?:a|an|ans|as|er)|utkast|"
    rf"{TRIAL}|(?<!frågor\s)(?<!uppgifterna\s)(?<!uppgifter\s)(?<!intyg\s)(?<!intyget\s)(?<!information\s)(?<!bevis\s)om\s+(?:(?!våld|hur|vad|att)\w+\s+){{1,3}}?(?:är|har|blir|\w{{3,}}(?:as|ns|lls|rs))|"
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
# The law that what is known of anybody is kept by.
LAW: Final = AnyCase(
    r"\b(?:rättslig\w*\s+grund\w*|dataskydd\w*|gdpr|artikel\s+\d+|offentlighetsprincip\w*|"
    r"personuppgiftsansvar\w*)\b"
)
# Whom to ask or tell says nothing of this paper.
CONTACT: Final = (
    r"(?:kontakta[rs]?|ta(?:r|s)?\s+(?:du\s+)?kontakt|höra?\s+(?:du\s+)?(?:gärna\s+|alltid\s+)?av\s+(?:dig|er)|"
    r"vänd(?:er|a)?\s+(?:du\s+|ni\s+)?(?:dig|er)|mejlar?|mailar?|ring(?:er)?|fråga|meddelar?|"
    r"skriv(?:er)?\s+(?:du\s+)?till|(?:be)?svara[rs]|(?:lämnas|ges)\s+av|contact|e-?mail\s+us|uppdatera\s+sidan)"
)
SUPPORT: Final = AnyCase(
    r"\W*(?:om|vid|if|(?:för|for)\s+(?:frågor|hjälp|support|mer|ytterligare|questions|help|more)|"
    r"(?:kurs)?frågor|(?:ytterligare\s+)?(?:upplysningar|information)\s+om|(?:har|behöver|undrar|saknar|stämmer|upptäcker|hittar|ser|vill|är|finns|önskar|need)\s+"
    rf"(?:du|ni|man|något|någon|inte|det|you|help))\b.*\b{CONTACT}\b"
    rf"|\W*{CONTACT}\s.*\b(?:om\s+(?:du|något|någon)|vid\s+(?:frågor|problem|fel)|if)\b"
)
# Who did or fetched it, by name.
BY_SOMEBODY: Final = re.compile(
    r"(?i:\b(?:gjor\w+|skrevs|hämta\w+|\w*ladda\w+|besvara(?!s\b)\w+|downloaded|taken|done)\s+"
    r"(?:(?:ner|ned|ut|in)\s+)?(?:av|by))\s+(?!§)[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ]"
)
# Who or where it is stands behind these.
PLACE: Final = re.compile(
    r"\b(?:av|ur|från|i|vid|hos|by|from)\s+[A-ZÅÄÖ][\w.&-]*"
    r"(?:(?:,|\s+(?:och|i|för|vid|and|af|av|de|der|van|von))*\s+[A-ZÅÄÖ][\w.&-]*)*"
)
# "Kursen ställdes in", "flyttades", "har avbrutits": anything else was done with it for all.
NOT_HELD: Final = (
    r"(?:ställ|flytt|avbr|skjut|sköt|avbok|under|åter|ogiltig|ersatt|str[uyö]k|stopp|paus|kort|förkort|"
    r"gjor|avslut|genomför|slutför|besvar|tog|tagits(?!\s+fram)|lad|lagt)"
)
ABOUT_THE_COURSE: Final = AnyCase(
    r"\W*(?:(?:under|på|i)\s+(?:\w*(?:kurs|utbildning|dag)en|träffarna)|(?:\w*dagen|vi)(?=\s+\w+ade\s))\s+"
    r"(?:(?:be)?handlades?|behandlas|diskutera(?:s|des?)|talade|pratade|tas|togs|berör(?:s|des)|ingår|ingick)\b|"
    r"\W*\w*(?:prov|test|uppgift|moment)\w*\s+(?:består|bestod|innehåller|innehöll|omfatta(?:r|de)|ingår)\b|"
    r"\W*(?:den\s+här\s+|denna\s+|the\s+)?\w*(?:kursen|utbildningen|course|training|kurs|utbildning)\s+"
    r"(?:\w+\s+){0,3}?(?:ger|gav|innehåller|innehöll|omfatta(?:r|de)|består|bestod|avslutas|"
    r"behandla(?:r|de)|handlar|vänder|riktar|bygger|syftar|är|ingår|motsvarar|tar|ges|gavs|hålls|"
    r"hölls|anordnas|finns|kan|genomförs|erbjuds|utgår|kombinerar|lanserades|publicerades|"
    r"uppdaterades|reviderades|utvecklades|startade|skapades|"
    rf"har\s+(?:omfattat|bestått|pågått|ägt\s+rum)|har\s+(?!{NOT_HELD})\w+ts|(?!{NOT_HELD})\w+des|includes|consists|contains|covers|"
    r"is|was|ends)\b"
)
# What may be said in a clause of the paper, the person or the day. Nouns and what is said in
# general are known by their forms; what was done with it and how it is, by their words.
KNOWN_OF_PAPERS: Final = re.compile(
    rf"(?:{OF_PAPER}|intygs?[\w-]*|kopia|kopian|kopiera[ts]|giltigt?|kan|\w*name?|\w*namn|person(?:en)?|dokument(?:et)?|certificate\w*|"
    r"handling(?:en)?|utdrag(?:et)?|brev|närmas?te|närmaste|frågor|date|fastställ\w*|enligt|"
    rf"{HANDLED}|(?:ut)?skriv(?:s|as|en|et)?|utskr\w+|uppgifter(?:na)?|underlag|under(?:teckn|skri)\w*|"
    r"elektroniskt?|maskinellt?|automatiskt?|digitalt?|ut|ner|ned|upp|"
    r"(?!av|om|o|fel|miss)[\w-]+(?:skydda|signera|stämpla|märk|numrera|säkra|verifiera|utfärda)(?:t|d|de)|"
    r"uppdaterad?|ändrad?|reviderad?|påbörjad|startad|senast|tilldela\w*|bifoga\w*|vidarebefordra\w*|"
    r"uttag\w*|begäran|pdf|profil|allmän|systemgenererat|spårbart|qr-kod\w*|äkthet|kod|kod(?:en|er)|länk|länken|se|läs|sida|id|nr|no|ref|få|får|finns|ges|gavs|"
    r"igen|ändå|också|både|därför|även|mot|via|ur|utdrag|genom|så|länge|mitt|din|ditt|hej|tack|ihåg|"
    r"chef\w*|närmsta|hr|mejl\w*|mail|e-post\w*|post|lämnas|uppvisas|visas|"
    r"delges|användas|används|behandlas|original|system|systemet|tel|telefon|typ|ort|yrke|textat?|"
    r"namn|datum|här|vi|som|detta|denna|den|tagit|del|del(?:en|ar)|version|avsnitt|rätt|\w*(?:centrum|institut|byrå|förbund|nämnd|verk)|minst|stöd|uppdrag|vill|utforma\w*|län|\w*plats|närvaron|årtal|år|svarat|sista|"
    r"issue|awarded|presented|registered|signed|verified|stamped|awarded|valid|"
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
    r"(?!\w*(?:ifikat|format)$)(?!(?:skrevs|läggs|påbörjades|startades|inleddes|skapades|lämnat|gjort|sett|läst|avsett|"
    r"relaterat|baserat|avslutad|genomförd|slutförd|hämtad|avsedd|samlad|byggd|bad)$)"
    r"\w+(?:ades?|a[dt]s?|des|its|tts|nts|[dt]raget|taget|ket|nit|örs|gs)|(?:ut|om)?byt(?:t|tes|ts)|skrivs|ses|used|changed"
)
ENGLISH: Final = AnyCase(r"\b(?:this|the|was|of|has|your|by|and)\b")
GENERAL_IN_ENGLISH: Final = re.compile(r"\w+(?<!ed)(?<!wn)(?<!id)(?<!pt)")
KNOWN_OF_DOING: Final = re.compile(
    r"närvaro|närvarande|rätt|poäng|procent|(?:kunskaps)?frågor(?:na)?|svar|svarat|besvarat|antal|"
    r"\w*(?:prov|test|resultat|moment|uppgift)(?:et|en|er|erna)?|obligatoriska|automatiskt|inlämna(?:d|t|de)|"
    rf"{HANDLED}"
    r"|samt|total|score|"
    r"points|correct|innehöll|innehåller|omfatta\w*|består|bestod|krävs|begäran|"
    r"dokumentera\w*|redovisas|finns|visas|sparas|\w*(?:register|registret|portalen|systemet)|kursledar\w*|modul|kapitel|\w*del|tid|datum|§|\w{1,2}|.*\d.*|[^\w]+"
)
