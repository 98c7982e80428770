-- The norm status of one network in one year at the as-of date; the first match wins (definition 3).
create macro norm_status(
    required, held, planned, is_confirmed, is_over, capacity, required_to_date
) as case
    when required = 0 then 'NOT_ASSESSABLE'
    when held >= required then 'MET'
    when not is_confirmed then 'UNKNOWN'
    when is_over then 'NOT_MET'
    when required - held > capacity then 'OUT_OF_REACH'
    when required - held - planned > 0 then 'TO_PLAN'
    when held >= required_to_date then 'ON_COURSE'
    else 'BEHIND_BUT_PLANNED'
end;
