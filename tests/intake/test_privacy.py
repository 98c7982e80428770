"""What points at a person is found; what only looks like it is not. Numbers are invented."""

import json
import re
from datetime import date
from time import process_time

import pytest
from deliveries import CAST, NETWORKS, found, with_cell, with_rows
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.nl import bsn

from bondgenoten import store
from bondgenoten.intake.candidates import is_candidate
from bondgenoten.intake.declaring import wrong_with
from bondgenoten.intake.privacy import personal, searched


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bel 06-12345678", "phone"), ("06 12 34 56 78", "phone"), ("+31 6 12345678", "phone"),
        ("0031612345678", "phone"), ("030-1234567", "phone"), ("(030) 123 45 67", "phone"),
        ("0346-123456", "phone"), ("+31 (0)30 234 56 78", "phone"),
        ("31612345678", "phone"), ("31612345678.0", "phone"), ("tel 31-6-12345678", "phone"),
        ("wa.me/31612345678", "phone"), ("0-6-12345678", "phone"), ("0 6 1234 5678", "phone"),
        ("0.6.1.2.3.4.5.6.7.8", "phone"), ("0(6)12345678", "phone"),
        ("jan(a)voorbeeld.nl", "email"), ("jan apenstaartje voorbeeld.nl", "email"),
        ("123456782", "bsn"), ("BSN 111222333", "bsn"), ("12345672", "bsn"),
        ("123.456.782", "bsn"), ("mail jan.jansen@voorbeeld.nl even", "email"),
        ("NL91 ABNA 0417 1643 00", "iban"), ("NL91ABNA0417164300 t.n.v. Jan", "iban"),
        ("BE68539007547034", "iban"), ("BE68 5390 0754 7034", "iban"),
        ("auto 12-AB-34", "plate"), ("GB-123-X", "plate"), ("kenteken 12BXD3", "plate"),
        ("geboren 3 mei 1980", "birth_date"), ("geb. 03-05-1980", "birth_date"),
        ("geboortedatum: 1980-05-03", "birth_date"), ("born 3 May 1980", "birth_date"),
    ],
)  # fmt: skip
def test_a_text_that_points_at_a_person_is_known_by_its_kind(text, kind):
    assert personal(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "UTN-01", "LEK-01", "N00001", "123456789", "Zomerstop, verhuizing buurthuis", "3511 AB",
        "verplaatst van 01-02-2026 10:00", "06-12-2026 10:00", "Overvecht 2020-2024", "3-mrt-26",
        "2026-09-30 2026-10-01", "geboren en getogen in Zuilen", "gebouw 4-5-20", "politie 0900-8844",
        "straat 12 tot 14", "@home", "1.200 bezoekers", "",
    ],
)  # fmt: skip
def test_an_ordinary_text_is_let_through(text):
    assert personal(text) is None


PERSON = "jan@voorbeeld.nl"
DISGUISED = [
    ("123-45-6782", "bsn"), ("123.45.6782", "bsn"), ("123 45 6782", "bsn"), ("1234-56-782", "bsn"),
    ("123-456-782", "bsn"), ("12 34 56 782", "bsn"), ("12345-6782", "bsn"), ("123 45-6782", "bsn"),
    ("2026 123-45-6782 en", "bsn"), ("bsn: 123/456/782", "bsn"), ("123\u200b456\u200b782", "bsn"),
    ("123\u00ad456782", "bsn"), ("\u202d123456782\u202c", "bsn"), ("１２３４５６７８２", "bsn"),
    ("١٢٣٤٥٦٧٨٢", "bsn"), ("123\u2011456\u2011782", "bsn"), ("123\u00a0456\u00a0782", "bsn"),
    ("123–45–6782", "bsn"), ("123-45-672", "bsn"), ("jan＠voorbeeld．nl", "email"),
    ("jan\u200b@voorbeeld.nl", "email"), ("jan (at) voorbeeld.nl", "email"),
    ("jan[at]voorbeeld.nl", "email"), ("Jan {AT} voorbeeld (dot) nl", "email"),
    ("jan @ voorbeeld.nl", "email"), ("jan at voorbeeld punt nl", "email"),
    ("jan(apenstaartje)voorbeeld[punt]nl", "email"), ("06 1234 5678", "phone"), ("06.12.34.56.78", "phone"),
    ("+31 (0)6-12345678", "phone"), ("(06) 12345678", "phone"), ("06 (1234) 5678", "phone"),
    ("0６-1234\u200b5678", "phone"), ("06 - 1234 - 5678", "phone"), ("NL91\u200bABNA0417164300", "iban"),
    ("1 2 3 4 5 6 7 8 2", "bsn"), ("123 - 45 - 6782", "bsn"), ("123  45  6782", "bsn"), ("BSN123-45-6782", "bsn"),
    ("123_456_782", "bsn"), ("123\ufe0f456\ufe0f782", "bsn"), ("1\ufe0f\u20e323456782", "bsn"), ("123\x01456782", "bsn"),
    ("123\u034f456782", "bsn"), ("06_12345678", "phone"), ("jan AT voorbeeld DOT nl", "email"),
    ("12–AB–34", "plate"), ("geb\u00adoren 3 mei 1980", "birth_date"),
    ("O6-12345678", "phone"), ("o6 1234 5678", "phone"), ("06-1234567O", "phone"), ("06-l2345678", "phone"),
    ("nul zes twaalf vierendertig zesenvijftig achtenzeventig", "phone"), ("06 twaalf 34 zesenvijftig 78", "phone"),
    ("Nul Zes, één twee drie vier vijf zes zeven acht", "phone"), ("zero six one two three four five six seven eight", "phone"),
    ("nul drie nul, twee drie vier vijf zes zeven acht", "phone"), ("jan @ voorbeeld . nl", "email"),
    ("jan@voorbeeld . nl", "email"), ("jan@voorbeeld. nl", "email"), ("jan @ post . voorbeeld . de", "email"),
    ("nul zes - 12345678", "phone"), ("jan apestaartje voorbeeld punt nl", "email"),
    ("kenteken ab 123 c", "plate"), ("Kenteken: gb123x", "plate"), ("nummerbord 12 ab 34", "plate"),
    ("gb 030485", "birth_date"), ("geb. 03-04-85", "birth_date"), ("GB: 03-04-1985", "birth_date"),
    ("geb.dat. 03-04-1985", "birth_date"), ("gebdatum 03041985", "birth_date"), ("geboren op 3/4/85", "birth_date"),
    ("12-03-1987 geboren", "birth_date"), ("12-3-87 geb.", "birth_date"), ("(12 maart 1987) geb", "birth_date"),
    ("12 mrt '87, geboren te Ede", "birth_date"), ("1987-03-12 is zij geboren", "birth_date"), ("geb. 12-3-87", "birth_date"),
    ("12/3/1987 (dob)", "birth_date"), ("12 March 1987 is born", "birth_date"), ("12.03.1987 geboortedatum", "birth_date"),
    ("j a n @ voorbeeld . nl", "email"), ("j a n @ v o o r b e e l d . n l", "email"), ("jan @ v o o r b e e l d . nl", "email"),
    ("j.j a n s e n @ p o s t . nl", "email"), ("0 3 0 2 3 4 5 6 7 8", "phone"), ("0-3-0-2-3-4-5-6-7-8", "phone"),
    ("0 . 3 . 0 . 2 . 3 . 4 . 5 . 6 . 7 . 8", "phone"), ("0-30-2345678", "phone"), ("0 30 2345678", "phone"),
    ("06*12345678", "phone"), ("06~12345678", "phone"), ("06|12 34 56 78", "phone"), ("06,12345678", "phone"),
    ("tel 6 12345678", "phone"), ("tel. 302345678", "phone"), ("telefoonnummer 30 2345678", "phone"), ("bel 346123456", "phone"),
    ("(111)222333", "bsn"), ("111,222,333", "bsn"), ("11122233 3", "bsn"), ("1 11222333", "bsn"), ("111\t222\t333", "bsn"),
    ("geboren: mei 1985", "birth_date"), ("d.o.b. 12-03-1985", "birth_date"), ("geb. mrt '85", "birth_date"),
    ("geboren op de twaalfde maart 1985", "birth_date"), ("geboren op de negenentwintigste september 1985", "birth_date"),
    ("born March 12, 1985", "birth_date"), ("born on the 12th of March 1985", "birth_date"), ("geb.dat. mei 2016", "birth_date"),
    ("in mei 1985 geboren", "birth_date"), ("geboren 12e maart 1985", "birth_date"),
    ("11122\n2333", "bsn"), ("1112 2233 3", "bsn"), ("111*222*333", "bsn"), ("111 (222) 333", "bsn"), ("bsn 11122233-3", "bsn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), DISGUISED)
def test_what_points_at_a_person_is_known_in_disguise_too(text, kind):
    assert personal(text) == kind
    assert personal(f"Zie {text} (nagaan)") == kind


ORDINARY = [
    "12-05-2026", "2026-11-23", "2026.11.23", "1/9/2026 - 30/9/2026", "12 05 2026", "2025-2026", "2025/2026",
    "seizoen 2024 2025", "2026-Q3", "2026-K3", "K3 2026", "UTN-01-2026-003", "2026-00012", "N-2026-0001-12",
    "LEK.2026.014", "van 19.30-21.00 uur", "10.30 - 12.15 en 13.00 - 14.45", "12 van de 34 bewoners",
    "groepen van 10, 12 en 14", "1.234.567 euro", "€ 1.234.567,89", "12.000 tot 15.000 bezoekers",
    "huisnummers 12-14-16-18", "punt 3 at 12", "we waren @ het buurthuis", "de afspraak (at random)", "0900-8844",
    "bij punt nl en punt be", "112 of 0800-1234", "3 mei 1980 tot 5 mei 2026", "artikel 2:14 lid 3", "2019-2026 (7 jaar)",
    "01-02-26 10:00", "1 2 3 4 5 6 7 8 9 10", "dag 1, 2, 3, 4, 5, 6, 7, 8 en 2", "12 - 14 uur, 100 mensen", "N-010-2026-0012",
    "6 buurten", "at the corner", "we met at 12 o'clock at the square", "samen @ buurthuis. de rest volgt",
    "gebouw 120304", "gebied 030485", "gb 12", "16 GB 2026", "nul op de meter", "van nul tot zes jaar",
    "een twee drie vier vijf zes zeven acht negen tien", "nul zes keer, een keer wel", "zone O6 en O7", "blok O6-12",
    "kenteken is gezien", "kenteken onbekend, 2 van de 3", "Koningsdag 27-04-2026, 10.00 uur", "WK 2026 op 11 juni",
    "Bevrijdingsfestival 5 mei", "Stichting 030 Samen", "Overlast jeugd 12-18 jaar", "Jaarwisseling 2025/2026",
    "Zuilen\nNoord 12\n34", "2 x 15 minuten - 40 mensen", "postbus 12345, 3500 AB", "10-11-12-13-14-15",
    "12-03-2026 geboren uit een buurtinitiatief", "het idee van 12 maart 2026 is geboren in Zuilen", "op 1-1-2019 gebouwd",
    "12-03-26 geboren uit een overleg", "sinds 12-03-1987 gebouwen gesloopt", "3 mei 1980 gebiedsteam", "1-2-2016 werd het feest",
    "0 1 2 3 4 5 6 7 8 9", "0-1-2-3-4-5-6-7-8-9", "0 3 0 2 3 4 5 6 7 8 9", "10 30 20 30 40 50", "stand 0 1 0 2 0 1",
    "1 0 3 0 2 3 4 5 6 7 8", "score 0-3 0-2 3-4", "a b c d e f g", "we waren @ a b c d e", "groep A B C D E @ het plein",
    "111,222,333 euro", "€ 111.222.333", "kosten: €111.222.333,-", "111.222.333,00 EUR", "52.0907, 5.1214", "N 52.09083 E 5.12222",
    "geboren in mei 2019", "geb. A, in mei 2026 verbouwd", "jongeren geboren tussen mei 2005 en juni 2009", "geboren tussen januari 2008 en mei 2009",
    "het idee is geboren, in mei 2026 volgt meer", "geboren in mei 2005 t/m mei 2009",
    "0,612345678", "06:30-12:45 10 mensen", "20260301 5", "5 20260301", "tel 100 bezoekers in 2026", "telling 302345678",
    "zaak 302345678", "bel op 12-3-2026 om 10.30", "11122 2334", "1 11222334", "16*25*36*49", "BE68539007547035", "NL12 bewoners van 2026 en 2027", "i n f o", "team a, b, c, d en e", "0 10 20 30 40 50",
]  # fmt: skip


@pytest.mark.parametrize("text", ORDINARY)
def test_dates_periods_network_numbers_and_sentences_with_numbers_are_let_through(text):
    assert personal(text) is None


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(("%d-%m-%Y", "%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y")),
    st.sampled_from(("{}", "op {} om 19.30 uur", "{} - {}", "tot {}", "{};{}")),
)
def test_no_date_is_taken_for_a_person(day, form, sentence):
    text = day.strftime(form)
    assert personal(sentence.format(text, text)) is None


@given(st.integers(2007, 2099), st.integers(0, 99999), st.sampled_from("-. /"))
def test_a_number_with_a_year_in_it_is_no_person(year, number, separator):
    for text in (f"{year}{separator}{number:05}", f"{number:05}{separator}{year}"):
        assert personal(text) is None


def valid_bsns():
    """Nine digits that pass the eleven-test, the last chosen to fit; invented."""
    return st.lists(st.integers(0, 9), min_size=8, max_size=8).map(_completed).filter(bsn.is_valid)


def _completed(digits):
    total = sum(digit * weight for digit, weight in zip(digits, range(9, 1, -1), strict=True))
    return "".join(map(str, [*digits, total % 11]))


@given(valid_bsns(), st.sampled_from("-. /"), st.sampled_from(((3, 2), (3, 3), (4, 2), (2, 3))))
def test_a_bsn_is_known_however_it_is_grouped(number, separator, sizes):
    first, second = sizes
    groups = [number[:first], number[first : first + second], number[first + second :]]
    is_year = any(re.fullmatch(r"(19|20|21)\d\d", group) for group in groups)
    assert is_year or personal(separator.join(groups)) is not None


def test_a_disguised_number_in_a_cell_is_refused_and_an_ordinary_text_kept_as_typed(send, register):
    report = send({"networks": with_cell("networks", "Gebied", "123\u200b-45-6782")})
    assert found(report) == [("F2", "personal_data")]
    typed = "Zuilen\u200b ２０２６–２７"
    assert send({"networks": with_cell("networks", "Gebied", typed)}).written
    rows = store.reader(register).rows("select area from register.networks where area is not null")
    assert rows == [(typed,)]


def test_a_hostile_text_does_not_keep_the_check_busy():
    for text in ("geb 1" + " " * 130_000 + "x", "a" * 130_000 + "@", "1 " * 65_000, "(" * 131_000,
                 "12-" * 43_000, "\ufdfa" * 131_000, "a@" * 65_000, "(at)" * 32_000, "a " * 65_000 + "@",
                 "1-1-" * 32_000 + "geb", "1 jan " * 21_000 + "geb", "0 " * 65_000, "0 3 " * 32_000, "@ " * 65_000,
                 "geb 1 " * 21_000, "geb mei " * 16_000 + "1", "mei 19 " * 18_000 + "geb", "1*~|" * 32_000, "tel 1 " * 21_000,
                 "111.222.333" * 11_000, "(1)" * 43_000):  # fmt: skip
        start = process_time()
        personal(text)
        assert process_time() - start < 5


@pytest.mark.parametrize(
    ("kind", "column", "cell"),
    [("networks", "Naam", "B2"), ("networks", "Gebied", "F2"), ("networks", "Basisteam", "C2"),
     ("meetings", "Thema's", "E2"), ("meetings", "Aanwezig burgers", "I2"),
     ("meetings", "Datum", "B2"), ("pauses", "Reden", "D2"), ("pauses", "Netwerknummer", "A2"),
     ("confirmations", "Basisteam", "A2")],
)  # fmt: skip
def test_a_person_in_any_cell_is_one_error_and_is_kept_nowhere(check, kind, column, cell):
    report = check({**CAST, kind: with_cell(kind, column, "123456782")})
    assert (cell, "personal_data") in found(report)
    assert len([p for p in report.errors if p.cell == cell]) == 1
    assert "123456782" not in json.dumps(report.to_json())
    assert "123456782" not in "\n".join(report.lines("nl") + report.lines("en"))


@pytest.mark.parametrize("kind", CAST)
def test_a_row_of_nothing_but_a_person_is_one_error(check, kind):
    rows = CAST[kind] + "bel 06-12345678\n"
    report = check({**CAST, kind: rows})
    assert found(report) == [(f"A{len(rows.splitlines())}", "personal_data")]
    assert sum(file.rejected for file in report.files) == 1


def test_a_person_as_the_number_of_a_network_is_told_at_the_network_and_its_rows_wait(check):
    meetings = [f"{PERSON};{day}-3-2026;Gehouden;;Overig;;;;" for day in range(1, 9)]
    files = {
        "networks": with_cell("networks", "Netwerknummer", PERSON),
        "meetings": with_rows("meetings", *meetings),
    }
    report = check(files)
    assert [(p.file, p.cell, p.code) for p in report.errors] == [(0, "A2", "personal_data")]
    assert report.files[1].held_back == 8
    assert "voorbeeld" not in json.dumps(report.to_json()) + str(report.lines("nl"))
    # Without the network each of them stands on its own.
    assert len(check({"meetings": files["meetings"]}).errors) == 8


def test_a_person_in_an_ignored_column_or_beside_the_headings_is_found_too(check):
    rows = with_rows(
        "confirmations", "Lekpoort;30-9-2026;10-10-2026;jan@voorbeeld.nl",
        "Lekpoort;30-6-2026;10-7-2026;;bel 06-12345678",
    ).replace("Bevestigd op", "Bevestigd op;Opmerking")  # fmt: skip
    report = check({"confirmations": rows})
    assert found(report) == [("D2", "personal_data"), ("E3", "personal_data")]
    assert report.files[0].rejected == 2
    assert "voorbeeld" not in json.dumps(report.to_json())


def test_a_person_in_a_heading_is_not_repeated(check):
    report = check(
        {"networks": NETWORKS.replace("Leden burgers", "Leden burgers;jan@voorbeeld.nl")}
    )
    assert found(report) == [("L1", "personal_data")]
    assert "voorbeeld" not in json.dumps(report.to_json())


def test_a_valid_date_or_number_is_no_person(check):
    report = check({**CAST, "networks": with_cell("networks", "Startdatum", "2019-01-01")})
    assert report.errors == []


@pytest.mark.parametrize(
    "text", ["612345678", " 612345678.0", "bel 612345678", "Mobiel: 612345678, avond"]
)
def test_what_a_spreadsheet_leaves_of_a_mobile_number_is_one(text):
    assert personal(text) == "phone"
    assert personal("zaak 612345678 loopt nog") is None


PIECES = [text for text, _ in DISGUISED] + [
    "a", "E", " ", "  ", "\n", "\t \t", "@", " at ", "(at)", ".", "punt", "-", "–", "0", "6", "12", "345", "O", "l", "²", "½",
    "é", "ë", "e\u0301", "\u200b", "\u00a0", "nul", "zes", "een", "geb", "gb", "d.o.b", "born", "mei", "1985", "kenteken", "nl", "NL91", "ABNA",
    "X", "KK-1", "straat", "…", "İ", "ß", "ﬁ", "①",
]  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)
    | st.text(st.characters(codec="latin-1"), max_size=40)
)
def test_nothing_that_a_search_finds_is_passed_over_by_the_quick_look(text):
    if not is_candidate(text):
        assert (searched(text), searched(text, "bsn")) == (None, None)
    assert personal(text) == searched(text)


@given(
    st.sampled_from(DISGUISED),
    st.integers(0, 60),
    st.sampled_from(["", " ", "  ", "\n", "\t\t\t\t", "\u00a0"]),
)
def test_whatever_is_done_to_the_spaces_the_quick_look_and_the_search_agree(
    disguised, place, spaces
):
    text, _ = disguised
    text = text[:place] + spaces + text[place:]
    assert personal(text) == searched(text)


@pytest.mark.parametrize(
    "text",
    ["Zomerstop, verhuizing buurthuis", "Bondgenoten 12 Overvecht", "gesprek over 3 buurten, zaterdag 12 uur",
     "Café De Boog, Zuilen", "wat er dat jaar speelde", "UTN", "notitie 123456", "x" * 100_000],
)  # fmt: skip
def test_an_ordinary_text_is_let_through_by_the_quick_look(text):
    assert not is_candidate(text)


LABELS = (
    "Geboortedatum",
    "geb. datum",
    "Geb.dat.",
    "Geboren op:",
    "DOB",
    "Date of birth (dd-mm-yyyy)",
)


@pytest.mark.parametrize("label", LABELS)
def test_a_date_under_a_heading_of_births_is_one_and_any_other_text_is_not(check, label):
    rows = CAST["pauses"].replace("Reden", f"Reden;{label}").replace("Zomerstop", "Zomerstop;{}")
    for text, is_born in (
        ("12-3-1987", True),
        ("12 maart 1987", True),
        ("onbekend", False),
        ("", False),
    ):
        report = check({**CAST, "pauses": rows.format(text)})
        assert found(report) == [("E2", "personal_data")] * is_born
        assert "1987" not in json.dumps(report.to_json())


@pytest.mark.parametrize("heading", ["Datum", "Gebied", "Gebeurd op", "Geboekt op", "Gebruikt tot"])
def test_a_date_under_another_heading_is_let_through(check, heading):
    rows = (
        CAST["pauses"]
        .replace("Reden", f"Reden;{heading}")
        .replace("Zomerstop", "Zomerstop;12-3-1987")
    )
    assert check({**CAST, "pauses": rows}).errors == []


@pytest.mark.parametrize(
    "label", ["Telefoon", "Tel.nr.", "Mobiel nummer", "telefoon thuis", "Phone"]
)
def test_a_number_that_lost_its_nought_is_a_telephone_number_under_a_heading_that_says_so(
    check, label
):
    rows = CAST["pauses"].replace("Reden", f"Reden;{label}").replace("Zomerstop", "Zomerstop;{}")
    for text, is_phone in (
        ("302345678", True),
        ("30 2345678", True),
        ("onbekend", False),
        ("12", False),
    ):
        report = check({**CAST, "pauses": rows.format(text)})
        assert found(report) == [("E2", "personal_data")] * is_phone
        assert "2345678" not in json.dumps(report.to_json())
    other = (
        CAST["pauses"].replace("Reden", "Reden;Zaak").replace("Zomerstop", "Zomerstop;302345678")
    )
    assert found(check({**CAST, "pauses": other})) == []


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [("Zaaknummer van de gemeente", None), ("dit is geen BSN maar een zaaknummer", None), ("niet een echt bsn", None),
     ("no BSN, a case number", None), ("Sofia's dossier", None), ("bsn van bewoner", "is_bsn"),
     ("Burgerservicenummers", "is_bsn"), ("het B.S.N. van een bewoner", "is_bsn"), ("sofi-nummer", "is_bsn"),
     ("geen zaaknummer maar een BSN", "is_bsn"), ("geen BSN, wel een sofinummer", "is_bsn"), ("BSN\u200b van haar", "is_bsn"),
     ("bel 06-12345678", "personal"), ("zaak van J. de Vries", "personal"), (" ", "empty"), ("x" * 201, "too_long")],
)  # fmt: skip
def test_a_reason_that_calls_the_number_a_bsn_itself_is_no_reason(reason, wrong):
    assert wrong_with(reason) == wrong
