"""Names that are hard on purpose: hyphens, particles, diacritics, orders, short forms."""

GIVEN = """
Anna Maria Karin Eva Lena Kristina Kerstin Sara Emma Malin Jenny Hanna Linda Ida Elin Johanna Sofia
Erik Lars Karl Anders Johan Per Nils Mikael Fredrik Gunnar Olof Bo Ulf Jan Kim Maj Siv Ann Jon Li
Åsa Åke Örjan Östen Märta Håkan Gösta Göran Björn Pär Sören Cecilia Amélie Zoë Renée José Noël
Anna-Lena Ann-Marie Britt-Inger Karl-Johan Per-Åke Eva-Lotta Lars-Göran Maj-Britt Carl-Henrik
Päivi Jyrki Aino Väinö Marja-Liisa Pirkko Seppo Hannele
Mohammed Fatima Abdi Abdul-Rahman Nour Yasmin Zahra Hodan Amina Khadija Ahmed
Łukasz Małgorzata Agnieszka Zbigniew Grażyna Stanisław Wojciech
María Ángel Begoña Iñaki Concepción Nuño Jesús
Đorđe Živka Željko Ștefan Øyvind Søren Þóra Gizem Işıl Dávid Zsófia Thị Nguyệt
""".split()

FAMILY = (
    """
Andersson|Johansson|Karlsson|Nilsson|Eriksson|Larsson|Olsson|Persson|Svensson|Gustafsson|Pettersson
Lindqvist|Berg|Lund|Ek|Holm|Björk|Sjöberg|Åkesson|Öberg|Ångström|Hägg|Ström|Lindström|Sandström|Dahl
Håkansson Björk|Lind Öberg|Bergström-Holm|Ek-Andersson|Nordin Åberg|Dahl-Hägg|Hall Lindén|Wall-Ström
von Essen|af Klint|de la Gardie|von der Lancken|De Silva|van den Berg|ter Horst|af Ugglas|Di Rocco
O'Brien|D'Angelo|M'Barek|O'Neill
Mäkinen|Hämäläinen|Väisänen|Yli-Koski|Järvinen|Ylönen
al-Hassan|El Khoury|Abu Bakr|bin Saleh|Abdullahi Warsame|Haji Ali|Al Masri|Hosseini|Ben Youssef
Wiśniewska|Kowalczyk|Żółkiewski|Nowak-Jabłońska|Łęcki|Dąbrowska
García Lorca|Núñez de Balboa|Fernández|Ibáñez Peña|López y Soto|de la Cruz Rodríguez
Đorđević|Živković|Øverland|Sørensen|Þorsteinsdóttir|Nguyễn|Yılmaz|Kovács|Țepeș|Dvořák|Strauß
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

SHORT_FORMS = {
    "Karl": "Kalle",
    "Lars": "Lasse",
    "Per": "Pelle",
    "Johan": "Jojje",
    "Fredrik": "Fredde",
    "Mikael": "Micke",
    "Kristina": "Kicki",
    "Karin": "Kajsa",
    "Johanna": "Hanna",
    "Maria": "Mia",
    "Cecilia": "Cissi",
    "Mohammed": "Moha",
    "Stanisław": "Staszek",
    "Małgorzata": "Gosia",
    "Björn": "Nalle",
}

# What a hasty eye takes for the same.
LOOKALIKES = {
    "Anna": "Anne",
    "Kristina": "Christina",
    "Sara": "Sarah",
    "Sofia": "Sofie",
    "Jenny": "Jennie",
    "Ann": "Anna",
    "Erik": "Eric",
    "Jon": "John",
    "Mohammed": "Mohamed",
    "Fatima": "Fatma",
    "Malin": "Marlin",
    "Johansson": "Johanson",
    "Karlsson": "Carlsson",
    "Pettersson": "Petersson",
    "Eriksson": "Ericsson",
    "Lindqvist": "Lindkvist",
    "Svensson": "Svenson",
    "Nilsson": "Nielsen",
    "Berg": "Bergh",
    "Lund": "Lundh",
    "Ek": "Eek",
    "Björk": "Björck",
    "Holm": "Holmer",
    "Kowalczyk": "Kowalczuk",
    "Mäkinen": "Mäkelä",
    "Fernández": "Hernández",
    "Hosseini": "Hussaini",
}
