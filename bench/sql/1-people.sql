-- People, teams and who does what. bench.people and bench.teams say how many; person number i sits in team 1 + (i - 1) % teams,
-- and is member number k = (i - 1) / teams of it. k 0–6: mentors of a role group each, 7: manager of the team.

create or replace function bench_id(kind int, number bigint) returns uuid language sql immutable parallel safe as $$
  select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid
$$;

create temp table bench_person as
  select i, (i - 1) % teams + 1 as t, (i - 1) / teams as k, (i - 1) / teams % 7 as g,
         case when (i - 1) / teams < 8 then 3 else (i - 1) / teams / 7 % 4 end as stage
    from (select current_setting('bench.people')::int as people, current_setting('bench.teams')::int as teams) size,
         generate_series(1, people) as i;

insert into "Organisation" (id, "nameJa", "nameEn", "createdAt")
  values (bench_id(1, 1), '大規模CSIRT', current_setting('bench.stamp'), now() - interval '2 years');

insert into "Team" (id, code, "nameJa", "nameEn", "parentId", "createdAt")
  select bench_id(2, t), 'team-' || t, case t when 0 then 'CSIRT統括' else '拠点' || t end,
         case t when 0 then 'Headquarters' else 'Site ' || t end,
         case t when 0 then null else bench_id(2, 0) end, now() - interval '2 years'
    from generate_series(0, current_setting('bench.teams')::int) as t;

insert into "TeamAncestor" ("teamId", "ancestorId", depth)
  select id, id, 0 from "Team" union all select id, "parentId", 1 from "Team" where "parentId" is not null;

insert into "Person" (id, email, name, reading, "latinName", "employeeNumber", "createdAt")
  select bench_id(3, i), 'person-' || i || '@bench.example',
         (array['佐藤','鈴木','高橋','田中','伊藤','渡辺','山本','中村','小林','加藤'])[1 + i % 10] || ' ' || i,
         (array['さとう','すずき','たかはし','たなか','いとう','わたなべ','やまもと','なかむら','こばやし','かとう'])[1 + i % 10] || ' ' || lpad(i::text, 6, '0'),
         'Person ' || i, 'N-' || i, now() - interval '2 years'
    from bench_person;

insert into "PurposeAcknowledgement" ("personId", version, "acknowledgedAt")
  select bench_id(3, i), current_setting('bench.purpose')::int, now() - interval '1 year' from bench_person;

insert into "Membership" (id, "personId", "teamId", "isMain", "fromOn", "createdAt")
  select bench_id(4, i), bench_id(3, i), bench_id(2, t), true, current_date - 600, now() - interval '600 days' from bench_person;

insert into "CapacityGrant" (id, "personId", capacity, "teamId", reason, "grantedAt")
  select bench_id(5, i), bench_id(3, i), 'manager'::"GrantedCapacity", bench_id(2, t), '拠点の責任者', now() - interval '600 days' from bench_person where k = 7
  union all select bench_id(5, 0), bench_id(3, 1), 'manager', bench_id(2, 0), '統括の責任者', now() - interval '600 days';

insert into "Mentorship" (id, "personId", "roleGroupCode", "teamId", basis, reason, "fromOn", "appointedAt")
  select bench_id(6, i), bench_id(3, i), (current_setting('bench.groups')::jsonb) ->> g, bench_id(2, t), 'appointment', '実務経験',
         current_date - 600, now() - interval '600 days'
    from bench_person where k < 7;
