"""What certificates call themselves: one home for those who ask what a paper is."""

from typing import Final

# What a certificate calls itself. One of anything else, "handledarintyg", is another paper.
OF_COURSE: Final = (
    r"(?:(?:webb|nät|distans|online|e|digital[at]?|original|grund|bas|fort|vidare|intern|personal|introduktions?|"
    r"fördjupnings?|steg|kurs|(?:ut)?bildnings?|lär|slut|avslutnings?|avslutade?|stud(?:ie|ent|erande)|"
    r"deltag(?:ar|ande)|genomför(?:ande)?|genomgångs?|fullföljande|godkännande|kompetens|"
    r"kunskaps?|närvaro?|merit|examens?|register|resultat|betygs?|användar|certifierings|"
    r"repetitions)-?)*"
)
NOUN: Final = r"(?:intyg|bevis|diplom|certifikat)(?:et)?"
NUMBERED: Final = r"(?:nummer|nr|id|kod|datum|innehavare)"
