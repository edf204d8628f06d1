"""Saying that a unit is done before the evidence is in, and taking it back."""

from datetime import date

from django.db import IntegrityError, transaction

from focusareas.models import Activity, Declaration, Unit, User
from focusareas.models.audit import record
from focusareas.refusal import RefusedError

DECLARED_ALREADY = "Enheten har redan anmält att den är klar."
NOT_DECLARED = "Enheten är inte anmäld som klar."


@transaction.atomic
def declare(unit: Unit, activity: Activity, *, on: date, by: User, note: str = "") -> Declaration:
    """Note from this day that the unit says it is done; `RefusedError` if it has said so."""
    try:
        with transaction.atomic():
            declaration = Declaration.objects.create(
                unit=unit, activity=activity, declared_on=on, declared_by=by, note=note
            )
    except IntegrityError:
        raise RefusedError(DECLARED_ALREADY) from None
    record(
        by=by,
        text=f"Anmälde att {unit} är klar med {activity}.",
        about=declaration,
        changes_from=on,
    )
    return declaration


@transaction.atomic
def take_back(unit: Unit, activity: Activity, *, on: date, by: User) -> Declaration:
    """Let the unit's word hold until the day before; `RefusedError` if there is none."""
    in_force = Declaration.objects.select_for_update().filter(withdrawn_on__isnull=True)
    declaration = in_force.filter(unit=unit, activity=activity).first()
    if declaration is None:
        raise RefusedError(NOT_DECLARED)
    declaration.withdrawn_on = max(on, declaration.declared_on)
    declaration.save(update_fields=["withdrawn_on"])
    record(
        by=by,
        text=f"Tog tillbaka att {unit} är klar med {activity}.",
        about=declaration,
        changes_from=declaration.withdrawn_on,
    )
    return declaration
