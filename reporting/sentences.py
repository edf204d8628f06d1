"""Sentences about one activity, as functions of its facts; nothing here asks the database."""

from collections.abc import Callable
from datetime import timedelta

from focusareas.figure import Amount
from focusareas.models import Activity, State
from focusareas.swedish import NBSP, counted, in_a_row, long_date, number
from reporting.figures import ActivityFacts, MeetingFacts, Share
from reporting.phrases import FEW_UP_TO, Manner, say
from reporting.timing import late_remark, time_sentences

Measure = Activity.Measure
NAMED_UNITS = 3
FRESH = timedelta(days=90)
WORDS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")


def about(facts: ActivityFacts) -> str:
    """All there is to say of the activity, as one paragraph; empty when nothing is told yet."""
    figures = SENTENCES[Measure(facts.measure)](facts)
    if not figures and not facts.note:
        return ""
    if not figures:
        return " ".join([*_note(facts), *time_sentences(facts, "Aktiviteten", "klar", "försenad")])
    return " ".join([*figures, *time_sentences(facts, "Det", "klart", "försenat"), *_note(facts)])


def _note(facts: ActivityFacts) -> list[str]:
    """The owner's own words, with their day when that is long ago."""
    if not facts.note:
        return []
    sentence = as_sentence(facts.note)
    if facts.note_day and facts.note_day < facts.day - FRESH:
        return [f"{sentence} (Antecknat den {long_date(facts.note_day)}.)"]
    return [sentence]


def staff_sentences(facts: ActivityFacts) -> list[str]:
    """Who has taken the course: in all, own and contracted apart, waiting, and only declared."""
    if not _is_told(facts):
        return []
    course = _course(facts)
    if not facts.total.done:
        first = _none_of_the_obliged(facts, "medarbetare", "medarbetare")
        return [first, *_waiting(facts), *_declared(facts)]
    who = [f"{_staff(facts, facts.total.done)} medarbetare{_where(facts)}"]
    if facts.complete_units and not _names_units(facts):
        who.insert(0, units(facts, len(facts.complete_units)))
    first = f"Per {day(facts)} har {' och '.join(who)} gått {course} och har godkända intyg."
    return [first, *_by_operation(facts, "medarbetare"), *_waiting(facts), *_declared(facts)]


def key_person_course_sentences(facts: ActivityFacts) -> list[str]:
    """How many of the key persons have taken a course."""
    if not _is_told(facts):
        return []
    if not facts.total.done:
        first = _none_of_the_obliged(facts, "nyckelperson", "nyckelpersoner")
        return [first, *_waiting(facts), *_declared(facts)]
    said = _staff(facts, facts.total.done)
    first = (
        f"Per {day(facts)} har {said} nyckelpersoner gått {_course(facts)} "
        "och fått intyget godkänt."
    )
    return [first, *_by_operation(facts, "nyckelpersoner"), *_waiting(facts), *_declared(facts)]


def key_person_sentences(facts: ActivityFacts) -> list[str]:
    """How many key persons there are, and in how many units there is at least one."""
    people = facts.key_persons
    if not people or not (facts.own.expected or facts.contracted.expected):
        return []
    if not people.all:
        return [f"Per {day(facts)} är ingen nyckelperson inrapporterad.", *_declared(facts)]
    said = say(people.all, facts.saying.get("key_persons", Manner.EXACT), people=True)
    noun = "nyckelperson" if said == "1" else "nyckelpersoner"
    first = f"Per {day(facts)} är {said} {noun} inrapporterade{_key_person_split(facts)}."
    return [first, *_covered_units(facts), *_declared(facts)]


def routine_sentences(facts: ActivityFacts) -> list[str]:
    """In how many units the routine is confirmed."""
    if not facts.total.done and _only_invited(facts):
        invited = in_a_row([_routines(share, place) for share, place in _apart(facts)])
        return [f"{facts.title}: bekräftat av {invited} per {day(facts)}.", *_declared(facts)]
    if not facts.total.done and not facts.declared_units:
        return []
    if not facts.total.done:
        return [f"{facts.title}: ännu inte bekräftat av någon enhet.", *_declared(facts)]
    return [
        f"{facts.title}: bekräftat av {number(facts.total.done)} av "
        f"{counted(int(facts.total.expected or 0), 'enhet', 'enheter')} per {day(facts)}.",
        *_declared(facts),
    ]


def meeting_sentences(facts: ActivityFacts) -> list[str]:
    """The latest meeting, how many there have been this year, and the next."""
    sentences = []
    if facts.meetings_held:
        sentences.append(_meeting_held(facts, facts.meetings_held[-1]))
        sentences.append(_held_in_year(facts))
    if facts.meetings_planned:
        subject = "Nästa träff" if facts.meetings_held else f"{facts.title}: nästa träff"
        soonest, *later = facts.meetings_planned
        more = f", och ytterligare {_n_planned(len(later))}" if later else ""
        sentences.append(
            f"{subject} planeras till den {long_date(soonest.day)}{_theme(soonest)}{more}."
        )
    return sentences


def _held_in_year(facts: ActivityFacts) -> str:
    """How many meetings the year has had, of as many as it should where that is its target."""
    year = facts.meetings_held[-1].day.year
    if year == facts.year and facts.total.expected:
        expected = counted(int(facts.total.expected), "träff", "träffar")
        return f"Under {year} har {number(facts.total.done)} av {expected} hållits."
    held = sum(meeting.day.year == year for meeting in facts.meetings_held)
    return f"Under {year} hölls {counted(held, 'träff', 'träffar')}."


def _n_planned(count: int) -> str:
    return "en är planerad" if count == 1 else f"{number(count)} är planerade"


def milestone_sentences(facts: ActivityFacts) -> list[str]:
    """Nothing of its own: milestones are told together, unless there is a note."""
    return []


def indicator_sentences(facts: ActivityFacts) -> list[str]:
    """The latest value, where there is one."""
    if not facts.total.done:
        return []
    name = facts.indicator or facts.title
    goal = f", och målet är {number(facts.total.expected)}" if facts.total.expected else ""
    value = f"{number(facts.total.done)}{NBSP}{facts.unit_of_measure}".strip(NBSP)
    return [f"{name}: {day(facts)} är det senaste värdet {value}{goal}."]


SENTENCES: dict[str, Callable[[ActivityFacts], list[str]]] = {
    Measure.STAFF_CERTIFICATE: staff_sentences,
    Measure.KEY_PERSON_COURSE: key_person_course_sentences,
    Measure.UNIT_KEY_PERSON: key_person_sentences,
    Measure.UNIT_ROUTINE: routine_sentences,
    Measure.MEETINGS: meeting_sentences,
    Measure.MILESTONE: milestone_sentences,
    Measure.INDICATOR: indicator_sentences,
}


def milestone_item(facts: ActivityFacts) -> str:
    """A milestone in a list: its title, how many parts are done, and that it is late."""
    n_done = sum(state == State.DONE for state in facts.states)
    parts = ""
    if 0 < n_done < len(facts.states):
        parts = f"{n_done} av {len(facts.states)} delar är klara"
    remarks = ", ".join(filter(None, [parts, late_remark(facts)]))
    return f"{facts.title} ({remarks})" if remarks else facts.title


def day(facts: ActivityFacts) -> str:
    """The day the figure holds for."""
    return f"den {long_date(facts.day)}"


def units(facts: ActivityFacts, count: int) -> str:
    """A number of units, said as the plan tells."""
    said = say(count, facts.saying.get("units", Manner.EXACT))
    return f"{said}{NBSP}{'enhet' if count == 1 else 'enheter'}"


def as_sentence(text: str) -> str:
    """The text on one line, with a full stop where it has no end of its own."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", "…", ".”", ".)")) else f"{line}."


def _is_told(facts: ActivityFacts) -> bool:
    """Whether any evidence stands behind the figure, or somebody says that it will."""
    return bool(
        facts.total.done
        or facts.total.received
        or facts.own.done
        or facts.contracted.done
        or facts.declared_units
    )


def _none_of_the_obliged(facts: ActivityFacts, one: str, several: str) -> str:
    """What is said of a course that none of those who must has taken; the invited may have."""
    course = _course(facts)
    if _only_invited(facts):
        who = in_a_row([f"{_of(facts, share, several)} {place}" for share, place in _apart(facts)])
        return f"Per {day(facts)} har {who} godkända intyg från {course}."
    if not facts.total.expected:
        return f"Per {day(facts)} finns inga {several} som ska gå {course}."
    return f"Per {day(facts)} har ingen {one} ett godkänt intyg från {course}."


def _only_invited(facts: ActivityFacts) -> bool:
    """Whether only units that need not have done anything."""
    return not facts.total.done and bool(facts.own.done or facts.contracted.done)


def _apart(facts: ActivityFacts) -> list[tuple[Share, str]]:
    """Own and contracted where there are any, and where that is."""
    both = ((facts.own, _in_own_operations(facts)), (facts.contracted, _at_contracted(facts)))
    return [(share, place) for share, place in both if share.expected]


def _in_own_operations(facts: ActivityFacts) -> str:
    invited = facts.own_duty == Activity.Duty.INVITED
    return f"i egen regi{', där enheterna är inbjudna,' if invited else ''}"


def _at_contracted(facts: ActivityFacts) -> str:
    invited = facts.contracted_duty == Activity.Duty.INVITED
    return f"hos privata utförare{', som är inbjudna,' if invited else ''}"


def _routines(share: Share, place: str) -> str:
    return f"{number(share.done)} av {_n_units(share)} {place}"


def _opening(words: str) -> str:
    return words[0].upper() + words[1:]


def _staff(facts: ActivityFacts, count: Amount) -> str:
    return say(int(count), facts.saying.get("staff", Manner.EXACT), people=True)


def _course(facts: ActivityFacts) -> str:
    """The course by name, or that it is any of several."""
    if len(facts.courses) == 1:
        return f"utbildningen {facts.courses[0]}"
    if not facts.courses:
        return "utbildningen"
    n = len(facts.courses)
    return f"någon av de {WORDS[n] if n < len(WORDS) else number(n)} kurserna"


def _names_units(facts: ActivityFacts) -> bool:
    """Whether an activity for certain units has reached so few that they are called by name."""
    return facts.is_narrowed and 0 < len(facts.reached_units) <= NAMED_UNITS


def _where(facts: ActivityFacts) -> str:
    return f" vid {in_a_row(list(facts.reached_units))}" if _names_units(facts) else ""


def _by_operation(facts: ActivityFacts, noun: str) -> list[str]:
    """Own and contracted apart, each with what is expected there."""
    own, contracted = facts.own, facts.contracted
    here, there = _opening(_in_own_operations(facts)), _at_contracted(facts)
    if not contracted.expected:
        if not own.expected or (_names_units(facts) and facts.n_units <= NAMED_UNITS):
            return []
        return [f"{here} är det {_of(facts, own, noun)}."]
    if not own.expected:
        return [f"{_opening(there)} är det {_of(facts, contracted, noun)}."]
    return [f"{here} är det {_of(facts, own, noun)} och {there} {_of(facts, contracted, '')}."]


def _of(facts: ActivityFacts, share: Share, noun: str) -> str:
    """Done of expected; so few that a number would point them out are only some, all or none."""
    expected = int(share.expected or 0)
    done = _staff(facts, share.done) if share.done else "ingen"
    if share.done >= expected:
        done = "alla"
    if expected <= FEW_UP_TO:
        return done
    of, of_how_many = "" if done == "alla" else "av ", _staff(facts, expected)
    if done == of_how_many:
        # "drygt 40 av drygt 40" would say nothing.
        done, of_how_many = number(share.done), number(expected)
    return f"{done} {of}{of_how_many} {noun}".rstrip()


def _waiting(facts: ActivityFacts) -> list[str]:
    count = facts.total.received
    if not count:
        return []
    said = "ett" if count == 1 else number(count)
    return [f"Ytterligare {said} intyg har kommit in och väntar på granskning."]


def _declared(facts: ActivityFacts) -> list[str]:
    """Units that say they are done: a sentence of their own, never added to the figure."""
    count = len(facts.declared_units)
    if not count:
        return []
    if count == 1:
        return ["1 enhet har anmält att den är klar, men allt underlag har inte kommit in."]
    subject = f"Flera enheter, {number(count)} stycken," if count > 2 else "2 enheter"
    return [f"{subject} har anmält att de är klara, men allt underlag har inte kommit in."]


def _key_person_split(facts: ActivityFacts) -> str:
    people = facts.key_persons
    if not people or not facts.contracted.expected:
        return ", alla i egen regi" if people and people.all > 1 else ""
    if not people.contracted:
        return ", ingen av dem hos privata utförare"
    if not people.own:
        return ", alla hos privata utförare"
    return f", varav {say(people.contracted, Manner.EXACT, people=True)} hos privata utförare"


def _covered_units(facts: ActivityFacts) -> list[str]:
    """How many units have at least one; invited units apart, as they are held to nothing."""
    sentences = []
    if facts.own.expected:
        first, place = (
            f"{number(facts.own.done)} av {_n_units(facts.own)}",
            _in_own_operations(facts),
        )
        is_invited = facts.own_duty == Activity.Duty.INVITED
        sentences.append(
            f"{_opening(place)} har {first} minst en."
            if is_invited
            else f"{first} {place} har minst en."
        )
    if facts.contracted.expected:
        sentences.append(
            f"{_opening(_at_contracted(facts))} har {number(facts.contracted.done)} av "
            f"{_n_units(facts.contracted)} minst en."
        )
    return sentences


def _n_units(share: Share) -> str:
    return counted(int(share.expected or 0), "enhet", "enheter")


def _meeting_held(facts: ActivityFacts, meeting: MeetingFacts) -> str:
    where = f"träffen den {long_date(meeting.day)}{_theme(meeting, closed=True)}"
    if not meeting.attendance:
        return f"En träff hölls den {long_date(meeting.day)}{_theme(meeting)}."
    came = say(meeting.attendance, facts.saying.get("attendance", Manner.EXACT), people=True)
    return f"Vid {where} deltog {came} medarbetare."


def _theme(meeting: MeetingFacts, *, closed: bool = False) -> str:
    theme = " ".join(meeting.theme.split()).rstrip(".")
    if not theme:
        return ""
    # Inside a sentence a theme begins small, unless it is an abbreviation or a name in capitals.
    if not theme[1:2].isupper():
        theme = theme[0].lower() + theme[1:]
    return f", med fokus på {theme}{',' if closed else ''}"
