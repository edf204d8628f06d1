"""Imports of the organisation: what was carried out, and how it can be taken back."""

from typing import Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.db.models.fields.json import KeyTransform

from focusareas.models.access import User


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    """Imports, by what of them is read."""

    def without_contents(self) -> Self:
        """Imports as lists show them: what each wrote may be megabytes, and is left unread."""
        return self.defer("journal", "outcome")

    def telling_units(self) -> Self:
        """The same, each with the keys of the `units` it was of; none when it does not say."""
        return self.annotate(units=KeyTransform("units", "journal"))


class ImportBatch(models.Model):
    """One HR workbook that was carried out; the file itself is not kept.

    `journal` is what it wrote, so that it can be undone, and `outcome` whom that was about; both
    tell what people were, and are emptied when undoing is past.
    """

    made_at = models.DateTimeField("när", auto_now_add=True)
    made_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="inläst av"
    )
    file_name = models.CharField("filnamn", max_length=255, blank=True)
    sha256 = models.CharField("kontrollsumma", max_length=64)
    effective_on = models.DateField("gäller från")
    counts = models.JSONField("antal", default=dict)
    journal = models.JSONField("ändrade rader", null=True, encoder=DjangoJSONEncoder)
    outcome = models.JSONField("vilka det gällde", null=True, blank=True)
    undone_at = models.DateTimeField("ångrad", null=True, blank=True)
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ångrad av"
    )

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name = "inläsning"
        verbose_name_plural = "inläsningar"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="import_undone_after_made",
                condition=Q(undone_at__isnull=True) | Q(undone_at__gte=F("made_at")),
                violation_error_message="En inläsning kan inte ångras innan den är gjord.",
            ),
            models.CheckConstraint(
                name="import_undone_keeps_no_journal",
                condition=Q(undone_at__isnull=True) | Q(journal__isnull=True, outcome__isnull=True),
                violation_error_message="En ångrad inläsning har inget att återställa.",
            ),
        ]

    def __str__(self) -> str:
        return f"inläsning {self.pk}"
