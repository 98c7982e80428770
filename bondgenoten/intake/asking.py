"""Questions put to a basisteam about one of its networks or meetings, each a batch of its own.

Whether one is answered is counted from the rows (sql/rules/questions_put.sql), never written down.
"""

from datetime import date, datetime
from pathlib import Path

import pandas as pd

from bondgenoten import store
from bondgenoten.intake import saving
from bondgenoten.intake.actors import function
from bondgenoten.intake.declining import Declined
from bondgenoten.intake.privacy import personal

LONGEST = 300


class NotPut(Declined):
    """A question not put or not withdrawn: empty, too_long, personal_data, unknown_network,
    unknown_meeting or unknown_question."""

    room = "asking"


def put_question(
    database: Path,
    network_id: str,
    day: date | None,
    question: str,
    *,
    as_of: date,
    actor: str,
    recorded_at: datetime | None = None,
) -> int:
    """Asks about the meeting of `day`, or about the network itself, and gives the question's number.

    Raises NotPut for an empty or long text, one that holds personal data, or a row that is not there.
    """
    by, text = function(actor), _sound(question)
    store.version(database)
    with store.writing(database) as draft:
        if not _is_there(draft, network_id, day):
            raise NotPut("unknown_network" if day is None else "unknown_meeting")
        number = int(draft.rows("select coalesce(max(question_id), 0) + 1"
                                " from register.put_questions")[0][0])  # fmt: skip
        batch = saving.next_batch(draft, "question", as_of, recorded_at, by)
        with draft.transaction():
            saving.note(draft, batch)
            draft.execute(
                "insert into register.put_questions values (?, ?, ?, ?, ?, ?, null)",
                [number, network_id, day, text, batch.recorded_at, batch.number],
            )
    return number


def withdraw_question(
    database: Path,
    question_id: int,
    *,
    as_of: date,
    actor: str,
    recorded_at: datetime | None = None,
) -> None:
    """Takes a question back by hand. Raises NotPut where there is none of this number to take back."""
    by = function(actor)
    store.version(database)
    with store.writing(database) as draft:
        if not draft.rows(
            "select 1 from register.put_questions where question_id = ? and withdrawn_at is null",
            [question_id],
        ):
            raise NotPut("unknown_question")
        batch = saving.next_batch(draft, "question", as_of, recorded_at, by)
        with draft.transaction():
            saving.note(draft, batch)
            draft.execute(
                "update register.put_questions set withdrawn_at = ? where question_id = ?",
                [batch.recorded_at, question_id],
            )


def put_questions(
    connection: store.Connection,
    as_of: date,
    *,
    basisteam: str | None = None,
    district: str | None = None,
    known_at: datetime | None = None,
) -> pd.DataFrame:
    """Every question put, those that still wait first, then the newest: question_id, network_id, name,
    basisteam, district, date, question, asked_at, asked_by, answered_at, answered_by (a batch),
    is_withdrawn, is_answered, basisteam_name."""
    return connection.query(
        "select * exclude (place) from questions_put($as_of::date, $known_at::timestamp)"
        " where ($district is null or district = $district)"
        " and ($basisteam is null or basisteam = $basisteam)"
        " order by is_answered or is_withdrawn, asked_at desc, question_id desc",
        {"as_of": as_of, "district": district, "basisteam": basisteam,
         "known_at": known_at or "infinity"},
    )  # fmt: skip


def _sound(question: str) -> str:
    text = " ".join(question.split())
    if not text:
        raise NotPut("empty")
    if len(text) > LONGEST:
        raise NotPut("too_long", length=str(len(text)), longest=str(LONGEST))
    if kind := personal(text):
        raise NotPut("personal_data", personal=kind)
    return text


def _is_there(draft: store.Draft, network_id: str, day: date | None) -> bool:
    rows = "networks where superseded_at is null and network_id = ?"
    if day is None:
        return bool(draft.rows(f"select 1 from register.{rows}", [network_id]))
    rows = "meetings where superseded_at is null and network_id = ? and date = ?"
    return bool(draft.rows(f"select 1 from register.{rows}", [network_id, day]))
