"""The sheet Medarbetare against the stored staff, their employments and long leaves."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from operator import itemgetter

from django.db.models import Q

from focusareas import spellings
from focusareas.hr_import.beforehand import Beforehand
from focusareas.hr_import.changes import Changes, Edit
from focusareas.hr_import.checking import by_number
from focusareas.hr_import.details import Details, edit_words
from focusareas.hr_import.layout import PersonRow
from focusareas.hr_import.outcome import PEOPLE_COUNTS, Missing, Outcome, nothing
from focusareas.hr_import.periods import ONE_DAY, is_open
from focusareas.hr_import.progress import Progress
from focusareas.hr_import.reading import Sheet
from focusareas.models import Absence, Employment, StaffMember, Unit

# Persons held in memory and written at a time.
BATCH = 2_000

Rows = list[PersonRow]


@dataclass(slots=True)
class Stored:
    """What is stored about a batch of persons."""

    staff: dict[str, StaffMember]
    employments: dict[int, list[Employment]]
    absences: dict[int, list[Absence]]


class PeopleImport:
    """Brings staff and employments in line with the sheet, which is complete for its units."""

    def __init__(
        self,
        sheet: Sheet[PersonRow],
        units: dict[str, Unit],
        listed: dict[int, str],
        before: Beforehand,
        *,
        on: date,
        allow_leavers: bool,
        changes: Changes,
        details: Details,
        progress: Progress,
    ) -> None:
        self.before = before
        self.sheet, self.on, self.changes, self.details = sheet, on, changes, details
        self.progress = progress
        self.allow_leavers = allow_leavers
        self.unit_keys = {code: unit.pk for code, unit in units.items()}
        self.unit_codes = {unit.pk: code for code, unit in units.items()}
        self.employed = 0
        self.listed = listed
        self.counted: Counter[str] = Counter()
        self.missing: list[Missing] = []
        self.keys: dict[str, int] = {}
        self.renamed: dict[int, str] = {}

    @property
    def counts(self) -> dict[str, int]:
        """How many persons were new, moved and so on."""
        return nothing(PEOPLE_COUNTS) | self.counted

    def outcome(self) -> Outcome:
        """What came of the sheet; ask when everything is compared."""
        return Outcome(
            saved=False,
            people=self.counts,
            missing=tuple(sorted(self.missing)),
            employed=self.employed,
            details=tuple(self.details.rows),
            checksum=self.details.checksum,
            n_redated=self.details.counted["people", "redated"],
        )

    def run(self, *, remember: AbstractSet[str]) -> None:
        """Compare and write everybody, some thousand at a time.

        The primary keys of those with the employee numbers to remember are then in `keys`.
        """
        self.sheet.rows.sort(key=by_number)
        self.see_who_is_absent()
        self.changes.write(Employment)
        done = 0
        for people in batches(self.sheet.rows):
            self.progress("Jämför medarbetarna", done, len(self.sheet.rows))
            done += sum(map(len, people.values()))
            stored = self.load(people)
            for number, rows in people.items():
                self.compare(rows, stored.staff.get(number), stored)
            self.changes.write(StaffMember, Employment, Absence)
            if self.renamed:
                self.changes.was_made(spellings.keep_earlier(self.renamed))
                self.renamed.clear()
            named = remember & stored.staff.keys()
            self.keys.update((number, stored.staff[number].pk) for number in named)

    def load(self, people: dict[str, Rows]) -> Stored:
        """The stored staff with these employee numbers, and what hangs on them."""
        staff = self.before.rows(StaffMember.objects.filter(employee_number__in=people))
        stored = Stored(
            {person.employee_number: person for person in staff},
            defaultdict(list),
            defaultdict(list),
        )
        keys = [person.pk for person in stored.staff.values()]
        for employment in Employment.objects.filter(staff_member__in=keys):
            stored.employments[employment.staff_member_id].append(employment)
        if "leave_first_day" in self.sheet.fields:
            employments = {row.pk: row for rows in stored.employments.values() for row in rows}
            for absence in Absence.objects.filter(employment__staff_member__in=keys):
                absence.employment = employments[absence.employment_id]
                stored.absences[absence.employment_id].append(absence)
        return stored

    def compare(self, rows: Rows, person: StaffMember | None, stored: Stored) -> None:
        """One person with all the rows of the sheet that are about the person."""
        is_new = person is None
        person = person or StaffMember(employee_number=rows[0].number)
        is_changed = self.describe(person, rows)
        if is_new:
            self.changes.make(person)
            stored.staff[person.employee_number] = person
        employments = {
            (employment.unit_id, employment.first_day): employment
            for employment in stored.employments[person.pk]
        }
        is_changed |= self.redate(rows, employments)
        started: list[PersonRow] = []
        for row in rows:
            employment = employments.pop((self.unit_keys[row.unit], row.first_day), None)
            is_changed |= self.employ(row, person, employment, stored)
            if employment is None:
                started.append(row)
        ended = self.end_unlisted(person, rows, list(employments.values()))
        count = category(is_new, bool(ended), is_changed)
        self.counted[count] += 1
        self.tell(count, person, started, ended)

    def tell(self, count: str, person: StaffMember, started: Rows, ended: list[Employment]) -> None:
        """Tell what changes about the person; a new day at the same unit is not a move."""
        edits = self.changes.told()
        if count == "unchanged":
            return
        units = {self.unit_keys[row.unit] for row in started}
        if count == "moved" and all(employment.unit_id in units for employment in ended):
            count = "redated"

        def words() -> Iterator[str]:
            for edit in edits:
                if count != "new":
                    yield self.words_of(edit)
            for row in started:
                yield f"Anställd på {row.unit} från {row.first_day}"

        self.details.add("people", count, person.employee_number, person.full_name, words())

    def words_of(self, edit: Edit) -> str:
        """What is changed, and at which unit when it is about an employment."""
        words = edit_words(edit)
        if isinstance(edit.row, Employment):
            return f"{words} ({self.unit_codes[edit.row.unit_id]})"
        return f"Tjänstledig: {words.lower()}" if isinstance(edit.row, Absence) else words

    def redate(self, rows: Rows, employments: dict[tuple[int, date], Employment]) -> bool:
        """Let an employment begin earlier when a row says so and else says the same.

        A later day may as well be a new contract after the old one: then both are kept.
        """
        is_changed = False
        for row in rows:
            unit = self.unit_keys[row.unit]
            if (unit, row.first_day) in employments:
                continue
            listed = {other.first_day for other in rows if other.unit == row.unit}
            later = [
                employment
                for employment in employments.values()
                if employment.unit_id == unit
                and employment.first_day not in listed
                and row.first_day < employment.first_day <= (row.last_day or date.max)
                and is_open(employment, self.on)
            ]
            if later:
                employment = min(later, key=lambda it: it.first_day)
                del employments[unit, employment.first_day]
                self.changes.change(employment, first_day=row.first_day)
                employments[unit, row.first_day] = employment
                is_changed = True
        return is_changed

    def describe(self, person: StaffMember, rows: Rows) -> bool:
        """The person's name and address; a protected identity is never taken away."""
        # Rows under an earlier number name nobody.
        named = next((row for row in rows if row.given_name), None)
        is_renamed = named is not None and self.rename(person, named)
        values: dict[str, object] = {}
        if named and "email" in self.sheet.fields:
            email = next((row.email for row in rows if row.email), "")
            # An address is the same in small letters.
            if email != person.email.lower():
                values["email"] = email
        if any(row.is_protected for row in rows):
            values["is_protected"] = True
        return self.changes.change(person, **values) or is_renamed

    def rename(self, person: StaffMember, row: PersonRow) -> bool:
        """The name as the row has it; another one that was stored is remembered."""
        earlier = person.full_name
        keys = {"search_key": person.search_key, "sort_key": person.sort_key}
        names = {"given_name": row.given_name, "family_name": row.family_name}
        if not self.changes.change(person, **names):
            return False
        person.set_keys()
        self.changes.mark(person, keys)
        if person.pk:
            self.renamed[person.pk] = earlier
        return True

    def employ(
        self, row: PersonRow, person: StaffMember, employment: Employment | None, stored: Stored
    ) -> bool:
        """The employment that the row is about, and the leave from it; whether anything is new."""
        if employment:
            values = self.sheet.values(row, "title", "last_day")
            is_changed = self.changes.change(employment, **values)
            return self.take_leave(row, employment, stored.absences[employment.pk]) or is_changed
        employment = Employment(
            staff_member=person,
            unit_id=self.unit_keys[row.unit],
            title=row.title,
            first_day=row.first_day,
            last_day=row.last_day,
        )
        self.changes.make(employment)
        self.take_leave(row, employment, [])
        return True

    def take_leave(self, row: PersonRow, employment: Employment, stored: list[Absence]) -> bool:
        """The row's leave replaces one that it overlaps; blank cells end one that goes on."""
        if "leave_first_day" not in self.sheet.fields:
            return False
        if row.leave_first_day is None:
            ended = [self.end(absence) for absence in stored if is_open(absence, self.on)]
            return any(ended)
        first, last = row.leave_first_day, row.leave_last_day
        overlapped = [
            absence
            for absence in stored
            if is_open(absence, first) and (not last or absence.first_day <= last)
        ]
        if overlapped:
            absence = max(overlapped, key=lambda it: (it.first_day == first, it.first_day))
            values = {"last_day": last} if "leave_last_day" in self.sheet.fields else {}
            return self.changes.change(absence, first_day=first, **values)
        absence = Absence(employment=employment, first_day=first, last_day=last)
        self.changes.make(absence)
        self.changes.edits.append(Edit(absence, "first_day", None, first))
        return True

    def end(self, period: Employment | Absence) -> bool:
        """Let it end the day before the import's; what would begin later never came to hold.

        Unless it has begun since: then a slip in the import's day must not wipe it out.
        """
        if period.first_day >= self.on:
            if period.first_day < (self.changes.today or self.on):
                return False
            self.changes.remove(period)
            return True
        return self.changes.change(period, last_day=self.on - ONE_DAY)

    def end_unlisted(
        self, person: StaffMember, rows: Rows, employments: list[Employment]
    ) -> list[Employment]:
        """End what the sheet no longer lists where the next row begins; those that had one.

        Without a next row the person is missing.
        """
        ended: list[Employment] = []
        missing: list[Employment] = []
        for employment in employments:
            if employment.unit_id not in self.listed or not is_open(employment, self.on):
                continue
            later = [row.first_day for row in rows if row.first_day > employment.first_day]
            if not later:
                missing.append(employment)
            elif is_open(employment, min(later)):
                self.changes.change(employment, last_day=min(later) - ONE_DAY)
                ended.append(employment)
        self.miss(person, missing)
        return ended

    def see_who_is_absent(self) -> None:
        """Those with an open employment at a listed unit and no row in the sheet at all."""
        if not self.listed:
            return
        present = [row.number for row in self.sheet.rows]
        employments = (
            Employment.objects.filter(Q(last_day=None) | Q(last_day__gte=self.on))
            .filter(unit__in=self.listed)
            .order_by("staff_member__employee_number")
            .values_list("staff_member__employee_number", "pk", "first_day")
        )
        absent: list[int] = []
        for number, group in groupby(employments.iterator(), key=itemgetter(0)):
            posts = list(group)
            self.employed += any(first_day <= self.on for _, _, first_day in posts)
            if not is_among(number, present):
                absent += (key for _, key, _ in posts)
        if not absent:
            return
        people = Employment.objects.filter(pk__in=absent).select_related("staff_member")
        people = people.order_by("staff_member__employee_number", "pk")
        by_person: dict[StaffMember, list[Employment]] = defaultdict(list)
        for employment in people:
            by_person[employment.staff_member].append(employment)
        for person, missing in by_person.items():
            self.miss(person, missing)

    def miss(self, person: StaffMember, employments: list[Employment]) -> None:
        """The person has open employments that the sheet does not list."""
        if not employments:
            return
        number = person.employee_number
        units = [f"Arbetar på {self.listed[employment.unit_id]}" for employment in employments]
        self.details.add("people", "missing", number, person.full_name, units)
        self.counted["missing"] += 1
        n_told = len(self.changes.edits)
        for employment in employments:
            self.missing.append(Missing(number, self.listed[employment.unit_id]))
        if self.allow_leavers:
            ended = [self.end(employment) for employment in employments]
            self.counted["leavers"] += any(ended)
        # Who is missing is told of alike, whether that ends the employment or not.
        del self.changes.edits[n_told:]


def is_among(number: str, numbers: Sequence[str]) -> bool:
    """Whether the number is one of these, which are sorted."""
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number


def category(is_new: bool, has_moved: bool, is_changed: bool) -> str:
    """The one count that a person in the sheet belongs to."""
    if is_new:
        return "new"
    if has_moved:
        return "moved"
    return "changed" if is_changed else "unchanged"


def batches(rows: Iterable[PersonRow]) -> Iterator[dict[str, Rows]]:
    """The rows, which are sorted by employee number, per person and some thousand at a time."""
    people: Iterable[tuple[str, Iterator[PersonRow]]] = groupby(rows, key=by_number)
    persons = ((number, list(group)) for number, group in people)
    while batch := dict(islice(persons, BATCH)):
        yield batch
