-- The register's tables. A row of the first four is never changed but for superseded_at:
-- a correction closes the old row and adds a new one. Times are UTC.

create table about (key varchar primary key, value varchar not null);

create table batches (
    batch integer primary key,
    recorded_at timestamp not null,
    source varchar not null,        -- init, demo, import, entry, undo, withdrawal, question, reference
    as_of date not null,
    actor varchar,                  -- a function, never a person; null: not said
    undoes integer                  -- the batch that this one undoes
);

create table batch_files (
    batch integer not null,
    file_name varchar not null,
    sha256 varchar not null,
    rows_read bigint not null,
    rows_new bigint not null,
    rows_corrected bigint not null,
    rows_unchanged bigint not null,
    rows_duplicate bigint not null,
    rows_held_back bigint not null,
    rows_rejected bigint not null
);

-- What a batch did, as it was shown before it was saved.
create table batch_effects (
    batch integer not null,
    effect varchar not null,        -- rows, meetings, status, closed_quarter
    before varchar,
    after varchar,
    number integer not null
);

-- Cells that look like personal data and were said not to be, by digest: the value is not kept.
create table declarations (
    batch integer not null,
    file_name varchar not null,
    sheet varchar,
    cell varchar not null,
    personal varchar not null,      -- what it looked like
    digest varchar not null,        -- made with the salt below, and cut short
    reason varchar not null
);

-- Made once, with the register: what one register tells of a text tells nothing in another.
create table salts (salt varchar not null);
insert into salts values (gen_random_uuid()::varchar);

-- Questions put to a basisteam about a network or one of its meetings. Whether one is answered is
-- counted, not kept: the row has changed since.
create table put_questions (
    question_id integer not null,
    network_id varchar not null,
    date date,                      -- of the meeting; null: about the network itself
    question varchar not null,
    asked_at timestamp not null,
    batch integer not null,
    withdrawn_at timestamp          -- by hand; null: not
);

create table networks (
    network_id varchar not null,
    name varchar not null,
    basisteam varchar not null,
    municipality varchar not null,
    scale varchar not null,
    area varchar,
    started_on date not null,
    ended_on date,
    members_police integer not null,
    members_municipality integer not null,
    members_citizens integer not null,
    recorded_at timestamp not null,
    superseded_at timestamp,
    batch integer not null
);

create table meetings (
    network_id varchar not null,
    date date not null,
    status varchar not null,
    kind varchar not null,
    themes varchar[] not null,      -- codes, sorted, without doubles
    agenda_from varchar,
    present_police integer,
    present_municipality integer,
    present_citizens integer,
    recorded_at timestamp not null,
    superseded_at timestamp,
    batch integer not null
);

create table pauses (
    network_id varchar not null,
    paused_from date not null,
    paused_until date,
    reason varchar not null,
    recorded_at timestamp not null,
    superseded_at timestamp,
    batch integer not null
);

create table confirmations (
    basisteam varchar not null,
    covers_until date not null,
    confirmed_on date not null,
    recorded_at timestamp not null,
    superseded_at timestamp,
    batch integer not null
);

-- Reviews: the figures of a closed quarter as they were, and what was decided. Rows of the first
-- four are never changed; a decision that is done gets a new row, like any other.

create table closed_quarters (
    quarter varchar primary key,
    closed_at timestamp not null,
    as_of date not null,            -- the day that counted as today
    definitions varchar not null,   -- their version, as in sql/versions.toml
    register_hash varchar not null,
    reference_hash varchar not null,
    figures_hash varchar not null
);

create table closed_definitions (quarter varchar not null, name varchar not null, sha256 varchar not null);

create table closed_figures (
    quarter varchar not null,
    place integer not null,         -- the order of the rows
    metric varchar not null,
    key varchar not null,
    figure varchar not null,
    value varchar,                  -- as in the machine CSV
    period varchar                  -- the quarter it is of; null: the closed one itself
);

-- The reference data a closed quarter was counted with; the rows as JSON.
create table closed_reference (quarter varchar not null, name varchar not null, content varchar not null);

create table decisions (
    decision_id integer not null,
    quarter varchar not null,
    decision varchar not null,
    actor varchar not null,         -- a function, never a person
    due_on date not null,
    done_on date,
    recorded_at timestamp not null,
    superseded_at timestamp,
    batch integer not null
);

-- Reference data, from data/reference; sort_order is the order of the file, the organisation's own.

create table basisteams (
    sort_order integer not null,
    basisteam varchar not null,
    name varchar not null,
    district varchar not null,
    unit varchar not null,
    valid_from date not null,
    valid_until date,
    grid_row integer not null,
    grid_column integer not null,
    area varchar not null,
    name_certainty varchar not null,
    area_certainty varchar not null
);

-- From which day a network belongs to another basisteam; what came before does not move.
create table moves (
    moved_on date not null,
    network_id varchar not null,
    from_basisteam varchar not null,
    to_basisteam varchar not null
);

create table municipalities (
    gm_code varchar not null,
    municipality varchar not null,
    province varchar not null,
    district varchar not null,
    basisteams varchar[] not null
);

create table areas (
    municipality varchar not null,
    area varchar not null,
    level varchar not null,
    cbs_code varchar,
    basisteam varchar not null
);

create table themes (
    sort_order integer not null,
    theme varchar not null,
    name_nl varchar not null,
    name_en varchar not null,
    definition_nl varchar not null,
    definition_en varchar not null,
    in_seed boolean not null
);

create table events (
    event_id varchar not null,
    date date not null,
    until date,
    name_nl varchar not null,
    place varchar not null,
    basisteams varchar[] not null,  -- ['*'] means all
    theme varchar not null,
    certainty varchar not null,
    name_en varchar                 -- null: known in Dutch only
);

create table norm (
    year_from integer not null,
    meetings_per_year integer not null,
    minimum_gap_days integer not null,
    dormant_days integer not null,
    confirmation_days integer not null,
    prepared_meetings integer not null,
    prepared_days integer not null,
    first_meeting_days integer not null,
    unrest_days integer not null,
    smallest_percentage_base integer not null
);
