"""The trace: who did what to which object when, in words."""

from typing import Any

from django.db import models

from focusareas.models.access import User


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    """Events can be read and added to, never changed."""

    def about(self, thing: models.Model) -> models.QuerySet["AuditEvent"]:
        """What has happened to the object, latest first."""
        return self.filter(object_type=thing._meta.label_lower, object_id=thing.pk)

    def update(self, **kwargs: Any) -> int:
        raise TypeError("En händelse i loggen kan inte ändras.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("En händelse i loggen kan inte tas bort.")


class AuditEvent(models.Model):
    """One thing somebody did, as a sentence; it points at nothing that can change or go away."""

    at = models.DateTimeField("när", auto_now_add=True)
    actor = models.CharField("vem", max_length=200)
    actor_id = models.BigIntegerField("vem, nummer", null=True)
    text = models.TextField("vad")
    object_type = models.CharField("slag", max_length=50, blank=True)
    object_id = models.BigIntegerField("nummer", null=True)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        verbose_name = "händelse"
        verbose_name_plural = "händelser"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["object_type", "object_id", "at"], name="audit_by_object")]

    def __str__(self) -> str:
        return f"{self.actor}: {self.text}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("En händelse i loggen kan inte ändras.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("En händelse i loggen kan inte tas bort.")


def record(*, by: User | None, text: str, about: models.Model | None = None) -> AuditEvent:
    """Write to the trace; `by` is None when a command run by an operator did it."""
    return AuditEvent.objects.create(
        actor=str(by) if by else "driften",
        actor_id=by.pk if by else None,
        text=text,
        object_type=about._meta.label_lower if about else "",
        object_id=about.pk if about else None,
    )
