"""What was handed in at once, and what became of each certificate in it."""

from django.db import models

from focusareas.models.access import User
from focusareas.models.certificates import Certificate
from focusareas.models.organisation import Unit
from focusareas.models.plan import Course
from focusareas.models.share_links import ShareLink


class Submission(models.Model):
    """What somebody hands in for a unit at once; `key` joins what is sent file by file.

    Whoever used a shared link is nobody we know, but may have written a name.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="enhet")
    course = models.ForeignKey(Course, models.PROTECT, related_name="+", verbose_name="kurs")
    handed_in_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="inlämnat av"
    )
    share_link = models.ForeignKey(
        ShareLink, models.PROTECT, null=True, related_name="+", verbose_name="delad länk"
    )
    sender_name = models.CharField("avsändarens namn", max_length=200, blank=True)
    key = models.CharField("nyckel", max_length=32)
    received_on = models.DateField("inkommet")
    received_at = models.DateTimeField("registrerat", auto_now_add=True)

    class Meta:
        verbose_name = "inlämning"
        verbose_name_plural = "inlämningar"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "course", "handed_in_by", "key"],
                name="submission_one_per_key",
                violation_error_message="Inlämningen är redan registrerad.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.course}, {self.received_on}"


class SubmittedCertificate(models.Model):
    """What became of one certificate when it was handed in; only those that were saved have one."""

    submission = models.ForeignKey(
        Submission, models.PROTECT, related_name="submitted", verbose_name="inlämning"
    )
    file_name = models.CharField("fil", max_length=255)
    page = models.PositiveSmallIntegerField("sida", default=1)
    outcome = models.CharField("utfall", max_length=10)
    reason = models.CharField("skäl", max_length=300, blank=True)
    certificate = models.OneToOneField(
        Certificate,
        models.PROTECT,
        null=True,
        related_name="submitted",
        verbose_name="intyg",
    )

    class Meta:
        verbose_name = "inlämnat intyg"
        verbose_name_plural = "inlämnade intyg"

    def __str__(self) -> str:
        return f"{self.file_name}, sida {self.page}: {self.outcome}"
