"""How the weight of each theme drifts through the invented years, and which events call people in.

The themes themselves and the events are reference data.
"""

from datetime import date

# How likely a network in the area of an event is to meet for it within weeks.
CALLS = {
    "E001": 0.9,
    "E004": 0.6,
    "E005": 0.3,
    "E006": 0.9,
    "E007": 0.7,
    "E008": 0.2,
    "E009": 0.5,
    "E010": 0.35,
    "E011": 0.3,
    "E012": 0.4,
    "E013": 0.8,
    "E017": 0.9,
    "E018": 0.3,
    "E020": 0.3,
    "E022": 0.25,
    "E025": 0.25,
    "E026": 0.5,
    "E029": 0.45,
    "E030": 0.75,
    "E031": 0.35,
    "E032": 0.12,
    "E033": 0.9,
    "E034": 0.9,
}


def base_weights(day: date) -> dict[str, float]:
    """What a regular meeting is likely to be about on a day, events left aside."""
    year = day.year
    corona = date(2020, 3, 10) <= day <= date(2022, 2, 25)
    shelter = 2015 <= year <= 2016 or year >= 2022
    new_year = (day.month, day.day) >= (11, 5) or (day.month, day.day) <= (1, 25)
    return {
        "youth_nuisance": 3.0,
        "discrimination": 1.1 if year < 2020 else 1.7,
        "refugee_shelter": 1.3 if shelter else 0.3,
        "radicalisation": 1.4 if 2014 <= year <= 2019 else 0.6,
        "face_covering_law": 0.25 if 2018 <= year <= 2020 else 0.0,
        "polarisation": 0.6 if year < 2020 else 1.5,
        "foreign_conflict": 1.9 if day >= date(2023, 10, 7) else 0.6,
        "trust": 1.6,
        "government_measures": 4.0 if corona else 0.25,
        "new_year_and_events": 4.5 if new_year else 0.3,
        "organised_crime": 0.6 if year < 2019 else 0.9 + 0.12 * (year - 2019),
        "liveability": 2.2,
        "livelihood": 1.9 if 2022 <= year <= 2024 else 0.8,
        "loneliness_and_care": 2.0 if corona else 0.9,
        "online_safety": 0.2 if year < 2016 else 0.2 + 0.13 * (year - 2016),
        "other": 0.5,
    }
