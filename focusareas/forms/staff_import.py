"""The form with which a provider's manager hands in the whole list of staff."""

from typing import Any

from focusareas.forms.imports import WorkbookForm


class StaffWorkbookForm(WorkbookForm):
    """A workbook of the own units' staff, and the day from which those who are left out end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "Personallistan som arbetsbok"
        self.fields["file"].help_text = "En fil som slutar på .xlsx."
        self.fields["on"].help_text = "Den som inte står i filen avslutas dagen före, om du vill."
