"""Forms for those who sign in."""

from typing import Any

from django import forms

from focusareas.forms.checked import AboutSomebodyElse, CheckedModelForm, CodeField
from focusareas.models import StaffMember, User


class UserForm(AboutSomebodyElse, CheckedModelForm):
    """A login: whose it is and what the roles are. Duties stand on units and departments."""

    employee_number = CodeField(
        label="Anställningsnummer",
        required=False,
        max_length=50,
        help_text="Kopplar inloggningen till en medarbetare. Får lämnas tomt.",
    )

    class Meta:
        model = User
        fields = [
            "email",
            "first_name",
            "last_name",
            "is_development_lead",
            "is_administrator",
            "is_in_steering_group",
            "is_active",
        ]
        labels = {
            "email": "E-post",
            "first_name": "Förnamn",
            "last_name": "Efternamn",
            "is_active": "Får logga in",
        }
        help_texts = {
            "is_active": "",
            "is_development_lead": "Granskar intyg och skriver tjänsteskrivelser.",
            "is_administrator": "Sköter enheter, medarbetare, inloggningar och roller.",
            "is_in_steering_group": "Ser siffror, men aldrig namn.",
        }

    field_order = ("email", "first_name", "last_name", "employee_number")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.staff_member:
            self.fields["employee_number"].initial = self.instance.staff_member.employee_number

    def clean_email(self) -> str:
        """The address in small letters, which no other login has in any."""
        address: str = self.cleaned_data["email"].lower()
        others = User.objects.filter(email__iexact=address).exclude(pk=self.instance.pk)
        if others.exists():
            raise forms.ValidationError("Det finns redan en inloggning med den adressen.")
        return address

    def clean_employee_number(self) -> str:
        """The number of somebody who has no other login."""
        number: str = self.cleaned_data["employee_number"]
        person = StaffMember.objects.select_related("user").filter(employee_number=number).first()
        if number and not person:
            raise forms.ValidationError("Ingen medarbetare har det numret.")
        if person and getattr(person, "user", self.instance) != self.instance:
            raise forms.ValidationError("Medarbetaren har redan en annan inloggning.")
        self.instance.staff_member = person
        return number


class UserFilterForm(forms.Form):
    """Which logins a list shows."""

    q = forms.CharField(
        label="Namn eller e-post",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    with_role = forms.BooleanField(label="Bara de med en roll", required=False)
