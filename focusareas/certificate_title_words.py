"""Words around the title of a course that make another one of it, and those that do not."""

import re
from typing import Final

from focusareas.certificate_course_phrases import OTHER
from focusareas.certificate_day_words import ORGANISER
from focusareas.certificate_neutral import GENERAL
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_written_days import MONTH

# "Webbkurs om våld mot djur" is another course than "Webbkurs om våld", wherever the line ends.
OTHER_SUBJECT: Final = frozenset({"mot", "bland", "riktat", "kring", "gentemot"})
# These join another subject, or say when, where and for how long.
JOINT: Final = frozenset(
    """
    vilket vilken which i pa inom och samt vid for hos av med fran genom under till som via nar da
    dar att om where when in at for of on
    """.split()
)
# Where it was held and by whom: "vid Sydkustens universitet", and not "vid Missbruk".
HELD_AT: Final = re.compile(
    rf"(?:vid|hos|av|från|at|by|from)\s+(?:the\s+)?(?-i:(?:[A-ZÅÄÖ][\w&-]*\s+){{0,4}}?)"
    rf"(?-i:(?=[A-ZÅÄÖ]|universitet|högskola|kommun|län|AB))(?:{ORGANISER}|AB|HB)\b",
    re.IGNORECASE,
)
# "Norrviks kommun", "Högskolan i Norrvik", "Folkuniversitetet", "NCK, Uppsala universitet": who
# gives it. "Kommun" alone is for whom.
BODY: Final = (
    r"(?:universitet|centrum|kommun|region|förvaltning|myndighet|styrelse|högskola|institut|förbund|"
    r"akademi|jour|stiftelse|förening|län)"
)
# Of three forms: "Norrviks kommun", "Region Gotland" and "Folkuniversitetet Väst".
PLACE: Final = r"(?:\s+(?:i\s+)?(?-i:[A-ZÅÄÖ])[\w-]*(?:\s+län)?)"
BODIES: Final = (
    rf"(?:(?-i:[A-ZÅÄÖ])[\w-]*\s+(?:(?-i:[A-ZÅÄÖ])[\w-]*\s+){{0,2}}?(?:{BODY}|\w*regionen|AB)|"
    rf"(?:region|högskolan|universitetet|kommunen){PLACE}{{1,2}}|"
    rf"(?-i:[A-ZÅÄÖ])\w+?(?:{BODY}e?[nt]|(?<=\w\w)(?:centrum|institut|akademi)){PLACE}{{0,3}}|"
    r"(?-i:(?!FREDA|SARA|BBIC|VFU|HLR)[A-ZÅÄÖ]{2,6}))(?!\w)"
)
GIVEN_BY: Final = re.compile(
    rf"(?=.*(?:{BODY}|\bAB\b))(?!{OTHER}|steg|nivå){BODIES}(?:(?:\s*[,/&]\s*|\s+(?:och|vid)\s+){BODIES})?\s*",
    re.IGNORECASE,
)
# "Som vänder sig till yrkesverksamma": what the course holds, and for whom.
DESCRIBED: Final = re.compile(
    r"(?:som|vilken|vilket|which|that)\s+(?:(?:vänder|riktar)\s+sig\s+till\s+(?:alla|yrkesverksamma|"
    r"medarbetare|personal|dig\s+som\s+(?:möter|träffar|arbetar))|behandlar|belyser|tar\s+upp|omfattar|"
    r"består|innehåller|motsvarar|deals|covers|addresses|lasts)\b",
    re.IGNORECASE,
)
# "I fyra delar för handläggare", "för dig som möter våldsutsatta": of social services.
OF_PARTS: Final = (
    r"(?P<parts>i\s+(?:\d{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio)\s+"
    r"(?:delar|kapitel|moduler|avsnitt|steg|pass)\s+)?"
)
PEOPLE: Final = (
    r"(?:(?:bistånds)?handläggare|socialsekreterare|(?:barn)?utredare|(?:familje)?behandlare|"
    r"yrkesverksamma|medarbetare|personal|"
    r"(?:dig|er|dem|alla|yrkesverksamma|personal)\s+som\s+(?:möter|träffar)\s+"
    r"(?:våldsutsatta|utsatta|klienter|människor))"
)
FOR_WHOM: Final = rf"{PEOPLE}(?:\s+(?:och|samt)\s+{PEOPLE})?(?=\W*(?:$|[\n\t.,;:!)]))"
# "A structured tool for assessing": what it is done with, of no other kind than ours are.
DESCRIPTION: Final = re.compile(
    rf"(?:en|ett|an?)\s+(?:(?!{OTHER}|(?:i|av|ur|inom|under|vid|hos|för|till|från|på|om|in|of|for|from|on)\s)[a-zåäö-]+\s+){{0,2}}?"
    rf"(?:{GENERAL}|heldag|stöd|manual|tool|method|checklist|instrument)\s+"
    rf"(?:(?:för\s+att|for|to)\s+(?:bedöm|upptäck|identifi|strukturer|assess|detect)|"
    rf"(?:(?:framtag|utveckl)\w+\s+)?{HELD_AT.pattern}|{OF_PARTS}(?:för|riktad\s+till|avsedd\s+för)\s+{FOR_WHOM})",
    re.IGNORECASE,
)
# A part of the course, or the course after it.
STEP: Final = re.compile(
    r"kapit\w*|modul(?:en)?|moment(?:et)?|del(?:en)?|steg|niva|i{2,3}|"
    r"part|chapter|module|level|step|advanced|"
    r"(?:fordjupning|fortsattning|pabyggnad)\w*|"
    r"(?:kunskaps|slut)?(?:prov|test)"
)
# On a line of its own; chapters may be listed there.
STEP_ALONE: Final = re.compile(
    r"(?:(?P<step>steg|nivå|del|level|part)\s+\w+|i{2,3}|"
    r"(?:fördjupning|fortsättning|påbyggnad)\w*|(?:handledar|instruktörs|utbildar)\w+)"
    r"\s*(?:$|[\n\t])",
    re.IGNORECASE,
)
LENGTH: Final = re.compile(
    r"\w*timmar\w*|timme|tim|h|min|minuter|kapitel|moduler|hp|poang|(?:hel|kurs|utbildnings)?dag(?:ar)?|"
    r"januari|februari|mars|april|"
    r"maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|"
    r"july|august|october|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec|[ae]|0?[1-9]|1[0-2]"
)
NUMBERS: Final = frozenset({"tva", "tre", "fyra", "fem", "sex"})
DAY_OR_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\d{4})?")
# "Webbkurs om våld på distans" and "i nära relationer" go on without changing the subject.
SAME_SUBJECT: Final = re.compile(
    r"nara|sin|(?:webb)?(?:kurs|utbildning)\w*|distans|webben|\d+|januari|februari|mars|april|maj|juni|juli|augusti|"
    r"september|oktober|november|december|ramen|hotell?|folkets|hela|samband|regi|"
    r"(?:klara|genom|full|slut|godkan|avsluta|avlagt|delta)\w*|nck|nationell\w*|har|fatt|"
    r"dar(?:med|igenom|efter|vid|till|utover)|sedan|blivit|ar|fick|visa\w*|uppfyll\w*|svara\w*|fullgjort|besvara\w*|uppna\w*|redovisa\w*|erhall\w*|region\w*|gotland|"
    r"omfatta\w*|ges|gavs|ingar|bestar|ger|finns|funnits|tar|motsvarar|erbjuds|anordna\w*|avlad\w*|"
    r"mellan|between|during|ledning|period\w*|tid|tiden|arbetstid|sig|larplattform\w*|larportal\w*|kursportal\w*|teams|zoom|skype|lank|webb|var(?:en|terminen)|host(?:en|terminen)|"
    r"far|lamnat|borjan|holls|halls|leddes|arrangera\w*|pagick|tillhandaholl\w*|bestod|lansera\w*|utveckla\w*|"
    r"socialtjanst\w*|kunskaps\w*|tillhorande|dess|det|den|egen|oss|"
    # Who gave it, how it went, and praise
    r"framtag\w*|led(?:d|da|des)|producera\w*|skapa[dt]\w*|organi[sz]ed|arranged|held|offered|"
    r"provided|developed|delivered|betyg\w*|omdome\w*|beröm|passing|distinction|bra|"
    r"(?:kommun|stads|medborgar|kultur|forenings)hus(?:et)?|\w*(?:biblioteket|salen|teatern|museet)|campus|"
    r"consists|comprises|contains|covers|includes|corresponds|toppen|lycka"
)
# What may stand before a title besides: what the paper is, who says so and to whom.
LED_IN: Final = re.compile(
    r"dagens|\w*(?:intyg|bevis|diplom|certifikat)(?:et)?|kvitt(?:o|ens|ering)|intyga[sr]|intyget|harmed|bekrafta[rs]|styrk(?:er|s)|tilldela\w*|"
    r"utfarda\w*|certificate|certify|grattis|gratulerar|aktivitet|titel|amne|rubrik|avser|galler|"
    r"namn|uppsala|universitet\w*|region\w*|gotland\w*|kommun(?!ik)\w*|lansstyrelse\w*|visby|ja|"
    r"completion|awarded|issued|presented|granted|hereby|this|successful|har|amnet|se|over|min|mina|vad|visar|fatt|erhallit|"
    r"version|genom|dokument\w*|handling\w*|brev\w*|subject|your|mail|anvanda|anvandning\w*|studier|tack|"
    r"(?:kurs|utbildnings|lar|scorm)?(?:paket|objekt)(?:et)?|lan|omfattning|arrangor|anordnare|utgivare|kursledare|poang|plats|enhet|arbetsplats"
)
# "Deltog i ett samtal om våld", and not "i en webbkurs om våld"
NOUN_PHRASE: Final = re.compile(r"\b(?:en|ett|flera|några|två|olika|dagens)\s+$")
COURSE: Final = re.compile(r"\w*(?:kurs|utbildning)|[A-ZÅÄÖ]")
PART_OF_IT: Final = AnyCase(r"test|prov|kapit|modul|moment")
LONGEST_OBJECT: Final = 160
END: Final = re.compile(r"[.!?](?:\s|$)")
# What the title of a course may end with, and a sentence as well: "Rätt att veta!"
EXCLAMATION: Final = ("!", "?")
IN_BRACKETS: Final = re.compile(r"\W*\(\W*")
# "/ Web course on violence", "(Web course on violence)": what it is called in another language.
BESIDE: Final = re.compile(r"\W*[/|]\s*")
TRANSLATION: Final = re.compile(
    r"on|about|of|with|the|against|violence|oppression|honou?r|\w*abuse"
)
NOTED: Final = re.compile(r"(?:kurs)?(?:kod|id|nr|nummer)")
# "I Länsstyrelsen Stockholms regi": by whom it was held.
REGI: Final = frozenset({"regi", "forsorg"})
MOST_WORDS_OF_ORGANISER: Final = 8
# "Som Länsstyrelsen anordnade", "som vi höll", "i samarbete med Jämställdhetsmyndigheten": who held
# it, and no other subject.
HELD_BY: Final = re.compile(
    r"in?\s+(?:nära\s+|close\s+)?(?:samarbete|samverkan|samråd|partnerskap|cooperation|collaboration|"
    r"partnership)\s+(?![^\n.;]*,\s*(?:repetition|fortsättning|introduktion|fördjupning|steg|del)\b)(?:med|with)\s+(?:(?:den|det|the|vår|bland\s+annat)\s+)?(?:[A-ZÅÄÖ]|[\w-]*(?:kommun|"
    r"region|myndighet|styrelse|förvaltning|universitet|högskola|förening|förbund|centrum|organisation|"
    r"institut|jour)\w*)|"
    r"som\s+(?=[A-ZÅÄÖ]|vi\b|\w+(?:en|et)\b)[^.!?]{2,80}?\b"
    r"(?:(?:anordna|arrangera|ordna)(?:de|r)|erbjöd|erbjuder|ledde|leder|höll|gav|stod\s+för)\b"
)
# How it went, where and with whom: "med gott resultat", "via lärportalen", "tillsammans med".
ADVERBIAL: Final = AnyCase(
    r"(?:med|with)\s+(?:(?:ett|an?|the)\s+)?(?:mycket\s+)?(?:god(?:a|kän\w+)?|gott|full\w*|högsta|"
    r"utmärk\w+|bra|beröm|betyg\w*|resultat\w*|passing|approved|good|excellent|high|full|"
    r"distinction|honou?rs|pass|grade|merit)\b"
    r"|(?:via|på|i|genom|through|on|via)\s+(?:the\s+|vår\s+|our\s+)?(?:[\w-]+\s+)?"
    r"[\w-]*(?:portal|plattform|platform|akademi|website|webbplats)\w*\b"
    r"|(?:med|with)\s+(?:(?:kurs|studie)?material|underlag)(?:et)?\s+(?:från|av|by|from)\s+(?:the\s+)?"
    rf"(?![^.;\n]*(?:kurs|utbildning|program|steg|introdu|cirkel|course|training))(?:\w+\s+){{0,3}}?(?!\w*(?:avdelning|enhet))(?:{ORGANISER})(?![\w-])"
    r"|(?:tillsammans|together)\s+(?:med|with)\b|(?:enligt|according\s+to|vars|whose)\s"
    r"|utan\s+(?:anmärkning|frånvaro|avbrott|uppehåll)|efter\s+(?:god|avslut)\w+"
    r"|(?:totalt|sammanlagt|cirka|ca\.?|in\s+total)\s+(?:\d|\w+\s+(?:timmar|dagar|hours|days))"
    r"|\d+\s*(?:av|/|of)\s*\d+\s+(?:rätt|poäng|p\b|correct|points)"
)
# "23–24/3 2023", "den 12 och 13 april"
DAYS: Final = re.compile(
    rf"\d{{1,2}}\s*(?:[-–]|och|till|to|and)\s*\d{{1,2}}\s*(?:[/.]\s*\d{{1,2}}\b|\.?\s*(?:{MONTH})\b)",
    re.IGNORECASE,
)
# "PATRIARK, strukturerad bedömning vid": what it is for, and words of the same subject follow.
ASSESSMENT: Final = re.compile(
    r"(?:(?:strukturera|systematisk|evidensbasera|kunskapsbasera|professionell)\w*\s+)?"
    r"(?:(?:hot-?\s+och\s+)?risk|farlighets)?bedömning(?:en|ar)?\s+(?:av|vid|för|i|kring)\s+",
    re.IGNORECASE,
)
# What is assessed is what the course teaches, and neither the course nor those who went to it.
OF_THE_COURSE: Final = AnyCase(
    r"\w*(?:kurs|utbildning|program|seminari|workshop|föreläsning|modul|undervisning|innehåll|material|"
    r"intyg|deltagar|inlämning|uppgift)\w*|\b(?:prov|dag|moment|avsnitt|kapit)(?:let|el|et|en|ar|arna|s)?\b"
)
COMMA: Final = re.compile(r"\W?\s*,")
# "Ett stöd för att bedöma risk", "en kurs med genomgång av lagen": what is done with it and what
# it holds tell of the same subject.
PURPOSE: Final = re.compile(
    r"\s(?:för att|in order to|to|(?:med|with)(?!\s+(?:\w+\s+)?"
    r"(?:fokus|inriktning|fördjupning|tonvikt|tema|specialisering|focus|emphasis)))\s",
    re.IGNORECASE,
)
# ", innefattande nio kapitel", "fördelat på fyra träffar": how much it is, unless that is a part.
EXTENT: Final = re.compile(
    r"(?:inne|om)fattande|bestaende|inklusive|inkl|motsvarande|fordela[dt]e?|uppdela[dt]e?|jamte|"
    r"including|comprising|covering|consisting|corresponding|equivalent|spread|plus"
)
PART: Final = AnyCase(
    r"(?:del|kapitel|steg|modul|avsnitt|block|nivå|moment|dag|part|chapter|module|step|level|day)\s+(?:\d|i\b|ett\b|one\b)|"
    r"\b(?:halva|delar|delvis|delen|enbart|endast|bara|första|half|parts|only|first|some)\b|"
    r"\d\s*(?:av|of)\s*\d++(?!\s*(?:rätt|poäng|correct|points))"
)
# "– en kurs för alla som möter våldsutsatta", ", an online course on": what it is, and for whom.
ARTICLE: Final = frozenset({"en", "ett", "a", "an"})
OF_ANYBODY: Final = re.compile(
    r"yrkesverksamma|medarbetare|personal|anstallda|alla|dig|er|dem|som|moter|traffar|"
    r"(?:valds)?utsatta|"
    r"checklista?|\w*(?:stod|metod|modell|verktyg|instrument|manual)|assessment|risk|instrument|tool|an|honou?r|based|related|violence|oppression|men|mens|women|against|s|"
    r"training|course|online|web|given|in|swedish|by|for|inom"
)
KNOWN_BEHIND: Final = (SAME_SUBJECT, LED_IN, OF_ANYBODY, LENGTH)
CLOSE_RELATIONS: Final = ["i", "nara", "relationer"]
# "Rätt att veta! – Trauma", perhaps with the rest on the next line
SUBTITLE: Final = re.compile(r"[^\n]*[-–—]")
# "(mäns våld mot kvinnor)", ", en webbaserad grundutbildning om", "– mäns våld", "om våld"
TOLD_OF: Final = re.compile(r"\W*[-–—:,(]")
ABOUT: Final = "om"
KIND: Final = re.compile(
    r"en|ett|(?:webb|nat|grund|distans|e)?(?:kurs|utbildning)(?:en)?|webbaserad|natbaserad|digital|"
    r"grundlaggande|interaktiv|(?:hel|kurs|utbildnings)dag"
)
AND: Final = frozenset({"och", "samt"})
DID_TOO: Final = re.compile(
    r"har|darefter|sedan|blivit|fatt|gjort|avlagt|(?:klara|besvara|svara|genomfor|fullfolj|slutfor|"
    r"godkan|avsluta|uppna|uppfyll|visa)\w*"
)
