"""The certificates with which something is the matter: returned, withdrawn or a question."""

from datetime import date

from focusareas.demo.certificates import Certificates, review_after
from focusareas.demo.drawing import Diploma
from focusareas.demo.piles import WEB_COURSE

# Day, unit, place of the person, the certificate's course, and why it was returned.
RETURNED = (
    (date(2023, 2, 9), "IF02", 6, "heder-lst", "Intyget gäller en annan kurs."),
    (date(2023, 3, 2), "AO09", 7, WEB_COURSE, "Intyget saknar datum. Lämna in ett där dagen syns."),
    (
        date(2023, 3, 16),
        "FH05",
        8,
        WEB_COURSE,
        "Intyget saknar datum. Lämna in ett där dagen syns.",
    ),
    (date(2023, 4, 4), "AO20", 6, "heder-mucf", "Intyget gäller en annan kurs."),
)
# Names that nobody at the unit has: open questions on the day of the count.
STRANGERS = (
    (date(2023, 4, 21), "AO29", "Bodil Ekvall"),
    (date(2023, 4, 26), "FH12", "K. Sandelius"),
    (date(2023, 4, 28), "MY06", "Ahmed Noor"),
)
NOBODY = "Ingen på enheten har namnet på intyget. Välj vem det gäller."
SEVERAL = "Flera på enheten heter så som det står på intyget. Välj vem det gäller."
# Unit, place of the person, the days it came in and was withdrawn, and why.
WITHDRAWN = ("FH05", 9, date(2023, 3, 10), date(2023, 4, 5), "Intyget tillhörde en annan person.")


def add_early_odd_ones(certificates: Certificates) -> None:
    """Returned or withdrawn before the day of the count, and questions on that day."""
    for day, code, place, course, reason in RETURNED:
        person = certificates.staff.posts[code][place].person
        completed_on = None if course == WEB_COURSE else date(2023, 1, 20)
        diploma = certificates.diploma(person.full_name, course, completed_on)
        _return(certificates, code, day, diploma, reason=reason, staff_member=person)
    for day, code, name in STRANGERS:
        _ask(certificates, code, day, name, NOBODY)
    _withdraw_one(certificates)


def add_open_questions(certificates: Certificates) -> None:
    """What the lead has to ask about when the story ends."""
    for code, day in (("FH10", date(2023, 5, 9)), ("AO01", date(2023, 5, 10))):
        working = [post.person for post in certificates.staff.working(code, day)]
        person = certificates.without(WEB_COURSE, working)[0]
        initial = f"{person.given_name[0]}. {person.family_name}"
        _ask(certificates, code, day, initial, NOBODY)
    _ask(certificates, "AO01", date(2023, 5, 10), "Maria Lindgren", SEVERAL)


def _withdraw_one(certificates: Certificates) -> None:
    """One that had been approved proved to be somebody else's."""
    code, place, day, withdrawn_on, reason = WITHDRAWN
    certificates.receive(code, WEB_COURSE, day, [certificates.staff.posts[code][place].person])
    certificate = certificates.made[-1]
    certificate.withdrawn_on, certificate.reason = withdrawn_on, reason


def _return(
    certificates: Certificates, code: str, day: date, diploma: Diploma, **fields: object
) -> None:
    _add(
        certificates,
        code,
        day,
        diploma,
        returned_on=review_after(day),
        reviewed_by=certificates.access.lead,
        **fields,
    )


def _ask(certificates: Certificates, code: str, day: date, name: str, question: str) -> None:
    diploma = certificates.diploma(name, WEB_COURSE, date(2023, 4, 3))
    _add(certificates, code, day, diploma, question=question)


def _add(
    certificates: Certificates, code: str, day: date, diploma: Diploma, **fields: object
) -> None:
    ((file, page),) = certificates.store(f"Intyg {code} {day}", [diploma])
    certificates.add(
        code,
        WEB_COURSE,
        day,
        file=file,
        page=page,
        name_read=diploma.name,
        completed_on=diploma.completed_on,
        **fields,
    )
