"""What the administrator's pages list of imports and look-alikes, as workbooks."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from focusareas import clock, lookalikes
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.exports import Column, Row, export
from focusareas.models import Employment, ImportBatch, StaffMember
from focusareas.naming import Names
from focusareas.views.import_batches import described, names_for

PERSON_COLUMNS = [Column("Anställningsnummer", 20), Column("Skyddad", 10), Column("Enheter", 60)]


@require_GET
@only_for_administrator
def import_workbook(request: HttpRequest) -> HttpResponse:
    """All imports, the latest first."""
    batches = ImportBatch.objects.without_contents().select_related(
        "made_by__staff_member", "undone_by__staff_member"
    )
    names = names_for(request)
    return export(
        by=signed_in_user(request),
        filename=f"inlasningar-{clock.today().isoformat()}.xlsx",
        title="Inläsningar av personalfil",
        columns=[
            Column("När", 18),
            Column("Fil", 40),
            Column("Gäller från", 12),
            Column("Av", 32),
            Column("Vad som ändrades", 60),
            Column("Ångrad", 18),
            Column("Ångrad av", 32),
        ],
        rows=[_import_cells(batch, names) for batch in batches],
    )


def _import_cells(batch: ImportBatch, names: Names) -> Row:
    told = described(batch, names)
    return (
        batch.made_at,
        batch.file_name,
        batch.effective_on,
        told["made_by"],
        told["summary"],
        batch.undone_at,
        told["undone_by"],
    )


@require_GET
@only_for_administrator
def person_pair_workbook(request: HttpRequest) -> HttpResponse:
    """All who look like one person that is there twice."""
    columns = [Column("Senast", 32), *PERSON_COLUMNS, Column("Tidigare", 32), *PERSON_COLUMNS]
    return export(
        by=signed_in_user(request),
        filename=f"samma-person-{clock.today().isoformat()}.xlsx",
        title="Samma person två gånger?",
        columns=[*columns, Column("Varför", 60)],
        rows=[
            (*_person_cells(pair.kept), *_person_cells(pair.gone), pair.why)
            for pair in lookalikes.told(lookalikes.found())
        ],
    )


def _person_cells(person: StaffMember) -> Row:
    """One of the pair, with where the person has worked."""
    posts = ". ".join(_post(row) for row in person.employments.all())
    protected = "ja" if person.is_protected else ""
    return person.full_name, person.employee_number, protected, posts


def _post(employment: Employment) -> str:
    last_day = employment.last_day.isoformat() if employment.last_day else ""
    return f"{employment.unit}, {employment.first_day.isoformat()}–{last_day}"
