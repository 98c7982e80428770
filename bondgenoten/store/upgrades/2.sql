-- From schema 1 to 2: who brought a batch and what it did, what was put to a basisteam, what was
-- said not to be personal data, events with a name in English, and what else a closed quarter keeps.
alter table batches add column actor varchar;
alter table batches add column undoes integer;
alter table events add column name_en varchar;
alter table closed_figures add column period varchar;

create table closed_reference (quarter varchar not null, name varchar not null, content varchar not null);

create table batch_effects (
    batch integer not null,
    effect varchar not null,
    before varchar,
    after varchar,
    number integer not null
);

create table declarations (
    batch integer not null,
    file_name varchar not null,
    sheet varchar,
    cell varchar not null,
    personal varchar not null,
    digest varchar not null,
    reason varchar not null
);

create table salts (salt varchar not null);
insert into salts values (gen_random_uuid()::varchar);

create table put_questions (
    question_id integer not null,
    network_id varchar not null,
    date date,
    question varchar not null,
    asked_at timestamp not null,
    batch integer not null,
    withdrawn_at timestamp
);
