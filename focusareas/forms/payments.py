"""The form for what the certificates of an activity may cost."""

from django import forms

from focusareas.forms.checked import TidyForm


class BudgetForm(TidyForm, forms.Form):
    """A sum in kronor, or none."""

    budget_sek = forms.DecimalField(
        label="Budget, kronor",
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=0,
        help_text="Lämna tomt om det inte finns någon budget.",
    )
