"""The memo as it is drafted, and as it was issued: from then on it never changes."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from focusareas.models import Plan, User
from focusareas.swedish import long_date


class IssuedReportError(TypeError):
    """Somebody tried to change or delete a report that has been issued."""

    def __init__(self) -> None:
        super().__init__("En utfärdad rapport kan inte ändras eller tas bort.")


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports; none that has been issued is updated or deleted, alone or among others."""

    def issued(self) -> Self:
        return self.filter(issued_at__isnull=False)

    def drafts(self) -> Self:
        return self.filter(issued_at__isnull=True)

    def visible_to(self, user: User) -> Self:
        """The development lead also sees drafts."""
        return self if user.is_development_lead else self.issued()

    def of_same_kind_and_days(self, report: "Report") -> Self:
        """The versions of one report."""
        return self.filter(
            plan=report.plan_id, kind=report.kind, as_of=report.as_of, dated=report.dated
        )

    def update(self, **values: Any) -> int:
        if self.issued().exists():
            raise IssuedReportError
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        if self.issued().exists():
            raise IssuedReportError
        return super().delete()


class Report(models.Model):
    """One memo about a plan: figures on one day, dated another; a draft until it is issued."""

    class Kind(models.TextChoices):
        """Which of the plan's reports it is."""

        INTERIM = "interim", "delrapport"
        FINAL = "final", "slutrapport"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reports", verbose_name="plan")
    kind = models.CharField("slag", max_length=10, choices=Kind)
    as_of = models.DateField("siffror per")
    dated = models.DateField("daterad")
    version = models.PositiveSmallIntegerField("version", default=1)
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name="ersätter",
    )
    figures = models.JSONField("siffror", default=dict)
    sections = models.JSONField("text", default=list)
    manners = models.JSONField("hur siffror sägs", default=dict)
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    created_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="skapad av"
    )
    issued_at = models.DateTimeField("utfärdad", null=True, editable=False)
    issued_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="av"
    )
    html = models.TextField("sida", editable=False, blank=True)
    pdf = models.BinaryField("PDF", null=True, editable=False)
    sha256 = models.CharField("kontrollsumma", max_length=64, editable=False, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "rapport"
        verbose_name_plural = "rapporter"
        ordering = ["-dated", "kind", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "kind", "as_of", "dated"],
                condition=Q(issued_at__isnull=True),
                name="report_one_draft_per_kind_and_days",
                violation_error_message="Det finns redan ett utkast för de dagarna.",
            ),
            models.UniqueConstraint(
                fields=["plan", "kind", "as_of", "dated", "version"],
                name="report_version_once",
                violation_error_message="Rapporten finns redan i den versionen.",
            ),
            models.CheckConstraint(
                name="report_dated_on_or_after_its_figures",
                condition=Q(dated__gte=F("as_of")),
                violation_error_message="Rapporten kan inte dateras före dagen för siffrorna.",
            ),
            models.CheckConstraint(
                name="report_issued_has_its_pdf",
                condition=Q(issued_at__isnull=True, pdf__isnull=True, sha256="", html="")
                | (Q(issued_at__isnull=False, pdf__isnull=False) & ~Q(html="") & ~Q(sha256="")),
                violation_error_message="En utfärdad rapport ska ha sin PDF och kontrollsumma.",
            ),
        ]

    def __str__(self) -> str:
        version = f", version {self.version}" if self.version > 1 else ""
        return f"{self.get_kind_display().capitalize()} {long_date(self.dated)}{version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk and Report.objects.issued().filter(pk=self.pk).exists():
            raise IssuedReportError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.pk and Report.objects.issued().filter(pk=self.pk).exists():
            raise IssuedReportError
        return super().delete(*args, **kwargs)

    @property
    def is_issued(self) -> bool:
        return self.issued_at is not None

    @property
    def standing(self) -> str:
        """Whether it is issued, and whether a later version holds instead."""
        if not self.is_issued:
            return "Utkast"
        later = getattr(self, "superseded_by", None)
        if later is not None and later.is_issued:
            return f"Utfärdad, ersatt av version {later.version}"
        return "Utfärdad"

    @property
    def file_name(self) -> str:
        """What the PDF is called when it is downloaded."""
        return f"{self.get_kind_display()}-{self.dated.isoformat()}-version-{self.version}.pdf"

    def section(self, key: str) -> dict[str, Any]:
        """The section with this key; KeyError when the memo has none."""
        for section in self.sections:
            if section["key"] == key:
                found: dict[str, Any] = section
                return found
        raise KeyError(key)
