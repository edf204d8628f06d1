"""What stands in the way of undoing an import, in words, with a way to each of the rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import models
from django.db.models import BigIntegerField, CharField, F, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.urls import reverse

from focusareas.hr_import.journal import Model
from focusareas.models import Certificate, EarlierNumber, StaffMember, Submission, Unit, User
from focusareas.refusal import RefusedError
from focusareas.swedish import counted, in_a_row, sentence_case

GONE = "finns inte längre"
SHOWN = 10
MORE = "fler"
# The page of a row; other rows are found on those of their person or unit.
PAGES: dict[Model, str] = {
    Certificate: "certificate_detail",
    Submission: "submission_detail",
    User: "user_edit",
}
# How one comes to the person, the unit and the login of a row, whichever it has.
PERSON = ("staff_member", "employment__staff_member", "certificate__staff_member", "first")
UNIT = ("unit", "employment__unit")
LOGIN = ("user",)
Asked = tuple[str, Model]


class Named(NamedTuple):
    """A row in words, with a page where it is seen if there is one."""

    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why an import cannot be undone: something about these rows, or in general."""

    words: str
    rows: tuple[Named, ...] = ()

    def __str__(self) -> str:
        names = in_a_row(row.words for row in self.rows)
        return f"{names} {self.words}." if names else self.words

    @property
    def pieces(self) -> list[tuple[str, Named]]:
        """The rows, each with what stands before it."""
        last = len(self.rows) - 1
        return [
            ("" if place == 0 else " och " if place == last else ", ", row)
            for place, row in enumerate(self.rows)
        ]


class HinderedError(RefusedError):
    """The import cannot be undone, for these reasons."""

    def __init__(self, reasons: list[Hindrance]) -> None:
        super().__init__(" ".join(map(str, reasons)))
        self.reasons = reasons


class Found:
    """What was found to stand in the way, gathered to be named in one query."""

    def __init__(self) -> None:
        self.keys: dict[Asked, set[int]] = defaultdict(set)
        self.queries: dict[Asked, list[models.QuerySet[Any]]] = defaultdict(list)
        self.gone: dict[Model, set[int]] = defaultdict(set)

    def add(self, words: str, model: Model, keys: Iterable[int]) -> None:
        """These rows of the model, of which the same is to be said."""
        self.keys[words, model].update(keys)

    def add_rows(self, words: str, rows: models.QuerySet[Any]) -> None:
        """The rows of the query, of which the same is to be said."""
        self.queries[words, rows.model].append(rows)

    def add_gone(self, model: Model, keys: Iterable[int]) -> None:
        """Rows that are not there any more; a person may have become one with another."""
        self.gone[model].update(keys)

    def told(self) -> list[Hindrance]:
        """All of it in sentences."""
        names = _named(self._asked())
        for model, keys in self.gone.items():
            merged = names.pop((GONE, EarlierNumber), []) if model is StaffMember else []
            if rest := len(keys) - len(merged):
                kinds = (_kind(model), str(model._meta.verbose_name_plural))
                merged.append(Named(counted(rest, *kinds)))
            if merged:
                names[GONE, model] = merged
        return [Hindrance(words, _in_short(rows)) for (words, _), rows in names.items()]

    def _asked(self) -> dict[Asked, Q]:
        """What asks for the first of the rows, as many as are told of."""
        asked: dict[Asked, Q] = defaultdict(Q)
        for place, keys in self.keys.items():
            asked[place] |= Q(pk__in=_first(keys))
        for place, queries in self.queries.items():
            for rows in queries:
                # A query within the query: a part of a union may not be cut short.
                asked[place] |= Q(pk__in=rows.order_by().values("pk")[: SHOWN + 1])
        if people := self.gone.get(StaffMember):
            asked[GONE, EarlierNumber] = Q(merged_key__in=_first(people))
        return asked


def _first(keys: Iterable[int]) -> list[int]:
    return sorted(keys)[: SHOWN + 1]


def _in_short(rows: list[Named]) -> tuple[Named, ...]:
    """Some of the rows when they are many, as a sentence begins with them."""
    first, *others = [*rows[:SHOWN], Named(MORE)] if len(rows) > SHOWN else rows
    return (first._replace(words=sentence_case(first.words)), *others)


def _named(asked: Mapping[Asked, Q]) -> dict[Asked, list[Named]]:
    """The rows that each of the conditions is about; one query for all of them."""
    names: dict[Asked, list[Named]] = {}
    wanted = list(asked)
    if not wanted:
        return names
    first, *others = (
        model._default_manager.filter(asked[words, model])
        .order_by()
        .values_list(Value(place), "pk", *_columns(model))
        for place, (words, model) in enumerate(wanted)
    )
    rows = first.union(*others, all=True) if others else first
    for place, pk, *about in sorted(rows, key=lambda row: row[:2]):
        _, model = wanted[place]
        names.setdefault(wanted[place], []).append(_name(model, pk, About(*about)))
    return names


class About(NamedTuple):
    """Whom and what a row is about: keys, and the number and code that they are known by."""

    person: int | None
    number: str | None
    unit: int | None
    code: str | None
    login: int | None
    earlier: str | None


def _columns(model: Model) -> list[Combinable]:
    person, unit, login = (_way(model, ways) for ways in (PERSON, UNIT, LOGIN))
    if login and not person:
        person = f"{login}__staff_member"
    number = "employee_number" if model is StaffMember else person and f"{person}__employee_number"
    code = "code" if model is Unit else unit and f"{unit}__code"
    earlier = "number" if model is EarlierNumber else ""
    return [
        _column("pk" if model is StaffMember else person, BigIntegerField()),
        _column(number, CharField()),
        _column("pk" if model is Unit else unit, BigIntegerField()),
        _column(code, CharField()),
        _column("pk" if model is User else login, BigIntegerField()),
        _column(earlier, CharField()),
    ]


def _way(model: Model, ways: Iterable[str]) -> str:
    """The first of the ways that begins at a field of the model; none when no one does."""
    names = {field.name for field in model._meta.concrete_fields if field.is_relation}
    return next((way for way in ways if way.partition("__")[0] in names), "")


def _column(name: str, field: "models.Field[Any, Any]") -> Combinable:
    # A bare NULL has no type that the tables could agree on.
    return Cast(F(name) if name else Value(None), field)


def _name(model: Model, pk: int, about: About) -> Named:
    """What the row is about, with numbers for people: a name may be protected."""
    person = f"medarbetare {about.number}" if about.number else ""
    if about.login and not person:
        person = f"användare {about.login}"
    unit = f"enhet {about.code}" if about.code else ""
    if about.earlier:
        return Named(f"medarbetare {about.earlier} (nu {about.number})", _page(model, pk, about))
    if model in (StaffMember, Unit) or (model is User and not about.person):
        return Named(person or unit, _page(model, pk, about))
    whose = f" för {person}" if person else ""
    where = f" på {unit}" if unit else ""
    return Named(f"{_kind(model)}{whose}{where}", _page(model, pk, about))


def _page(model: Model, pk: int, about: About) -> str:
    if model in PAGES:
        return reverse(PAGES[model], args=[pk])
    if about.person:
        return reverse("person_detail", args=[about.person])
    if about.unit:
        return reverse("unit_detail", args=[about.unit])
    return reverse("user_edit", args=[about.login]) if about.login else ""


def _kind(model: Model) -> str:
    """What a row is called; what ties tags to units has no name of its own."""
    return "tagg" if model._meta.auto_created else str(model._meta.verbose_name)
