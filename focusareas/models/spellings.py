"""How people's names have been written besides the way the register writes them."""

from typing import Any

from django.db import models

from focusareas.models.access import User
from focusareas.models.certificates import Certificate
from focusareas.models.people import StaffMember
from focusareas.names import fold


class NameSpelling(models.Model):
    """One more way to write a person's name: learned from an answer, or a name they had before.

    `certificate` is the one that it was learned from; a name from the register has none.
    """

    staff_member = models.ForeignKey(
        StaffMember, models.PROTECT, related_name="spellings", verbose_name="medarbetare"
    )
    spelling = models.CharField("stavning", max_length=200)
    key = models.CharField(max_length=300, editable=False)
    certificate = models.ForeignKey(
        Certificate,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="spellings",
        verbose_name="intyg",
    )
    learned_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="svarade"
    )
    learned_at = models.DateTimeField("lärdes", auto_now_add=True)

    class Meta:
        verbose_name = "stavning av namn"
        verbose_name_plural = "stavningar av namn"
        ordering = ["learned_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                "staff_member",
                "key",
                name="name_spelling_once_per_person",
                violation_error_message="Stavningen finns redan för personen.",
            )
        ]

    def __str__(self) -> str:
        return "Skyddad" if self.staff_member.is_protected else self.spelling

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.set_key()
        super().save(*args, **kwargs)

    def set_key(self) -> None:
        """Derive the key for comparing; bulk writes call this themselves."""
        self.key = fold(self.spelling)[:300]
