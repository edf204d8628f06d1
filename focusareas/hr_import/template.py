"""The workbook to fill in: headers as the import finds them, and a sheet of what may stand where.

That sheet has a name the import does not read, so the template itself says nothing.
"""

from collections.abc import Iterator

from focusareas import exports
from focusareas.exports import Sheet
from focusareas.hr_import.layout import KEY_PERSONS, OPERATIONS, PEOPLE, ROLES, UNITS

INSTRUCTIONS = "Så fyller du i"
TITLE = "Så fyller du i bladen. Den här fliken läses inte in."
DAY = "En dag, som Excel-datum eller som 2023-04-30"
LAST_DAY = f"{DAY}. Sista dagen den gäller. Tomt: tills vidare"
FREE = "Text"
# By sheet and field: what may stand in the column, and an example.
WORDS = {
    "Enheter": {
        "code": ("Enhetens kod. Samma kod är samma enhet", "HEMT-N"),
        "name": ("Text. Ett nytt namn på en känd kod byter namn på enheten", "Hemtjänst Norr"),
        "department": ("Text. En ny avdelning läggs upp", "Äldreomsorg"),
        "operation": (" eller ".join(OPERATIONS), "privat"),
        "provider": ("Text. Bara för privat. En ny utförare läggs upp", "Omsorgsbolaget"),
        "cost_centre": (FREE, "4711"),
        "manager_email": ("En e-postadress. Tomt: chefen är kvar", "chef@example.se"),
        "tags": ("Ord med komma mellan", "möter barn, natt"),
        "first_day": (f"{DAY}. Tomt: har varit öppen sedan före planen", "2022-01-01"),
        "last_day": (LAST_DAY, "2023-12-31"),
        "successor": ("Koden för enheten som tar över", "HEMT-S"),
    },
    "Medarbetare": {
        "number": ("Anställningsnumret. Aldrig ett personnummer", "10231"),
        "given_name": (FREE, "Kim"),
        "family_name": (FREE, "Berg"),
        "email": ("En e-postadress", "kim.berg@example.se"),
        "unit": ("Koden för enheten. En rad för varje anställning", "HEMT-N"),
        "title": (FREE, "Undersköterska"),
        "first_day": (f"{DAY}. Första dagen på enheten", "2021-08-16"),
        "last_day": (LAST_DAY, "2023-12-31"),
        "leave_first_day": (f"{DAY}. Tomt: arbetar", "2023-03-01"),
        "leave_last_day": (LAST_DAY, "2023-08-31"),
        "is_protected": ("ja eller tomt. Filen tar aldrig bort skyddet", "ja"),
    },
    "Nyckelpersoner": {
        "number": ("Anställningsnumret", "10231"),
        "unit": ("Koden för enheten", "HEMT-N"),
        "role": (f"{' eller '.join(ROLES)}. Tomt: nyckelperson", "nyckelperson"),
        "first_day": (f"{DAY}. Första dagen i uppdraget", "2023-01-01"),
        "last_day": (LAST_DAY, "2023-12-31"),
    },
}
# By field, what may be chosen from a list.
CHOICES = {"operation": tuple(OPERATIONS), "role": tuple(ROLES), "is_protected": ("ja",)}
COLUMNS = [
    exports.Column("Blad", 16),
    exports.Column("Kolumn", 20),
    exports.Column("Måste fyllas i", 14),
    exports.Column("Vad som får stå", 70),
    exports.Column("Exempel", 24),
]


def template_sheets() -> Iterator[Sheet]:
    """The sheets of the template, in the order of the import."""
    for layout in (UNITS, PEOPLE, KEY_PERSONS):
        columns = [
            exports.Column(column.header, 20, CHOICES.get(field, ()))
            for field, column in layout.columns.items()
        ]
        yield Sheet(layout.title, columns, [])
    yield Sheet(INSTRUCTIONS, COLUMNS, list(_instructions()), TITLE)


def _instructions() -> Iterator[exports.Row]:
    for layout in (UNITS, PEOPLE, KEY_PERSONS):
        for field, column in layout.columns.items():
            allowed, example = WORDS[layout.title][field]
            yield layout.title, column.header, column.required, allowed, example
