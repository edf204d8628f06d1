"""The whole corpus from a seed: staff, files and piles."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle
from random import Random
from typing import TypeVar

from tests.corpus import cases, furnished_layouts, held_out, layouts, more_layouts, others
from tests.corpus.cases import CASES, Case, MakeCase
from tests.corpus.layouts import day_overleaf, half
from tests.corpus.others import PICTURES, Around, Paper
from tests.corpus.pictures import DAMAGES, Damage, named, photo, tilted
from tests.corpus.register import RegisterBuilder
from tests.corpus.sheet import Facts, Layout, pdf
from tests.corpus.truth import Corpus, Expected, Item, Pile, Truth
from tests.corpus.writing import FIRST_DAY, facts_of, new_case, truth_of

SIZE, UNITS = 1700, 100
COURSE_OF_UNITS = ("nck-vald",) * 6 + ("heder-lst", "heder-sos", "heder-mucf", "patriark")
PICTURE_CASES: tuple[MakeCase, ...] = (
    *(cases.as_registered,) * 5,
    cases.in_capitals,
    cases.family_comma_given,
    cases.hyphen_lost,
    cases.near_misses_beside,
    cases.namesake_elsewhere,
    cases.signed_by_colleague,
    cases.middle_name_too,
    cases.a_near_miss,
    cases.a_stranger_signed_by_colleague,
    cases.one_name_more,
    cases.day_to_come,
    cases.another_course,
)
PICTURE_KINDS = (
    ("JPEG", "jpg"),
    ("PDF", "pdf"),
    ("JPEG", "JPG"),
    ("PNG", "png"),
    ("HEIF", "heic"),
)
N_PICTURES, N_PAPERS = 60, 40


@dataclass(frozen=True)
class Kinds:
    """Which layouts and other papers a corpus is made of."""

    layouts: tuple[Layout, ...]
    papers: tuple[Paper, ...]


USUAL = Kinds((*layouts.LAYOUTS, *more_layouts.LAYOUTS), others.PAPERS)
FURNISHED = Kinds(furnished_layouts.LAYOUTS, others.PAPERS)
HELD_OUT = Kinds(held_out.LAYOUTS, held_out.PAPERS)
Wish = TypeVar("Wish")


def name_of(function: Callable[..., object]) -> str:
    return function.__name__.replace("_", " ")


class Composer:
    """Makes the piles of each group for units of their own, all from one seed."""

    def __init__(self, seed: int, kinds: Kinds = USUAL, *, every: int = 1) -> None:
        self.seed = seed
        self.layouts = kinds.layouts
        self.papers = kinds.papers
        self.every = every
        self.rng = Random(f"corpus {seed}")
        codes = [f"K{number:03}" for number in range(1, UNITS + 1)]
        self.staff = RegisterBuilder(self.rng, codes)
        self._units = zip(cycle(codes), cycle(COURSE_OF_UNITS))
        self._files = 0

    def text(self) -> list[Pile]:
        """Every layout with every case, then files with several certificates, then doubles."""
        pairs = [(layout, case) for layout in self.layouts for case in CASES][:: self.every]
        self.rng.shuffle(pairs)
        return [
            *self._piles(pairs, 15, self._single),
            *self._piles(range(3, 10)[:: self.every], 1, self._several),
            *self._piles(range(6)[:: self.every], 2, self._two_on_a_page),
            *self._piles(self.layouts[: 8 : self.every], 4, self._twice),
        ]

    def pictures(self) -> list[Pile]:
        """Scans and photos; the damage, the layout and the case go round at their own pace."""
        layouts = cycle([layout for layout in self.layouts if layout is not day_overleaf])
        rounds = zip(layouts, cycle(PICTURE_CASES), cycle(DAMAGES), range(N_PICTURES))
        return [
            *self._piles(list(rounds)[:: self.every], 6, self._picture),
            *self._piles(range(2, 4)[:: self.every], 1, self._scan),
        ]

    def others(self) -> list[Pile]:
        """Invoices, lists, cats: nothing that shows that somebody has done the course."""
        both = zip(cycle([*self.papers, *PICTURES]), range(N_PAPERS))
        papers = [paper for paper, _ in both]
        return self._piles(papers[:: self.every], 8, self._paper)

    def big_pile(self) -> Pile:
        """One unit's forty certificates that are clear at once, to take the time of."""
        layouts = zip(cycle(self.layouts), range(40))
        wishes = [(layout, cases.as_registered) for layout, _ in layouts]
        return self._piles(wishes, len(wishes), self._single)[0]

    def _piles(
        self,
        wishes: Iterable[Wish],
        size: int,
        make: Callable[[Wish, str, str], list[Item]],
    ) -> list[Pile]:
        """The wishes in piles of a size, each pile for the next unit."""
        left, piles = list(wishes), []
        while left:
            pile, left = left[:size], left[size:]
            unit, course = next(self._units)
            items = [item for wish in pile for item in make(wish, unit, course)]
            piles.append(Pile(unit, course, tuple(items)))
        return piles

    # ------------------------------------------------------------ What lies in a pile

    def _single(self, wish: tuple[Layout, MakeCase], unit: str, course: str) -> list[Item]:
        layout, make_case = wish
        case, facts = self._written(make_case, unit, course)
        truth = truth_of(case, facts, why=name_of(make_case), layout=name_of(layout))
        return [self._item(f"{self._next()}.pdf", [truth], lambda: pdf([layout(fresh(facts))]))]

    def _several(self, wish: int, unit: str, course: str) -> list[Item]:
        layout = self.rng.choice([layout for layout in self.layouts if layout is not day_overleaf])
        written = [self._written(self._any_case(), unit, course) for _ in range(wish)]
        truths = [
            truth_of(case, facts, why="several in a file", layout=name_of(layout), page=page)
            for page, (case, facts) in enumerate(written, 1)
        ]
        draw = partial(pdf_of, layout, [facts for _, facts in written])
        return [self._item(f"{self._next()}.pdf", truths, draw)]

    def _two_on_a_page(self, wish: int, unit: str, course: str) -> list[Item]:
        written = [self._written(self._any_case(), unit, course) for _ in range(2)]
        truths = [
            replace(
                truth_of(case, facts, why="two on a page", layout="half"),
                expected=Expected.MAY_MATCH,
            )
            for case, facts in written
        ]

        def draw() -> bytes:
            halves = "".join(half(fresh(facts)) for _, facts in written)
            return pdf([f"<section>{halves}</section>"])

        return [self._item(f"{self._next()}.pdf", truths, draw)]

    def _twice(self, wish: Layout, unit: str, course: str) -> list[Item]:
        """The same certificate again, printed in another way."""
        case, facts = self._written(self._any_case(), unit, course)
        another = self.layouts[(self.layouts.index(wish) + 1) % len(self.layouts)]
        items = []
        for layout, expected in ((wish, Expected.MATCH), (another, Expected.DUPLICATE)):
            truth = truth_of(case, facts, why="twice", layout=name_of(layout))
            truths = [replace(truth, expected=expected)]
            items.append(
                self._item(f"{self._next()}.pdf", truths, partial(pdf_of, layout, [facts]))
            )
        return items

    def _picture(
        self, wish: tuple[Layout, MakeCase, tuple[Damage, ...], int], unit: str, course: str
    ) -> list[Item]:
        layout, make_case, damages, number = wish
        case, facts = self._written(make_case, unit, course)
        truth = replace(
            truth_of(case, facts, why=name_of(make_case), layout=named(damages)),
            detail=f", {name_of(layout)}",
        )
        kind, ending = PICTURE_KINDS[number % len(PICTURE_KINDS)]
        file = f"{self._next()}.{ending}"

        def draw() -> bytes:
            return photo(pdf([layout(fresh(facts))]), damages, self._random(file), kind)

        return [self._item(file, [truth], draw)]

    def _scan(self, wish: int, unit: str, course: str) -> list[Item]:
        """Certificates that went through the scanner together."""
        (item,) = self._several(wish, unit, course)
        truths = [
            replace(truth, why="several in a scan", layout="scan", detail=f", {truth.layout}")
            for truth in item.truths
        ]

        def draw() -> bytes:
            return photo(item.draw(), (tilted,), self._random(item.file), "PDF")

        return [self._item(item.file, truths, draw)]

    def _paper(self, wish: Paper, unit: str, course: str) -> list[Item]:
        people = [self.staff.hire_anyone(unit) for _ in range(4)]
        kind = name_of(wish)
        ending = "jpg" if wish in PICTURES else "pdf"
        file = f"{self._next()}.{ending}"
        day = FIRST_DAY.replace(month=self.rng.randint(1, 12), day=self.rng.randint(1, 28))
        truth = Truth(Expected.QUESTION, "no certificate", kind, str(people[0]))

        def draw() -> bytes:
            return wish(Around(people[0], tuple(people), day, self._random(file)))

        return [self._item(file, [truth], draw)]

    # ------------------------------------------------------------ The parts of them

    def _written(self, make_case: MakeCase, unit: str, course: str) -> tuple[Case, Facts]:
        case = new_case(make_case, self.staff, unit)
        rng = Random(self.rng.random())
        return case, facts_of(case, course, self.staff, unit, rng)

    def _any_case(self) -> MakeCase:
        return self.rng.choice((cases.as_registered, cases.in_capitals, cases.hyphen_lost))

    def _item(self, file: str, truths: Sequence[Truth], draw: Callable[[], bytes]) -> Item:
        return Item(file, tuple(truths), draw)

    def _next(self) -> str:
        """The next file name: files are taken in order of name, so doubles come later."""
        self._files += 1
        return f"intyg-{self._files:04}"

    def _random(self, file: str) -> Random:
        return Random(f"{self.seed} {file}")


def fresh(facts: Facts) -> Facts:
    """The facts as if nothing had been chosen yet, so that each drawing is the same."""
    return replace(facts, rng=Random(f"{facts.name} {facts.written}"))


def pdf_of(layout: Layout, many: Iterable[Facts]) -> bytes:
    return pdf(layout(fresh(facts)) for facts in many)


def compose(seed: int, kinds: Kinds = USUAL, *, every: int = 1, only: str = "") -> Corpus:
    """The corpus of the seed; the register is the same whichever group is wanted."""
    composer = Composer(seed, kinds, every=every)
    piles = {
        "text": composer.text(),
        "pictures": composer.pictures(),
        "others": composer.others(),
    }
    wanted = {group: tuple(found) for group, found in piles.items() if only in ("", group)}
    big_pile = composer.big_pile()
    composer.staff.fill(SIZE)
    return Corpus(tuple(composer.staff.people), wanted, big_pile)
