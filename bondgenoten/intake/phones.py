"""Dutch telephone numbers in a text, written in digits. Pure."""

import re

_PREFIX = r"(?:(?:\+|\b00)31[\s.-]?(?:\(0\)[\s.-]?|0)?|(?<![\d+])\(?0)"
# Between digits, however they are grouped: any sign but those of sums, lists and hours.
_GAP = r"[\s()./_*~|#=^\\\"'•·-]{0,3}"
_APART_BY = r"[\s./_-]{1,3}"
_ALONE = r"(?<!\d)(?<!\d[ ./_-])0"  # a nought that no number stands before
_LOST = r"(?:\.0)?"  # what a spreadsheet puts behind a number
_MOBILE = rf"6{_GAP}[1-9](?:{_GAP}\d){{7}}"
_LANDLINE = rf"(?:[1-57]\d{_GAP}|[1-57]\d{{2}}{_GAP}|8[458]{_GAP})[1-9](?:{_GAP}\d){{5,6}}"
_SAID = (
    r"(?:tel(?:efoon)?(?:\.? ?(?:nummer|nr|no))?|mob(?:iel)?(?: ?(?:nummer|nr))?|gsm|(?:tele)?phone"
    r"(?: ?(?:number|no))?|mobile|whatsapp)"
)
_BETWEEN = r"\W{0,3}(?:(?:op|naar|nummer|nr|is|number|on)\b\W{0,3}){0,2}"
_PHONE = re.compile(
    # mobile: 06 and eight digits
    rf"{_PREFIX}{_GAP}6(?:{_GAP}|,)[1-9](?:{_GAP}\d){{7}}(?!\d)"
    # with the country's number, but without the sign before it, as a spreadsheet leaves it
    rf"|(?<!\d)31{_GAP}{_MOBILE}(?:[.,]0)?(?!\d)"
    # landline and business: an area code of three or four digits, ten digits in all
    rf"|{_PREFIX}[1-57]\d{_GAP}[1-9](?:{_GAP}\d){{6}}(?!\d)"
    rf"|{_PREFIX}[1-57]\d{{2}}{_GAP}[1-9](?:{_GAP}\d){{5}}(?!\d)"
    rf"|{_PREFIX}8[458]{_GAP}\d(?:{_GAP}\d){{6}}(?!\d)"
    # the same digit by digit, but no counting from nought; or with only its nought apart
    rf"|{_ALONE}(?!\D{{1,3}}1\D{{1,3}}2){_APART_BY}[1-57](?:{_APART_BY}\d){{8}}(?!{_APART_BY}\d|\d)"
    rf"|{_ALONE}{_APART_BY}[1-57]\d{_GAP}[1-9]\d{{6}}(?!\d)"
    # what a spreadsheet leaves of a mobile number, alone in its cell or said to be one
    rf"|^\W*6[1-9]\d{{7}}{_LOST}\W*$"
    rf"|\b(?i:bel(?:len)?|app|{_SAID})\b\D{{0,12}}(?<!\d){_MOBILE}(?!\d)"
    # and of a landline, where it is said right before it
    rf"|\b(?i:bel(?:len)?|{_SAID})\b(?i:{_BETWEEN})(?=(?:\d{_GAP}){{9}}(?!\d)){_LANDLINE}"
)
_LABEL = re.compile(rf"\b{_SAID}\b|\b(?:telefoon|mobiel)", re.IGNORECASE)
_LONGEST_LABEL, _LONGEST_NUMBER = 60, 25  # characters


def has_phone(text: str) -> bool:
    return _PHONE.search(text) is not None


def is_label(text: str) -> bool:
    """Whether a text says that what stands below or beside it is a telephone number."""
    return len(text) <= _LONGEST_LABEL and _LABEL.search(text) is not None


def is_labelled(text: str) -> bool:
    """Whether what stands below or beside such a label is one."""
    return len(text) <= _LONGEST_NUMBER and has_phone(f"tel. {text.strip()}")
