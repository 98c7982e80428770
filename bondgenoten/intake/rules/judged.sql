-- Every row of one kind with what becomes of it.
with current as (select * from register.{kind} where superseded_at is null)
select
    u.*,
    case
        when u.is_faulty then 'rejected'
        when (u.source, u.row) in (select (source, row) from problems where is_error) then 'rejected'
        when (u.source, u.row) in (select (source, row) from doubled_{kind} where is_conflict) then 'rejected'
        when (u.source, u.row) in (select (source, row) from held_back) then 'held_back'
        when (u.source, u.row) in (select (source, row) from doubled_{kind} where place > 1) then 'duplicate'
        when c.recorded_at is null then 'new'
        when {same} then 'unchanged'
        else 'corrected'
    end as state
from upload_{kind} u
left join current c on {matches}
