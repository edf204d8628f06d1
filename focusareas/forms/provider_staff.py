"""The forms of a contracted unit's own list of staff."""

from django import forms

from focusareas.forms.checked import AboutSomebodyElse, CheckedModelForm, DayField, WordsField
from focusareas.forms.people import LONGEST_TITLE, NAMES
from focusareas.forms.words import checked_words
from focusareas.models import StaffMember


class NameForm(AboutSomebodyElse, CheckedModelForm):
    """What somebody is called."""

    class Meta:
        model = StaffMember
        fields = ["given_name", "family_name"]
        field_classes = NAMES

    def clean_given_name(self) -> str:
        return checked_words(self.cleaned_data["given_name"])

    def clean_family_name(self) -> str:
        return checked_words(self.cleaned_data["family_name"])


class NewOnListForm(NameForm):
    """Somebody new: name, first day and title."""

    first_day = DayField(label="Från och med", help_text="Första arbetsdagen på enheten.")
    title = WordsField(label="Befattning", required=False, max_length=LONGEST_TITLE)
    is_another = forms.BooleanField(
        label="En annan person än den på listan med samma namn", required=False
    )

    class Meta(NameForm.Meta):
        fields = [*NameForm.Meta.fields, "is_protected"]
        labels = {"is_protected": "Skyddade uppgifter"}

    field_order = ("given_name", "family_name", "first_day", "title", "is_protected", "is_another")
