"""The form that says which plans are held against each other, and on which day of each."""

from collections.abc import Sequence
from typing import Any

from django import forms

from focusareas.models import Plan

LONGEST = 3660


class ComparisonForm(forms.Form):
    """Two of the plans, and so many days into each."""

    first = forms.TypedChoiceField(label="Plan")
    second = forms.TypedChoiceField(label="Jämförs med")
    n_days = forms.IntegerField(
        label="Dag av planen, 1 är den första",
        min_value=1,
        max_value=LONGEST,
    )

    def __init__(self, *args: Any, plans: Sequence[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_code = {plan.code: plan for plan in plans}
        for name in ("first", "second"):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)
            field.choices = [(plan.code, plan.name) for plan in plans]
            field.coerce = by_code.__getitem__

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("first") and cleaned.get("first") == cleaned.get("second"):
            self.add_error("second", "Välj två olika planer.")
        return cleaned
