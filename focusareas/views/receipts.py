"""What became of the files somebody handed in: kept in the session until the next pile."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from focusareas.intake_judgement import Kind, Outcome
from focusareas.models import Certificate, Unit
from focusareas.swedish import counted
from focusareas.uploads import clean_name

KEY = "receipts"
MOST_ROWS = 300
WORDS = {
    Kind.MATCHED: "Inlämnat",
    Kind.ASK: "Behöver ett svar",
    Kind.DUPLICATE: "Fanns redan",
    Kind.REFUSED: "Kunde inte tas emot",
}
COUNTED = {
    Kind.MATCHED: ("inlämnat", "inlämnade"),
    Kind.ASK: ("behöver ett svar",) * 2,
    Kind.DUPLICATE: ("fanns redan",) * 2,
    Kind.REFUSED: ("kunde inte tas emot",) * 2,
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
    def kind_now(self) -> Kind:
        """What has become of it by now; a question that is answered is handed in."""
        return Kind.MATCHED if self.is_answered else self.kind

    @property
    def word(self) -> str:
        """The same in a word or two."""
        return WORDS[self.kind_now]

    @property
    def shape(self) -> str:
        """The shape and hue that go with the word."""
        return SHAPES[self.kind_now]

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


def in_words(kinds: Iterable[Kind]) -> str:
    """A short count of what became of a pile: "3 inlämnade, 1 behöver ett svar"."""
    counts = Counter(kinds)
    return ", ".join(
        counted(counts[kind], *words) for kind, words in COUNTED.items() if counts[kind]
    )


def _stored(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": clean_name(outcome.file),
        "page": outcome.page,
        "kind": str(outcome.kind),
        "reason": outcome.reason,
        "certificate": outcome.certificate_pk,
    }
