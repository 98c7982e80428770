"""The invented networks of the demo: where, when, how large, and how 2026 goes for each.

Nothing here is drawn by lot; story.py fills in the years that are not written down.
"""

from dataclasses import dataclass
from datetime import date

TEAMS = {
    "NUD": "noordoostpolder-urk-dronten",
    "AHP": "almere-haven-poort",
    "ALS": "almere-stad",
    "ABH": "almere-buiten-hout",
    "LZW": "lelystad-zeewolde",
    "GON": "gooi-noord",
    "GOZ": "gooi-zuid",
    "SVR": "stichtse-vecht-de-ronde-venen",
    "COP": "de-copen",
    "LEK": "lekpoort",
    "BES": "bes",
    "AMF": "amersfoort",
    "BIN": "binnensticht",
    "HVR": "heuvelrug",
    "UTN": "utrecht-noord",
    "UTC": "utrecht-centrum",
    "UTW": "utrecht-west",
    "UTZ": "utrecht-zuid",
}
SCALES = {"s": "street", "n": "neighbourhood", "c": "city"}
# An area called after a wind or a centre says nothing without its municipality.
BARE = {"Centrum", "Noord", "Oost", "West", "Noordoost", "Noordwest", "Zuidoost", "Zuidwest"}


@dataclass(frozen=True)
class Network:
    """One invented network; `script` holds the meetings that are written down, not drawn."""

    network_id: str
    municipality: str
    area: str
    scale: str
    started_on: date
    ended_on: date | None
    members: tuple[int, int, int]
    rate: float | None
    script: tuple[str, ...]

    @property
    def basisteam(self) -> str:
        return TEAMS[self.network_id[:3]]

    @property
    def name(self) -> str:
        area = f"{self.municipality}-{self.area}" if self.area in BARE else self.area
        return f"Bondgenoten {area}"


# id|municipality|area|scale|start|end|police/municipality/citizens|usual meetings a year|script
# Script: h held, u held and urgent, p planned, o planned and passed without word, c cancelled;
# a letter with one digit is a number of meetings in 2026, with four digits a day of 2026 (mmdd),
# with six any day (yymmdd).
TABLE = """
AHP-01|Almere|Almere Poort|n|2016-05-17|2021-03-31|1/1/5|4.4|
ALS-01|Almere|Stedenwijk|n|2016-03-08|2018-06-30|1/1/4|2.8|
ALS-02|Almere|Muziekwijk|n|2021-02-15||1/1/6||h5 p1 c1
ALS-03|Almere|Filmwijk|n|2022-01-24||1/1/5||h4 p1208
ALS-04|Almere|Stedenwijk|n|2023-09-04||1/1/4||h0120 h0416 h0629 o1012
ALS-05|Almere|Almere Stad|c|2022-05-09|2024-12-31|1/2/7|3.4|
ABH-01|Almere|Almere Buiten|n|2016-10-03|2019-03-31|1/1/3|2.6|
ABH-02|Almere|Almere Buiten|n|2021-11-01||1/1/6||h3 p1126 p1217
ABH-03|Almere|Nobelhorst|n|2025-02-10||1/1/5||h4 p1 c1
ABH-04|Almere|Almere Hout|n|2027-01-11||1/1/4||p270120 p270317
LZW-01|Lelystad|Atolwijk|n|2016-02-16|2017-12-31|1/1/3|2.9|
LZW-02|Lelystad|Zuiderzeewijk|n|2020-09-14||1/1/5|4.3|h0324 h0922 c1
LZW-03|Zeewolde|Zeewolde|c|2023-04-03||1/0/5|4.6|h0310 h0707
GOZ-01|Hilversum|Noordoost|n|2016-09-12||1/1/6|4.6|o251118 o0217
GOZ-02|Hilversum|Zuidoost|n|2022-10-10||1/1/4|4.8|o0120 o0414
SVR-01|Stichtse Vecht|Maarssen|n|2016-04-04|2018-12-31|1/1/5|3.1|
SVR-02|Stichtse Vecht|Breukelen|n|2021-09-20||1/1/7||h5 p1
SVR-03|De Ronde Venen|Mijdrecht|n|2022-11-14||1/1/5||h4 p1214
SVR-04|De Ronde Venen|Abcoude|n|2023-03-06|2026-09-15|1/1/3|4.1|h0219 h0611
SVR-05|De Ronde Venen|Vinkeveen|n|2024-06-03|2025-06-30|1/1/2|3.4|
COP-01|Woerden|Woerden|c|2015-10-01||1/1/7|5.6|h0113 h0311 h0519 h0707 h0916 o1110 u151012
COP-02|IJsselstein|IJsselstein|c|2020-11-09||1/1/5||h0127 h0414 h0630 o1006
COP-03|Montfoort|Montfoort|c|2021-10-11||1/1/4||h0205 h0709
COP-04|Oudewater|Oudewater|c|2022-09-05||1/1/3||h0310 h0526 h0825 o1117 p1215
COP-05|Lopik|Lopik|c|2023-10-02||1/1/4||h0122 h0423 h0702 h0917
LEK-01|Nieuwegein|Batau Noord|n|2018-10-08||1/1/5||h4 c1
LEK-02|Nieuwegein|Galecop|n|2021-05-17||1/1/7||h3 o1109
LEK-03|Nieuwegein|Fokkesteeg|n|2020-02-03|2022-12-31|1/1/4|3.2|
LEK-04|Houten|Houten|c|2022-06-13||1/1/8|5.2|h5 p1 u251015 u251023
LEK-05|Nieuwegein|Vreeswijk|n|2024-10-20||1/1/4|4.2|h0203 c0428
LEK-06|Vijfheerenlanden|Vianen|n|2024-11-04|2025-12-31|1/1/3|3.8|
BES-01|Soest|Soest|c|2015-09-21|2017-06-30|1/1/4|2.7|
BES-02|Soest|Soest|c|2021-03-15||1/1/6||h4 p1
BES-03|De Bilt|Bilthoven|n|2022-03-21||1/1/5||h0119 h0316 h0511 h0914 h1109 p1214
BES-04|Baarn|Baarn|c|2024-10-19||1/1/3|4.4|h0421 h0908
AMF-01|Amersfoort|Liendert|n|2012-09-10||2/1/6|5.6|h6 p1
AMF-02|Amersfoort|Kruiskamp|n|2019-11-04||1/1/7||h5 p1
AMF-03|Amersfoort|Schothorst-Zuid|n|2021-01-18||1/1/5||h4 p1210
AMF-04|Amersfoort|Schuilenburg|n|2022-02-07||1/1/4||h0128 u0416 h0909
AMF-05|Amersfoort|Nieuwland|n|2022-09-26||1/1/6||h0113 h0407 h0630
AMF-06|Amersfoort|Vathorst-De Laak|n|2022-04-11|2025-08-31|1/1/5|3.6|u241111
AMF-07|Amersfoort|Randenbroek|n|2023-05-15|2026-06-30|1/1/4|4.0|h0312
AMF-08|Amersfoort|Soesterkwartier|n|2026-10-21||1/1/6||h1110 p1215
BIN-01|Zeist|Zeist-West|n|2015-06-08||1/1/6|5.2|h5 p1
BIN-02|Leusden|Leusden|c|2021-12-06||1/1/5||h3 p1203 p1217
BIN-03|Bunnik|Bunnik|c|2023-11-13||1/1/3|4.2|
BIN-04|Zeist|Zeist-Noord|n|2021-06-07|2023-06-30|1/1/4|3.0|
HVR-01|Veenendaal|Noordoost|n|2015-11-16|2018-03-31|1/1/5|3.0|
HVR-02|Veenendaal|Zuidoost|n|2020-10-05||1/1/6||h5 p1
HVR-03|Rhenen|Rhenen|c|2022-08-29|2026-12-04|1/1/3|4.2|h0330 h0706
HVR-04|Wijk bij Duurstede|Wijk bij Duurstede|c|2024-02-29||1/1/5||h4 p1
HVR-05|Utrechtse Heuvelrug|Doorn|n|2022-03-14|2022-12-31|1/1/2|0|
UTN-01|Utrecht|Overvecht|n|2007-05-09||1/1/8|7.2|h9 p1 u151116 u070612 u190319 u200815 u250102
UTN-02|Utrecht|Zuilen|n|2016-01-18|2019-02-28|1/1/4|3.2|
UTN-03|Utrecht|Zuilen|n|2020-01-20||1/1/6||h5 p1
UTN-04|Utrecht|Ondiep|n|2020-09-07||1/1/5||h4 p1 c1
UTN-05|Utrecht|Overvecht-Zuid|n|2021-10-04||1/1/7|5.6|h5
UTN-06|Utrecht|Amsterdamsestraatweg|s|2022-09-19||1/1/5||h0122 h0407 h0702 h0924 p1123
UTN-07|Utrecht|Overvecht-Noord|n|2022-11-07|2026-06-30|1/1/4|4.8|h0120 h0331 h0630
UTN-08|Utrecht|Noordwest|n|2024-05-13||1/1/6||h4 o1117
UTC-01|Utrecht|Binnenstad|n|2015-05-11||1/1/6|5.6|u0117 h0224 h0414 h0623 h0908 h1103 p1208
UTC-02|Utrecht|Oost|n|2020-11-23||1/1/5||h4 p1
UTC-03|Utrecht|Wittevrouwen|n|2021-04-19|2024-06-30|1/1/4|3.4|
UTC-04|Utrecht|Noordoost|n|2026-11-09||1/1/0||p1209 p270210
UTW-01|Utrecht|Leidsche Rijn|n|2015-09-07||1/1/6|5.3|h5 p1
UTW-02|Utrecht|Vleuten-De Meern|n|2021-08-30||1/1/6||h3 p1130 p1214
UTW-03|Utrecht|Leidsche Rijn Centrum|n|2023-02-20||1/1/5||h4 p1202 p1221
UTZ-01|Utrecht|Kanaleneiland|n|2008-02-18||1/1/9|6.2|h7 p1 u190320 u200819 u250103
UTZ-02|Utrecht|Hoograven|n|2011-03-07|2016-12-31|1/1/4|3.8|u151123
UTZ-03|Utrecht|Lombok|n|2019-09-16||1/1/7|5.6|h0121 h0310 h0512 h0825 h1123 p1216
UTZ-04|Utrecht|Lunetten|n|2021-03-01||1/1/5||h4 p1
UTZ-05|Utrecht|Rivierenwijk|n|2022-05-30||1/1/5||h3 p1201 c1
UTZ-06|Utrecht|Kanaalstraat|s|2023-01-30||1/1/6||h0105 h0112 h0119 u0126 h0202
UTZ-07|Utrecht|Hoograven|n|2026-10-20||1/1/5||p1208 p270119
UTZ-08|Utrecht|Dichterswijk|n|2021-11-15|2024-03-31|1/1/3|3.2|
"""

CORONA = "Geen bijeenkomsten door coronamaatregelen"
PAUSES: tuple[tuple[str, str, str, str], ...] = (
    ("AHP-01", "2020-10-14", "2021-02-28", CORONA),
    ("ALS-03", "2027-01-04", "2027-02-28", "Verhuizing van het wijkcentrum"),
    ("AMF-01", "2020-03-16", "2020-06-30", CORONA),
    ("AMF-01", "2020-11-04", "2021-04-30", CORONA),
    ("AMF-04", "2026-03-01", "2026-05-31", "Verbouwing van het buurthuis"),
    ("BES-03", "2026-07-01", "2026-08-31", "Zomerstop in overleg met de deelnemers"),
    ("BIN-01", "2018-07-01", "2018-09-30", "Nieuw contact bij de politie nog niet aangewezen"),
    ("BIN-03", "2025-12-01", "", "Wacht op nieuwe deelnemers uit het dorp"),
    ("COP-02", "2025-06-01", "2025-08-31", "Zomerstop in overleg met de deelnemers"),
    ("GOZ-01", "2020-03-16", "2020-09-30", CORONA),
    ("HVR-02", "2024-02-29", "2024-04-30", "Geen ruimte beschikbaar"),
    ("LZW-03", "2026-10-01", "", "Gemeente heeft tijdelijk geen contactpersoon"),
    ("UTC-02", "2023-07-01", "2024-02-29", "Netwerk heringericht na nieuwe wijkindeling"),
    ("UTW-01", "2020-12-15", "2021-05-31", CORONA),
    ("UTW-02", "2024-11-15", "2025-01-31", "Capaciteit tijdelijk elders ingezet"),
    ("UTZ-01", "2020-03-16", "2020-08-31", CORONA),
)


def networks() -> list[Network]:
    """The cast, in the order of their numbers."""
    return sorted(map(_network, TABLE.split("\n")[1:-1]), key=lambda n: n.network_id)


def _network(line: str) -> Network:
    key, town, area, scale, start, end, members, rate, script = line.split("|")
    police, municipality, citizens = map(int, members.split("/"))
    return Network(
        key,
        town,
        area,
        SCALES[scale],
        date.fromisoformat(start),
        date.fromisoformat(end) if end else None,
        (police, municipality, citizens),
        float(rate) if rate else None,
        tuple(script.split()),
    )


def paused(network_id: str, day: date) -> bool:
    """Whether the network lies still on a day."""
    text = day.isoformat()
    return any(n == network_id and a <= text <= (b or "9999") for n, a, b, _ in PAUSES)
