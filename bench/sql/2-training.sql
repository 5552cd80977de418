-- Two enrolments a person: basic education, and the role group g at its stage (the highest STEP completed, 0–3).

create temp table bench_criterion as
  select (c ->> 'g')::int as g, (c ->> 'step')::int as step, (c ->> 'n')::int as n, c ->> 'code' as code, c ->> 'kind' as kind,
         c ->> 'checkpoint' as checkpoint, count(*) over (partition by c ->> 'g', c ->> 'step') as all
    from jsonb_array_elements(current_setting('bench.criteria')::jsonb) as c;

insert into "Enrolment" (id, "personId", "roleGroupCode", "teamId", "editionId", tracks, "enrolledOn", "createdAt", "createdById")
  select bench_id(7, i * 2), bench_id(3, i), null, bench_id(2, t), current_setting('bench.edition')::uuid, '{}'::text[], current_date - 560,
         now() - interval '560 days', bench_id(3, 1)
    from bench_person
  union all
  select bench_id(7, i * 2 + 1), bench_id(3, i), (current_setting('bench.groups')::jsonb) ->> g, bench_id(2, t),
         current_setting('bench.edition')::uuid, case g when 3 then array['management', 'diagnosis'] else '{}'::text[] end, current_date - 550,
         now() - interval '550 days', bench_id(3, 1)
    from bench_person;

insert into "StepOpened" ("enrolmentId", step, "openedOn", "openedAt", "policyValues")
  select bench_id(7, i * 2), 0, current_date - 560, now() - interval '560 days', current_setting('bench.policy')::jsonb from bench_person
  union all
  select bench_id(7, i * 2 + 1), step, current_date - 550 + step * 60, now() - interval '550 days', current_setting('bench.policy')::jsonb
    from bench_person, generate_series(0, least(stage + 1, 3)) as step;

-- the latest STEP of trainees was signed off, what lies before was recognised
insert into "Recognition" (id, "enrolmentId", step, "traineeId", "recognisedById", "recognisedOn", "recognisedAt", reason)
  select bench_id(8, i * 10 + 9), bench_id(7, i * 2), 0, bench_id(3, i), bench_id(3, case i when 1 then 2 else 1 end), current_date - 550,
         now() - interval '550 days', '着任前の実績'
    from bench_person
  union all
  select bench_id(8, i * 10 + step), bench_id(7, i * 2 + 1), step, bench_id(3, i), bench_id(3, case i when 1 then 2 else 1 end),
         current_date - 540, now() - interval '540 days', '着任前の実績'
    from bench_person, generate_series(0, stage - case when k < 8 then 0 else 1 end) as step;

insert into "SignOffRequest" (id, "enrolmentId", step, attempt, "requestedById", "requestedAt", note, "isOpen")
  select bench_id(9, i * 10), bench_id(7, i * 2 + 1), stage, 0, bench_id(3, i), now() - interval '210 days', '', false from bench_person where k >= 8;
insert into "RequestOutcome" ("requestId", kind, "decidedById", "decidedAt", comment)
  select bench_id(9, i * 10), 'signedOff', bench_id(3, g * current_setting('bench.teams')::int + t), now() - interval '205 days', ''
    from bench_person where k >= 8;
insert into "StepSignOff" (id, "enrolmentId", step, "requestId", "traineeId", "mentorId", "signedOn", "signedAt", "restedOn")
  select bench_id(10, i), bench_id(7, i * 2 + 1), stage, bench_id(9, i * 10), bench_id(3, i),
         bench_id(3, g * current_setting('bench.teams')::int + t), current_date - 205, now() - interval '205 days', '{}'
    from bench_person where k >= 8;

-- what waits for a decision
insert into "SignOffRequest" (id, "enrolmentId", step, attempt, "requestedById", "requestedAt", note)
  select bench_id(9, i * 10 + 1), bench_id(7, i * 2 + 1), stage + 1, 0, bench_id(3, i), now() - interval '2 days', '承認をお願いします。'
    from bench_person where k >= 8 and stage < 3 and i % 40 = 3;
insert into "JudgementRequest" (id, "enrolmentId", "criterionCode", note, "requestedAt")
  select bench_id(11, i), bench_id(7, i * 2 + 1), code, '判定をお願いします。', now() - interval '3 days'
    from bench_person p join bench_criterion c on c.g = p.g and c.step = least(p.stage + 1, 3) and c.checkpoint is not null
   where k >= 8 and i % 30 = 5 and c.n = (select min(n) from bench_criterion x where x.g = c.g and x.step = c.step and x.checkpoint is not null);
insert into "Attestation" (id, "enrolmentId", "criterionCode", checkpoint, attempt, judgement, "judgedById", "judgedAt", "judgedOn", comment)
  select bench_id(12, i * 50 + c.n), bench_id(7, i * 2 + 1), code, checkpoint, 0, 'met',
         bench_id(3, (case when p.k < 7 then 7 else p.g end) * current_setting('bench.teams')::int + p.t),
         now() - interval '40 days', current_date - 40, ''
    from bench_person p join bench_criterion c on c.g = p.g and c.step = least(p.stage + 1, 3) and c.checkpoint is not null and c.n % 2 = 0;

insert into "PersonStanding" ("enrolmentId", "personId", "teamId", "roleGroupCode", "completedStep", "openStep", "lastVerifiedOn")
  select bench_id(7, i * 2), bench_id(3, i), bench_id(2, t), null, 0, null::int, null::date from bench_person
  union all
  select bench_id(7, i * 2 + 1), bench_id(3, i), bench_id(2, t), (current_setting('bench.groups')::jsonb) ->> g, stage,
         case when stage < 3 then stage + 1 end, current_date - 15 from bench_person;

select "recount_standings"();
