"""The small world with something of everything: a question, a payment, an import, a memo ..."""

from datetime import date

from focusareas import intake, reimbursement, trainings
from focusareas.hr_import import run
from focusareas.models import Activity, Meeting
from reporting.models import Report
from tests import factories as make
from tests.certificates import column, draw
from tests.workbooks import make_workbook
from tests.worlds import DAY, Inhabited, make_inhabited


def make_lived_in() -> Inhabited:
    """The inhabited world after some months of work."""
    inhabited = make_inhabited()
    world = inhabited.world
    pile = [
        (f"{name}.pdf", draw(column("Intyg", name, "har genomfört Webbkurs om våld", "2023-04-01")))
        for name in ("Gun Isaksson", "=Ingen Känd")
    ]
    intake.receive(
        pile,
        unit=world.units["HEMT"],
        course=world.course,
        received_on=DAY,
        by=inhabited.users["unit_manager"],
        key="april",
    )
    meetings = make.make_activity(
        "2.5", plan=world.plan, measure=Activity.Measure.MEETINGS, target=2, deadline=None
    )
    Meeting.objects.create(activity=meetings, day=date(2023, 5, 11), theme="Uppstart")
    make.make_activity(
        "3.5", plan=world.plan, measure=Activity.Measure.MILESTONE, parts=["plan", "genomförande"]
    )
    make.make_declaration(world.units["OMS"], world.web_course, DAY)
    run(
        make_workbook(
            [{"Enhetskod": "NY"}], people=[{"Anställningsnummer": "901", "Enhetskod": "NY"}]
        ),
        on=DAY,
        name="april.xlsx",
        by=inhabited.users["administrator"],
    )
    lead = inhabited.users["lead"]
    Activity.objects.filter(pk=world.web_course.pk).update(amount_sek=500)
    reimbursement.pay(
        world.plan, basis=reimbursement.due(world.plan, on=DAY).basis, on=DAY, by=lead
    )
    training = trainings.plan_day(world.course, day=DAY, place="", note="", by=lead)
    trainings.register(training, [world.people["Ali"]], by=lead)
    make.make_staff_member("Eva Ek", unit=world.units["HEMT"], last_day=date(2023, 4, 30))
    make.make_staff_member("Eva Ek", unit=world.units["HEMT"], first_day=date(2023, 5, 1))
    Report.objects.create(plan=world.plan, kind="interim", as_of=DAY, dated=date(2023, 5, 15))
    return inhabited
