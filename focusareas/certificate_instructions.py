"""What bids those who read a page do something: with the paper, or with the course."""

from typing import Final

from focusareas.certificate_patterns import AnyCase

PAPER: Final = (
    r"(?:\w*(?:intyg|bevis|diplom|certifikat|kvitto|kopia|utskrift|bekräftelse|underlag|dokumentation)"
    r"(?:et|en)?|papper(?:et)?|sidan?|mejlet|filen|det|den)"
)
# What they may want to have of it: "ett intyg", "en egen kopia", "det".
WANTED: Final = (
    rf"(?:(?:ett|en|ditt|din|sitt|något|någon|eget|egen|(?:den|det)\s+här)\s+){{0,2}}"
    rf"(?:(?:skriftlig|tryckt|formell|eget|egen)\w*\s+)?{PAPER}"
)
IN_ENGLISH: Final = (
    r"(?:(?:an?|the|your|this)\s+)?(?:(?:printed|paper|written)\s+)?"
    r"(?:certificate|copy|proof|printout|it)"
)
# "Om du behöver ett intyg", "if you need a certificate": when to print or save it.
IF_WANTED: Final = AnyCase(
    r"\b(?:(?:om|ifall|när)\s+(?:du|ni|man|någon|\w*chef(?:en)?|\w*arbetsgivar\w+|hen|hon|han)\s+"
    r"(?:(?:vill|önskar|behöver|ska(?:ll)?|måste|kräver|begär)\s+)(?:(?:kunna\s+)?"
    rf"(?:ha|se|få|visa|lämna|skicka|spara)\s+(?:(?:upp|fram|in)\s+)?)?{WANTED}"
    rf"|(?:behöver|vill|önskar)\s+(?:du|ni)\s+(?:(?:ha|få|visa|spara)\s+(?:upp\s+)?)?{WANTED}"
    r"|när\s+du\s+(?:skriver(?!\s+under)|sparar|laddar)\s+(?:(?:ut|ner|ned)\s+)?(?:den|det|sidan|intyget)"
    rf"|(?:if|when|should)\s+you\s+(?:need|want|require|wish)\s+(?:to\s+\w+\s+)?{IN_ENGLISH})"
    r"(?:\s+senare)?(?=\W*$|,|\W*\s(?:på|i|som|av|för|till|åt|hos|senare|kan|går|så|for|to|as|you)\b)"
)
# "Skriv ut sidan", "gäller som intyg": what is done with the paper then.
HANDLED: Final = AnyCase(
    r"\b(?:skriv(?:a|er|s)?\s+(?:\w+\s+){0,3}?ut|ut(?:skrift\w*|skriven)|sparas?|sparar|"
    r"ladda[rs]?\s+(?:\w+\s+){0,3}?(?:ner|ned|hem)|visar?|(?:vidare)?mejlar?|maila?r?|skickar?|skärmbild\w*|"
    r"skärmdump\w*|hämtar?|kontaktar?|hör\s+av\s+dig|(?:gäller|duger|räcker|fungerar)\s+som|använd(?:a|er|s)?|"
    r"print|save|download|show|e?-?mail|contact|screenshot)\b"
)
# "Gör slutprovet", "se de andra filmerna", "ansök efter kursen": what is left to do before.
LEFT_TO_DO: Final = AnyCase(
    r"\b\w*(?:prov|test|quiz|tenta(?:men)?|uppgift|inlämning|kapit|film|modul|moment|avsnitt|lektion|"
    r"fråg(?:a|or)|enkät|utvärdering)(?:et|en|er|erna|n|a|or|orna|arna|ar|s|s?formulär\w*)?\b"
    r"|\b(?:gör|boka|ansök|anmäl|läs|fortsätt|slutför|genomför|fullfölj|besvara|svara|lämna\s+in|"
    r"registrera|klara)(?:a|er|r)?\b|\b(?:vidare|nästa|andra|efter|först|väntar|återstår|kvar|sedan|"
    r"chapters?|tests?|quiz|exam|assignments?|modules?|lessons?|pass|complete|finish|take|apply|book|first|after)\b"
)
# "Gör slutprovet", "kan du lämna in uppgiften": something is still to be done.
BIDDEN: Final = (
    r"(?:^\W*|\b(?:kan|ska(?:ll)?|måste|behöver|får)\s+(?:du|ni|man)\s+(?:först\s+)?)"
    r"(?:gör|lämna|skicka|besvara|genomför|slutför|fullfölj|avsluta|klara|skriv|ta|svara\s+på)a?\s+"
    r"(?:in\s+)?(?:(?:den|det|de|ditt|din|sista|alla|\w+ande)\s+){0,2}"
    r"\w*(?:prov|test|uppgift|moment|tenta|quiz|(?:prov|test|kunskaps)fråg)(?:et|en|er|erna|n|a|or|orna)?\b"
)


def without_wish(clause: str) -> str:
    """The clause without "om du behöver ett intyg", where it tells what to do with the paper then.

    Where it bids anybody do something else, all of it is left as it is.
    """
    rest = IF_WANTED.sub(" ", clause)
    return rest if HANDLED.search(rest) and not LEFT_TO_DO.search(rest) else clause
