"""The records of the department: SQLite in memory, with synthetic clients."""

import json
import sqlite3

database = sqlite3.connect(":memory:", check_same_thread=False)
database.row_factory = sqlite3.Row
database.executescript(
    """
    create table unit (name text primary key, county text not null);
    create table client (client_id text primary key);
    create table community_care (
      client_id text primary key references client, status text not null, unit text references unit,
      services text not null, monthly_hours int, need int, started_on text, reassessment_due text
    );
    create table protection (
      client_id text primary key references client, status text not null, opened_on text not null, closed_on text,
      provider text not null, reporter text not null
    );
    create table benefit_access (
      client_id text primary key references client, benefits text not null, approved_on text, expires_on text
    );

    insert into unit values ('Lakeside Care Coordination', 'Cook'), ('Prairie Senior Services', 'Sangamon'),
      ('River Bluff Care Coordination', 'Peoria');
    -- A-1001 is the grandmother of the demonstration household.
    insert into client values ('A-1001'), ('A-1002'), ('A-1003'), ('A-1004'), ('A-1005');
    insert into community_care values
      ('A-1001', 'ACTIVE', 'Lakeside Care Coordination', '["IN_HOME_SERVICE", "EMERGENCY_HOME_RESPONSE"]', 24, 37,
        '2025-09-08', '2026-09-08'),
      ('A-1002', 'ENDED', 'Prairie Senior Services', '["ADULT_DAY_SERVICE"]', null, 31, '2023-02-13', null),
      ('A-1003', 'APPLIED', 'River Bluff Care Coordination', '[]', null, null, null, null),
      ('A-1004', 'ACTIVE', 'Prairie Senior Services', '["IN_HOME_SERVICE", "AUTOMATED_MEDICATION_DISPENSER"]', 40, 58,
        '2024-05-20', '2027-05-20');
    insert into protection values
      ('A-1001', 'CLOSED', '2024-03-18', '2024-07-02', 'Lakeside Senior Protection', 'a neighbor'),
      ('A-1004', 'OPEN', '2026-10-26', null, 'Prairie Senior Protection', 'a bank'),
      ('A-1005', 'OPEN', '2026-11-09', null, 'Prairie Senior Protection', 'a physician');
    insert into benefit_access values
      ('A-1001', '["RIDE_FREE_TRANSIT"]', '2025-06-02', '2027-06-01'),
      ('A-1002', '["RIDE_FREE_TRANSIT", "LICENSE_PLATE_DISCOUNT"]', '2026-01-12', '2028-01-11');
    """
)

CLIENTS = """
    select client_id as "agingClientId" from client
    where client_id in (select value from json_each(?))
"""
COMMUNITY_CARE = """
    select client_id as key, status, unit as "careCoordinationUnit", services, monthly_hours as "monthlyHours",
      need as "determinationOfNeed", started_on as "startedOn", reassessment_due as "reassessmentDue"
    from community_care where client_id in (select value from json_each(?))
"""
PROTECTION = """
    select client_id as key, status, opened_on as "openedOn", closed_on as "closedOn", provider as "providerAgency"
    from protection where client_id in (select value from json_each(?))
"""
BENEFIT_ACCESS = """
    select client_id as key, benefits, approved_on as "approvedOn", expires_on as "expiresOn"
    from benefit_access where client_id in (select value from json_each(?))
"""


def read_clients(client_ids: list[str]) -> dict[str, dict]:
    """Which of these numbers the department has. One statement, whatever their count, as below."""
    rows = database.execute(CLIENTS, [json.dumps(client_ids)])
    return {row["agingClientId"]: dict(row) for row in rows}


def read_community_care(client_ids: list[str]) -> dict[str, dict]:
    return _by_key(COMMUNITY_CARE, client_ids, "services")


def read_protection(client_ids: list[str]) -> dict[str, dict]:
    return _by_key(PROTECTION, client_ids)


def read_benefit_access(client_ids: list[str]) -> dict[str, dict]:
    return _by_key(BENEFIT_ACCESS, client_ids, "benefits")


def read_units(county: str | None) -> list[dict]:
    rows = database.execute("select name, county from unit where ? is null or county = ? order by name", [county, county])
    return [dict(row) for row in rows]


def _by_key(statement: str, client_ids: list[str], list_column: str | None = None) -> dict[str, dict]:
    records = {row["key"]: dict(row) for row in database.execute(statement, [json.dumps(client_ids)])}
    for record in records.values():
        if list_column is not None:
            record[list_column] = json.loads(record[list_column])
    return records
