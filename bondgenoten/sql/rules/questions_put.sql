-- The questions put to a basisteam about a network or one of its meetings. One is answered when that
-- row has since been changed, withdrawn or brought again; undoing the answer opens it again.
create macro questions_put(as_of, known_at) as table
with asked as (
    select * from register.put_questions where asked_at <= known_at
),
-- Each time the row was said, by its moment; what undoing repeats is left out.
said as (
    select network_id, null::date as date, recorded_at, batch from register.networks
    union all
    select network_id, date, recorded_at, batch from register.meetings
),
versions as (
    select
        asked.question_id, asked.asked_at, said.recorded_at,
        spell_then.undone_until as restored_at, spell_now.undone_from as undone_at
    from asked
    join said on said.network_id = asked.network_id and said.date is not distinct from asked.date
    left join undone_spells() as spell_then on spell_then.batch = said.batch
        and asked_at >= spell_then.undone_from and asked_at < spell_then.undone_until
    left join undone_spells() as spell_now on spell_now.batch = said.batch
        and spell_now.undone_from <= known_at
        and (spell_now.undone_until > known_at or spell_now.undone_until = 'infinity')
    where said.recorded_at <= known_at
        and said.batch not in (select batch from register.batches where undoes is not null)
),
compared as (
    select
        question_id,
        max(recorded_at) filter (recorded_at <= asked_at and restored_at is null) as version_then,
        max(recorded_at) filter (undone_at is null) as version_now,
        min(undone_at) filter (recorded_at <= asked_at and restored_at is null) as undone_at,
        arg_max(restored_at, recorded_at) filter (undone_at is null) as restored_at
    from versions group by question_id
),
answered as (
    select
        question_id,
        version_now is distinct from version_then as is_answered,
        case
            when version_now is not distinct from version_then then null
            when version_now > asked_at then version_now
            when version_now > version_then then restored_at
            else undone_at
        end as answered_at
    from asked left join compared using (question_id)
)
select
    asked.question_id, asked.network_id, network.name, member.basisteam, team.district, asked.date,
    asked.question, asked.asked_at, brought.actor as asked_by, answered.answered_at,
    answer.batch as answered_by, coalesce(withdrawn_at <= known_at, false) as is_withdrawn,
    is_answered, team.name as basisteam_name, team.sort_order as place
from asked
join answered using (question_id)
left join register.batches as brought on brought.batch = asked.batch
left join register.batches as answer on answer.recorded_at = answered_at and answer.batch > 0
left join networks_at(known_at, null) as network using (network_id)
left join memberships(known_at, null) as member
    on member.network_id = asked.network_id and as_of between member_from and member_until
left join teams_on(as_of) as team on team.basisteam = member.basisteam;
