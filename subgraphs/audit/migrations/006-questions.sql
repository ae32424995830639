-- Questions of residents about entries, and the answers. Their words are here alone: the log records that there was a question.
create table entry_question (
  question_id   uuid        primary key,
  entry_id      text        not null,
  -- Keyed hashes of whoever asked and of the person whom the entry is about.
  asked_by      bytea       not null,
  person        bytea       not null,
  question      text,
  addressed_to  text[]      not null,
  asked_at      timestamptz not null
);
create index entry_question_asked_by on entry_question (asked_by, asked_at);
create index entry_question_asked_at on entry_question (asked_at);

create table entry_answer (
  question_id  uuid        primary key references entry_question,
  answer       text        not null,
  answered_by  text        not null check (answered_by <> ''),
  agency       text        not null,
  answered_at  timestamptz not null
);

create trigger entry_question_append_only before update or delete or truncate on entry_question
  for each statement execute function refuse_change();
create trigger entry_answer_append_only before update or delete or truncate on entry_answer
  for each statement execute function refuse_change();
