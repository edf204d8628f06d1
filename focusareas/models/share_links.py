"""Links with which a unit's staff hand in certificates without signing in."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from focusareas.models.access import User
from focusareas.models.organisation import Unit


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    """Links by whether they can be used."""

    def usable_on(self, day: date) -> Self:
        """Neither revoked nor expired."""
        return self.filter(revoked_on__isnull=True, expires_on__gte=day)


class ShareLink(models.Model):
    """A link to hand in certificates for one unit, until a day; `code` alone opens nothing."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="share_links", verbose_name="enhet")
    code = models.CharField("kod", max_length=32, unique=True, editable=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="gjord av")
    made_on = models.DateField("gjord")
    expires_on = models.DateField("sista dag")
    revoked_on = models.DateField("indragen", null=True, blank=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "delad länk"
        verbose_name_plural = "delade länkar"
        constraints = [
            models.CheckConstraint(
                name="share_link_days_in_order",
                condition=Q(expires_on__gte=F("made_on")),
                violation_error_message="Länken kan inte sluta gälla innan den är gjord.",
            ),
            models.UniqueConstraint(
                "unit",
                name="share_link_one_unrevoked",
                condition=Q(revoked_on__isnull=True),
                violation_error_message="Enheten har redan en delad länk.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}, till och med {self.expires_on}"
