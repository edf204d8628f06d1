"""What of a certificate itself somebody may look at: a paper tells the name that a page hides."""

from focusareas.models import Certificate
from focusareas.naming import Names


def shows_page(certificate: Certificate, names: Names, *, may_act: bool) -> bool:
    """Whether the reader may see the page; whoever answers for its unit needs it to say whose."""
    person = certificate.staff_member
    return may_act if person is None else names.knows(person)


def may_open_file(certificate: Certificate, names: Names) -> bool:
    """Whether the whole file may be read by one who answers for the unit it came from.

    A scan may hold several people: one hidden from the reader is enough to keep it closed.
    """
    if certificate.file_id is None or not names.hidden:
        return True
    on_file = Certificate.objects.filter(file=certificate.file_id)
    return not on_file.filter(staff_member__in=names.hidden).exists()
