"""Pays the same certificates many times at once, while others approve and withdraw."""

import random
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier
from typing import Any

import django

django.setup()

from _measuring import Goal, say, seconds
from django.core.management import call_command
from django.db import connection
from django.db.models import Sum

from focusareas import reimbursement, review
from focusareas.models import Activity, Certificate, Payment, PaymentBatch, User
from focusareas.refusal import RefusedError
from tests import factories as make

ON = date(2023, 6, 1)
AT_ONCE = 20
ALREADY, CHANGED, PAID = "redan utbetalt", "underlaget ändrat", "utbetalt"
WORDS = {reimbursement.ALREADY_PAID: ALREADY, reimbursement.CHANGED: CHANGED}


def main() -> int:
    parser = ArgumentParser("benchmarks/payments", description=__doc__)
    parser.add_argument("--attempts", type=int, default=1000, help="how many pay in all (1000)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, rounds = random.Random(options.seed), -(-options.attempts // AT_ONCE)
    call_command("migrate", verbosity=0)
    activity = make.make_activity("1.2", courses=(make.make_course(),), amount_sek=500)
    lead = make.make_user(is_development_lead=True)
    told: Counter[str] = Counter()
    took = seconds(lambda: [told.update(a_round(activity, lead, chance)) for _ in range(rounds)])
    goals = measured(told, rounds)
    say(f"{connection.vendor}: {rounds * AT_ONCE} försök, {AT_ONCE} åt gången, {took:.0f} s")
    say(*(f"  {count:5} {words}" for words, count in told.most_common()), *goals, "")
    return 0 if all(goal.is_met for goal in goals) else 1


def a_round(activity: Activity, lead: User, chance: random.Random) -> list[str]:
    """What each of those who pay at once is told; two others change what is due meanwhile."""
    earn(activity, chance)
    if paid := list(Payment.objects.filter(is_return=False).values_list("certificate", flat=True)):
        withdraw(chance.choice(paid), lead)
    basis = reimbursement.due(activity.plan, on=ON).basis
    ready = Barrier(AT_ONCE + 2)

    def together(act: Callable[[], Any]) -> str:
        ready.wait()
        try:
            act()
        except RefusedError as refusal:
            return WORDS.get(str(refusal), str(refusal))
        except Exception as error:  # Whatever breaks is what this looks for.
            return repr(error)
        finally:
            connection.close()
        return PAID

    def pay() -> None:
        reimbursement.pay(activity.plan, basis=basis, on=ON, by=lead)

    key = chance.choice(paid or [0])
    with ThreadPoolExecutor(AT_ONCE + 2) as pool:
        payers = [pool.submit(together, pay) for _ in range(AT_ONCE)]
        pool.submit(together, lambda: earn(activity, chance))
        pool.submit(together, lambda: withdraw(key, lead))
    return [payer.result() for payer in payers]


def earn(activity: Activity, chance: random.Random) -> None:
    """A few more approved certificates at a unit of their own."""
    unit, course = make.make_unit(), activity.courses.get()
    for _ in range(chance.randint(1, 5)):
        person = make.make_staff_member(unit=unit)
        make.make_certificate(person, course, unit, ON, approved_on=ON)


def withdraw(key: int, lead: User) -> None:
    """Take an approval back, unless that is done."""
    held = Certificate.objects.filter(pk=key, withdrawn_on__isnull=True).first()
    if held:
        review.withdraw(held, reason="fel", by=lead, on=ON)


def measured(told: Counter[str], rounds: int) -> list[Goal]:
    """Whether anything was paid twice, lost or broken."""
    balances = Payment.objects.values("certificate").annotate(sum=Sum("amount_sek"))
    sums = Counter(row["sum"] for row in balances.order_by())
    total = Payment.objects.aggregate(sum=Sum("amount_sek"))["sum"] or Decimal(0)
    twice = sum(count for balance, count in sums.items() if balance not in (0, 500))
    broken = sum(told.values()) - told[PAID] - told[ALREADY] - told[CHANGED]
    return [
        Goal("intyg med annat saldo än 0 eller 500 kronor", twice, 0, "", at_most=True),
        Goal(
            "skillnad mot 500 kronor för varje intyg",
            abs(total - 500 * sums[Decimal(500)]),
            0,
            "",
            at_most=True,
        ),
        Goal(
            "utbetalningar fler än omgångar",
            PaymentBatch.objects.count() - rounds,
            0,
            "",
            at_most=True,
        ),
        Goal("försök som varken betalade eller fick ett svar", broken, 0, "", at_most=True),
    ]


if __name__ == "__main__":
    sys.exit(main())
