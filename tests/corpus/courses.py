"""Courses by the words that certificates use, and those that belong to no plan."""

from tests.corpus.sheet import CourseText

NCK = "Nationellt centrum för kvinnofrid"
COURSES = {
    "nck-vald": (CourseText("nck-vald", "Webbkurs om våld", NCK),),
    "heder-lst": (CourseText("heder-lst", "Webbkurs Heder", "Länsstyrelsen Stockholm"),),
    "heder-sos": (
        CourseText(
            "heder-sos", "Hedersrelaterat våld och förtryck – socialtjänsten", "Socialstyrelsen"
        ),
    ),
    "heder-mucf": (
        CourseText("heder-mucf", "Rätt att veta! – Hedersrelaterat våld och förtryck", "MUCF"),
    ),
    "patriark": (CourseText("patriark", "Utbildning i PATRIARK", "Socialstyrelsen"),),
    "samtal-om-vald": (CourseText("samtal-om-vald", "Samtal om våld", "Socialstyrelsen"),),
}
FOREIGN = (
    CourseText(None, "Hjärt-lungräddning för vuxna (HLR)", "Svenska rådet för hjärt-lungräddning"),
    CourseText(None, "Brandskydd – grundkurs", "Räddningstjänsten"),
    CourseText(None, "Basala hygienrutiner", "Socialstyrelsen"),
    CourseText(None, "Webbkurs om våldsbejakande extremism", "Center mot våldsbejakande extremism"),
    CourseText(None, "Lågaffektivt bemötande", "Vårdutbildarna AB"),
    CourseText(None, "Förflyttningsteknik", "Hjälpmedelscentralen"),
)
