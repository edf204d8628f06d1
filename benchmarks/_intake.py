"""Hands in a corpus of drawn certificates and says what became of it: see benchmarks/intake."""

import statistics
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import django

django.setup()

import pypdfium2
from _measuring import Goal, Snapshot, say, seconds
from django.core.management import call_command

from focusareas.models import Certificate
from tests.corpus.compose import FURNISHED, HELD_OUT, USUAL, compose
from tests.corpus.handing_in import drawn, hand_in, load
from tests.corpus.judging import Result, Verdict, judge
from tests.corpus.truth import Corpus, Pile

KINDS = {"usual": USUAL, "furnished": FURNISHED, "held-out": HELD_OUT}
ROUNDS = 20


def main() -> int:
    options = arguments()
    corpus = compose(
        options.seed, KINDS[options.layouts], every=8 if options.quick else 1, only=options.only
    )
    call_command("migrate", verbosity=0)
    load(corpus.people)
    snapshot = Snapshot()
    goals = [] if options.only == "time" else measured(corpus, options.show)
    if options.only in ("", "text", "time"):
        goals += time_taken(corpus.big_pile, snapshot, 3 if options.quick else ROUNDS)
    say("", *goals)
    return 0 if all(goal.is_met for goal in goals) else 1


def measured(corpus: Corpus, limit: int) -> list[Goal]:
    """How the piles were read and matched, told and in figures."""
    verdicts = [
        verdict for group, piles in corpus.piles.items() for verdict in hand_in_all(group, piles)
    ]
    show_counts(verdicts)
    show_details(verdicts, limit)
    return goals_of(verdicts)


def arguments() -> Namespace:
    parser = ArgumentParser("benchmarks/intake", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="other people, days and pairs")
    parser.add_argument("--only", choices=["text", "pictures", "others", "time"], default="")
    parser.add_argument("--layouts", choices=KINDS, default="usual")
    parser.add_argument("--quick", action="store_true", help="an eighth of the files, three rounds")
    parser.add_argument(
        "--show", type=int, default=10, metavar="N", help="misses to list of each kind (10)"
    )
    return parser.parse_args()


def hand_in_all(group: str, piles: Iterable[Pile]) -> list[Verdict]:
    """The verdicts on the piles, with what the database holds checked against what was said."""
    verdicts = []
    for pile in piles:
        with drawn(pile.items) as folder:
            entries = hand_in(pile, folder)
        verdicts += judge(group, pile, entries)
    stored = Certificate.objects.filter(staff_member__isnull=False)
    said = {
        (verdict.entry["employee_number"], verdict.entry["completed_on"])
        for verdict in verdicts
        if verdict.entry and verdict.entry["outcome"] == "matched"
    }
    held = {
        (row.staff_member.employee_number, row.completed_on.isoformat())
        for row in stored
        if row.staff_member and row.completed_on
    }
    if said - held:
        sys.exit(f"Sagt men inte sparat: {sorted(said - held)}")
    return verdicts


# ---------------------------------------------------------------- What came out


def show_counts(verdicts: Sequence[Verdict]) -> None:
    for title, key in (("layout", "layout"), ("fall", "why")):
        for group in dict.fromkeys(verdict.group for verdict in verdicts):
            rows = defaultdict(list)
            for verdict in verdicts:
                if verdict.group == group and verdict.truth:
                    rows[getattr(verdict.truth, key)].append(verdict)
            say(
                "",
                f"{group}, per {title:<28} säkra/av  fel fråg avvi dubb tapp fel dag",
            )
            say(*(f"  {name:<40} {counts(found)}" for name, found in sorted(rows.items())))


def counts(verdicts: Sequence[Verdict]) -> str:
    results = Counter(verdict.result for verdict in verdicts)
    due = [verdict for verdict in verdicts if verdict.is_due]
    right = sum(verdict.result == Result.MATCHED for verdict in due)
    kinds = Result.WRONG, Result.ASKED, Result.REFUSED, Result.DUPLICATE, Result.LOST
    wrong_days = sum(v.result == Result.MATCHED and not v.is_day_right for v in verdicts)
    cells = [*(results[kind] for kind in kinds), wrong_days]
    return f"{right:>4}/{len(due):<4}" + "".join(f"{cell:>5}" for cell in cells)


def show_details(verdicts: Sequence[Verdict], limit: int) -> None:
    kinds: dict[str, Callable[[Verdict], bool]] = {
        "Missade": lambda v: v.is_due and v.result not in (Result.MATCHED, Result.WRONG),
        "Fel dag": lambda v: v.result == Result.MATCHED and not v.is_day_right,
        "Rätt person saknas bland kandidaterna": lacks_candidate,
        "Tappade": lambda v: v.result == Result.LOST,
        "Poster utöver intygen": lambda v: v.result == Result.EXTRA and v.group != "others",
    }
    for title, belongs in kinds.items():
        found = [verdict for verdict in verdicts if belongs(verdict)]
        if found:
            say("", f"{title}: {len(found)}", *unlike(found)[:limit])
    # Each of these is somebody else's certificate: all are named.
    wrong = [verdict for verdict in verdicts if verdict.result == Result.WRONG]
    say("", f"Tysta fel: {len(wrong)}", *(f"  {verdict}" for verdict in wrong))


def unlike(verdicts: Iterable[Verdict]) -> list[str]:
    """One of each layout first, then the second of each, so that few show many kinds."""
    seen: Counter[str] = Counter()
    ranked = []
    for verdict in verdicts:
        layout = verdict.truth.layout if verdict.truth else ""
        ranked.append((seen[layout], f"  {verdict}"))
        seen[layout] += 1
    return [line for _, line in sorted(ranked, key=lambda pair: pair[0])]


def is_asked_about_somebody(verdict: Verdict) -> bool:
    return verdict.result == Result.ASKED and bool(verdict.truth and verdict.truth.person)


def lacks_candidate(verdict: Verdict) -> bool:
    return is_asked_about_somebody(verdict) and verdict.place_of_person is None


def goals_of(verdicts: Sequence[Verdict]) -> list[Goal]:
    silent = [v for v in verdicts if v.result in (Result.MATCHED, Result.WRONG)]
    right = [verdict for verdict in silent if verdict.result == Result.MATCHED]
    asked = [verdict for verdict in verdicts if is_asked_about_somebody(verdict)]
    goals = [share("Tysta matchningar som är rätt, %", right, silent, 100)]
    for group, name, goal in (("text", "textfiler", 95), ("pictures", "bilder", 80)):
        due = [verdict for verdict in verdicts if verdict.group == group and verdict.is_due]
        matched = [verdict for verdict in due if verdict.result == Result.MATCHED]
        if due:
            goals.append(share(f"Funna bland {name}, %", matched, due, goal))
    goals.append(
        share("Dagen rätt bland de matchade, %", [v for v in right if v.is_day_right], right, 99)
    )
    lost = [verdict for verdict in verdicts if verdict.result == Result.LOST]
    goals.append(Goal("Intyg som ingen får veta något om", len(lost), 0, "", at_most=True))
    found = [verdict for verdict in asked if verdict.place_of_person is not None]
    first = [verdict for verdict in found if verdict.place_of_person == 0]
    return [
        *goals,
        share("Rätt person bland kandidaterna, %", found, asked, 0),
        share("Rätt person först, %", first, asked, 0),
    ]


def share(name: str, part: Sequence[object], whole: Sequence[object], goal: float) -> Goal:
    value = 100 * len(part) / len(whole) if whole else 100.0
    return Goal(name, value, goal, f"{len(part)} av {len(whole)}")


# ---------------------------------------------------------------- How long it takes


def time_taken(pile: Pile, snapshot: Snapshot, rounds: int) -> list[Goal]:
    """Reading, matching and storing, against pypdfium2 for the same bytes, in turns."""
    ours, text, places = list[float](), list[float](), list[float]()
    with drawn(pile.items) as folder:
        contents = [path.read_bytes() for path in sorted(folder.iterdir())]
        for _ in range(rounds):
            snapshot.restore()
            ours.append(seconds(lambda: hand_in(pile, folder)))
            text.append(seconds(lambda: [text_of(content) for content in contents]))
            places.append(seconds(lambda: [places_of(content) for content in contents]))
    name = f"Tid för {len(contents)} textfiler, gånger pypdfium2"
    return [
        ratio(name, ours, text, goal=2),
        ratio("  och varje bokstavs plats", ours, places),
    ]


def ratio(name: str, ours: list[float], theirs: list[float], *, goal: float = 0) -> Goal:
    """How many times as long we take, by the medians; without a goal it is only told."""
    medians = statistics.median(ours), statistics.median(theirs)
    detail = ", ".join(
        f"{who} median {1000 * statistics.median(times):.0f} ms, minst {1000 * min(times):.0f} ms"
        for who, times in (("vi", ours), ("pypdfium2", theirs))
    )
    return Goal(name, medians[0] / medians[1], goal, detail, at_most=bool(goal))


def text_of(content: bytes) -> list[str]:
    """What pypdfium2 does by itself: open, and the text of every page."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def places_of(content: bytes) -> list[tuple[str, list[tuple[float, ...]]]]:
    """What must be asked of it by whoever reads layouts: where each letter stands as well."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [
            (
                text.get_text_range(),
                [text.get_charbox(index, loose=True) for index in range(text.count_chars())],
            )
            for text in (page.get_textpage() for page in document)
        ]
    finally:
        document.close()


if __name__ == "__main__":
    sys.exit(main())
