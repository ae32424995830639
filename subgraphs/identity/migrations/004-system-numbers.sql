-- The crosswalk: numbers of persons in the systems, one row each, so that a new system needs no change here. A person may
-- have several numbers in one system, as real systems hold duplicates. One of them is current; the others still resolve.
create table system_number (
  system text not null check (system ~ '^[a-z]{2,40}$'),
  -- Readers separate numbers by line feeds.
  number text not null check (number <> '' and position(E'\n' in number) = 0),
  person_id uuid not null references person,
  is_current boolean not null default true,
  primary key (system, number) include (person_id)
);
create unique index system_number_current on system_number (person_id, system) include (number) where is_current;
create index system_number_former on system_number (person_id) where not is_current;

insert into system_number (system, number, person_id)
select n.system, n.number, p.person_id
from person p cross join lateral (values
  ('snap', p.snap_client_id), ('tanf', p.tanf_client_id), ('medicaid', p.medicaid_rin), ('corrections', p.idoc_number),
  ('education', p.sis_id), ('weatherization', p.energy_client_id), ('childwelfare', p.cyp_id)) as n (system, number)
where n.number is not null
order by p.person_id;

alter table person
  drop column snap_client_id, drop column tanf_client_id, drop column medicaid_rin, drop column idoc_number,
  drop column sis_id, drop column energy_client_id, drop column cyp_id;
