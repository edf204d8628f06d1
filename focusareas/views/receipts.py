"""What became of the files somebody handed in: kept in the session until the next pile."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from focusareas.intake_judgement import Kind, Outcome
from focusareas.models import Certificate, Unit
from focusareas.uploads import clean_name

KEY = "receipts"
MOST_ROWS = 300
WORDS = {
    Kind.MATCHED: "Inlämnat",
    Kind.ASK: "Behöver ett svar",
    Kind.DUPLICATE: "Fanns redan",
    Kind.REFUSED: "Kunde inte tas emot",
}
SHAPES = {
    Kind.MATCHED: "waiting",
    Kind.ASK: "at_risk",
    Kind.DUPLICATE: "no_deadline",
    Kind.REFUSED: "overdue",
}


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """What became of one certificate, and the certificate as it is now, if it was saved."""

    file: str
    page: int
    kind: Kind
    reason: str
    certificate: Certificate | None

    @property
    def word(self) -> str:
        """What became of it, in a word or two; a question that has been answered is handed in."""
        return WORDS[Kind.MATCHED if self.is_answered else self.kind]

    @property
    def shape(self) -> str:
        """The shape and hue that go with the word."""
        return SHAPES[Kind.MATCHED if self.is_answered else self.kind]

    @property
    def is_answered(self) -> bool:
        """Whether the question has got its person since."""
        return bool(self.certificate and self.certificate.staff_member_id)

    @property
    def is_question(self) -> bool:
        """Whether it still waits for a person."""
        certificate = self.certificate
        return bool(certificate and not self.is_answered and not certificate.returned_on)


def keep(request: HttpRequest, unit: Unit, pile: str, outcomes: Iterable[Outcome]) -> None:
    """Add the outcomes to the receipt of this pile; another pile's receipt gives way."""
    receipts: dict[str, Any] = request.session.get(KEY, {})
    receipt = receipts.get(str(unit.pk), {})
    earlier = receipt.get("rows", []) if pile and receipt.get("pile") == pile else []
    rows = [*earlier, *map(_stored, outcomes)][-MOST_ROWS:]
    request.session[KEY] = receipts | {str(unit.pk): {"pile": pile, "rows": rows}}


def read(request: HttpRequest, unit: Unit) -> list[ReceiptRow]:
    """The unit's latest pile in this session, each certificate as it is now."""
    rows = request.session.get(KEY, {}).get(str(unit.pk), {}).get("rows", [])
    pks = [row["certificate"] for row in rows if row["certificate"]]
    saved = Certificate.objects.select_related("staff_member").filter(unit=unit).in_bulk(pks)
    return [
        ReceiptRow(
            row["file"],
            row["page"],
            Kind(row["kind"]),
            row["reason"],
            saved.get(row["certificate"]),
        )
        for row in rows
    ]


def in_words(outcomes: Iterable[Outcome]) -> str:
    """A short count of what became of a pile: "3 inlämnade, 1 behöver ett svar"."""
    counts = Counter(outcome.kind for outcome in outcomes)
    return ", ".join(
        f"{counts[kind]} {words}"
        for kind, words in (
            (Kind.MATCHED, "inlämnade"),
            (Kind.ASK, "behöver ett svar"),
            (Kind.DUPLICATE, "fanns redan"),
            (Kind.REFUSED, "kunde inte tas emot"),
        )
        if counts[kind]
    )


def _stored(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": clean_name(outcome.file),
        "page": outcome.page,
        "kind": str(outcome.kind),
        "reason": outcome.reason,
        "certificate": outcome.certificate_pk,
    }
