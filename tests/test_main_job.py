"""The main job from an empty database: plan, HR file, two folders of certificates, figures, memo.

The administration of the test, 158 people at 12 units:

    E01-E08   own, 15 people each (01-15)
    E09       own, opened 2023-03-01, 10 people from that day
    E10       own, closed 2023-02-28 and merged into E01: its 8 people are at E01 from 2023-03-01
    P01, P02  contracted, 10 people each

    E01-01, E01-02   also at E02 from 2023-01-01
    E03-01           also at P01 from 2023-01-01
    E02-03           on leave 2023-01-01 to 2023-03-31
    E03-02           on leave from 2023-04-15
    E01-01           on leave from E01 from 2023-05-01 (still at E02)
    E04-04, E04-05   leave on 2023-03-31
    E05-14, E05-15   begin on 2023-04-01

    key persons      E01-03 and E04-04 from 2022-06-01, E10-01 2022-09-01 to 2023-02-28,
                     P01-01 from 2023-04-01
    certificates     E01-03 to E01-07 approved on 2023-02-15;
                     P01-01, P01-02, E03-01 and one nobody knows handed in by P01 on 2023-04-20

Counted by hand (1.2, expected; own, contracted, total):

    2022-12-31   E01-E08 118 (two of E05 not begun) + E10 8 = 126; 20; 146
    2023-02-28   118 + 8 - E02-03 = 125; 20 + E03-01 = 21; 145 (E03-01 once)
    2023-03-01   125 + E09 10 = 135; 21; 155
    2023-04-30   135 - 2 leavers + 2 joiners + E02-03 - E03-02 = 135; 21; 155
    2023-05-01   135 (E01-01 still counts at E02); 21; 155
"""

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.core.management import call_command
from django.test import override_settings
from openpyxl import Workbook

from tests.certificates import column, draw
from tests.keeping import kept

pytestmark = pytest.mark.django_db

GIVEN_NAMES = """
    Åsa Björn Cecilia Dag Élise Fredrik Gun-Britt Håkan Ingrid Jörgen Karin Lars Märta Nils Östen
"""
FAMILY_NAMES = """
    Andersson Bergström Carlén Dahl Ekström Fröjd Grönberg Hägg Isaksson Jonsson Kjær Lindqvist
"""
UNITS = [f"E{number:02}" for number in range(1, 11)] + ["P01", "P02"]
SIZES = {"E09": 10, "E10": 8, "P01": 10, "P02": 10}
BEGAN = date(2020, 1, 1)


def name_of(key: str) -> tuple[str, str]:
    """Given and family name of E01-03 and so on: each pair is used once."""
    unit, number = key.split("-")
    return GIVEN_NAMES.split()[int(number) - 1], FAMILY_NAMES.split()[UNITS.index(unit)]


def number_of(key: str) -> int:
    unit, number = key.split("-")
    return 10000 + 100 * UNITS.index(unit) + int(number)


def unit_rows() -> list[list[object]]:
    rows: list[list[object]] = [
        ["Region i provet", None, None],
        [
            "Enhetskod",
            "Enhet",
            "Avdelning",
            "Driftform",
            "Utförare",
            "Öppnad",
            "Stängd",
            "Ersätts av",
        ],
    ]
    for code in UNITS:
        contracted = code.startswith("P")
        rows.append(
            [
                code,
                f"Enheten {code}\u00a0 ",
                "Äldreomsorg" if code < "E06" else "Individ- och familjeomsorg",
                "privat" if contracted else " Egen ",
                "Omsorgsbolaget AB" if contracted else None,
                "2023-03-01" if code == "E09" else None,
                date(2023, 2, 28) if code == "E10" else None,
                "E01" if code == "E10" else None,
            ]
        )
    return rows


def employments() -> list[tuple[str, str, date, date | None]]:
    """Person, unit, first and last day."""
    rows: list[tuple[str, str, date, date | None]] = []
    for code in UNITS:
        for number in range(1, SIZES.get(code, 15) + 1):
            key = f"{code}-{number:02}"
            first, last = BEGAN, None
            if key in {"E04-04", "E04-05"}:
                last = date(2023, 3, 31)
            if key in {"E05-14", "E05-15"}:
                first = date(2023, 4, 1)
            if code == "E09":
                first = date(2023, 3, 1)
            if code == "E10":
                rows.append((key, "E01", date(2023, 3, 1), None))
                last = date(2023, 2, 28)
            rows.append((key, code, first, last))
    for key, code in [("E01-01", "E02"), ("E01-02", "E02"), ("E03-01", "P01")]:
        rows.append((key, code, date(2023, 1, 1), None))
    return rows


LEAVES: dict[tuple[str, str], tuple[object, object]] = {
    ("E02-03", "E02"): (date(2023, 1, 1), "2023-03-31"),
    ("E03-02", "E03"): ("2023-04-15", None),
    ("E01-01", "E01"): (date(2023, 5, 1), None),
}


def people_rows() -> list[list[object]]:
    header = ["Från", "Till", "Anställningsnummer", "Efternamn", "Förnamn", "Enhetskod"]
    rows: list[list[object]] = [[*header, "Lön", "Tjänstledig från", "Tjänstledig till"]]
    for position, (key, unit, first, last) in enumerate(employments()):
        given, family = name_of(key)
        number = number_of(key)
        rows.append(
            [
                first if position % 2 else first.isoformat(),
                last,
                float(number) if position % 3 else f"{number} ",
                f" {family}",
                given,
                unit,
                "31 000",
                *LEAVES.get((key, unit), (None, None)),
            ]
        )
        if position % 50 == 0:
            rows.append([None] * 9)
    return rows


def workbook() -> bytes:
    book = Workbook()
    book.active.title = "Läs mig"
    key_persons: list[list[object]] = [
        ["Roll", "Anställningsnummer", "Enhetskod", "Från", "Till"],
        ["nyckelperson", number_of("E01-03"), "E01", date(2022, 6, 1), None],
        ["Huvudnyckel", number_of("E04-04"), "E04", "2022-06-01", None],
        [None, number_of("E10-01"), "E10", date(2022, 9, 1), date(2023, 2, 28)],
        [None, number_of("P01-01"), "P01", date(2023, 4, 1), None],
    ]
    for title, rows in [
        ("Enheter", unit_rows()),
        ("Medarbetare", people_rows()),
        ("Nyckelpersoner", key_persons),
    ]:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def certificate(name: str, day: str) -> bytes:
    return draw(
        column(
            "Nationellt centrum för kvinnofrid",
            "INTYG",
            name,
            "har genomfört Webbkurs om våld",
            f"Slutförd {day}",
        )
    )


def make_folder(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def run(command: str, *args: object) -> str:
    out = StringIO()
    call_command(command, *map(str, args), stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def administration(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Plan, organisation and certificates, by the commands alone, from the files in a folder."""
    folder = tmp_path_factory.mktemp("administration")
    stored, incoming = tmp_path_factory.mktemp("stored"), tmp_path_factory.mktemp("incoming")
    where = override_settings(CERTIFICATE_DIR=stored, FILE_UPLOAD_TEMP_DIR=incoming)
    with kept(django_db_blocker), where:
        take_in(folder)
        yield folder


def take_in(folder: Path) -> None:
    run("load_plan")
    file = folder / "hr.xlsx"
    file.write_bytes(workbook())
    imported = json.loads(
        run("import_organisation", file, "--on", "2023-05-01", "--format", "json")
    )
    assert imported["saved"]
    assert (imported["units"]["new"], imported["people"]["new"]) == (12, 158)
    own = {
        f"{number}.pdf": certificate(" ".join(name_of(f"E01-{number:02}")), "2023-02-10")
        for number in range(3, 8)
    }
    given, family = name_of("P01-02")
    contracted = {
        "a.pdf": certificate(" ".join(name_of("P01-01")).upper(), "12 april 2023"),
        "b.pdf": certificate(f"{family}, {given}", "12/4 2023"),
        "c.pdf": certificate(" ".join(name_of("E03-01")), "2023-04-12"),
        "d.pdf": certificate("Ingen Känd", "2023-04-12"),
    }
    hand_in(make_folder(folder / "own", own), "E01", "2023-02-15", "--approve")
    hand_in(make_folder(folder / "contracted", contracted), "P01", "2023-04-20")


def hand_in(folder: Path, unit: str, day: str, *flags: str) -> list[dict[str, object]]:
    args = ("--unit", unit, "--course", "nck-vald", "--received", day, "--format", "json", *flags)
    return json.loads(run("import_certificates", folder, *args))["files"]


def ask(code: str, day: str) -> dict[str, object]:
    figures = json.loads(run("completion", "--as-of", day, "--format", "json"))
    return next(row for row in figures["activities"] if row["code"] == code)


def pair(expected: int, done: int) -> dict[str, int]:
    return {"expected": expected, "done": done}


@pytest.mark.parametrize(
    ("day", "own", "contracted", "total", "received", "units"),
    [
        ("2022-12-31", (126, 0), (20, 0), (146, 0), 0, {"E01": 15, "E05": 13, "E10": 8}),
        ("2023-02-28", (125, 5), (21, 0), (145, 5), 0, {"E01": 15, "E02": 16, "E10": 8}),
        ("2023-03-01", (135, 5), (21, 0), (155, 5), 0, {"E01": 23, "E09": 10, "P01": 11}),
        ("2023-04-30", (135, 5), (21, 0), (155, 5), 3, {"E02": 17, "E03": 14, "E04": 13}),
        ("2023-05-01", (135, 5), (21, 0), (155, 5), 3, {"E01": 22, "E02": 17, "E05": 15}),
    ],
)
def test_figures_on_five_days_equal_the_hand_count(
    administration, day, own, contracted, total, received, units
):
    figure = ask("1.2", day)

    assert (figure["own"], figure["contracted"]) == (pair(*own), pair(*contracted))
    assert (figure["expected"], figure["done"], figure["received"]) == (*total, received)
    found = {row["code"]: row["expected"] for row in figure["units"]}
    assert {code: found[code] for code in units} == units


@pytest.mark.parametrize(
    ("day", "own", "contracted"),
    [
        ("2022-12-31", (9, 3), (2, 0)),
        ("2023-03-01", (9, 2), (2, 0)),
        ("2023-04-30", (9, 1), (2, 1)),
    ],
)
def test_key_persons_on_three_days_equal_the_hand_count(administration, day, own, contracted):
    figure = ask("2.4", day)

    assert (figure["own"], figure["contracted"]) == (pair(*own), pair(*contracted))
    assert (figure["expected"], figure["done"]) == own


def test_everything_again_changes_nothing(administration):
    before = run("completion", "--as-of", "2023-05-01", "--format", "json")

    run("load_plan")
    again = json.loads(
        run(
            "import_organisation",
            administration / "hr.xlsx",
            "--on",
            "2023-05-01",
            "--format",
            "json",
        )
    )
    outcomes = {row["outcome"] for row in hand_in(administration / "own", "E01", "2023-04-25")}

    assert again["people"] == {
        "new": 0,
        "moved": 0,
        "changed": 0,
        "unchanged": 158,
        "missing": 0,
        "leavers": 0,
    }
    assert outcomes == {"duplicate"}
    assert run("completion", "--as-of", "2023-05-01", "--format", "json") == before


def test_memo_says_the_same_figures_under_the_six_focus_areas(administration):
    file = administration / "memo.pdf"

    run(
        "create_report",
        *("--kind", "interim", "--as-of", "2023-04-30", "--dated", "2023-05-15"),
        *("--output", file),
    )

    pdf = pypdfium2.PdfDocument(file)
    text = " ".join(
        pdf[page].get_textpage().get_text_bounded() for page in range(len(pdf))
    ).replace("\u00a0", " ")
    headings = [text.index(f"Fokusområde {number} –") for number in range(1, 7)]
    assert headings == sorted(headings)
    assert "SON 2022/229" in text
    assert "15 maj 2023" in text
    assert "5 medarbetare" in text
