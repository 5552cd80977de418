-- Six records a month for 18 months: number s of person i happened (108 - s) * 5 days ago. Each is claimed for one criterion of the
-- open STEP; of the last few, a third waits.

create temp table bench_record as
  select p.i, p.t, p.g, p.k, s, bench_id(13, p.i * 1000::bigint + s) as id, current_date - (108 - s) * 5 as on, c.code, c.kind,
         (s > 105 and (p.i + s) % 3 = 0) or (s = 104 and p.i % 25 = 4) as waits
    from bench_person p
    cross join generate_series(1, 108) as s
    join bench_criterion c on c.g = p.g and c.step = least(p.stage + 1, 3) and c.n = s % c.all;

insert into "PracticeRecord" (id, "personId", "onceKey", "happenedOn", kind, title, did, learned, supervision, tlp, "periodCovered",
                              judged, "right", "loggedAt")
  select id, bench_id(3, i), id, r.on, kind, '業務の記録 ' || s, '検知の内容と参照したログ、判断の順を書き、運用窓口へ引き継いだ。影響の範囲は部門と端末で数えた。',
         '判断の根拠を二つ以上残す。', 3, 'AMBER', date_trunc('month', r.on)::date, 3, 3,
         least(r.on + interval '8 hours', now() - interval '1 minute')
    from bench_record r;

insert into "Evidence" (id, "recordId", kind, value, position)
  select bench_id(14, i * 1000::bigint + s), id, 'ticket', 'T-' || i || '-' || s, 0 from bench_record where s % 2 = 0;

insert into "RecordClaim" (id, "recordId", "enrolmentId", "criterionCode", parts, "claimedAt", "isUnverified")
  select bench_id(15, i * 1000::bigint + s), r.id, bench_id(7, i * 2 + 1), code, '{}',
         least(r.on + interval '8 hours', now() - interval '1 minute'), waits
    from bench_record r;

insert into "Verification" (id, "claimId", "verifiedById", "verifiedAt", supervision, "mentorPresent", parts, judged, "right", comment)
  select bench_id(16, i * 1000::bigint + s), bench_id(15, i * 1000::bigint + s),
         bench_id(3, (case when k < 7 then 7 else g end) * current_setting('bench.teams')::int + t),
         least(r.on + interval '30 hours', now() - interval '1 minute'), 3, true, '{}', 3, 3, ''
    from bench_record r where not waits;

insert into "Remark" (id, "enrolmentId", "criterionCode", "claimId", "byId", "madeAt", reason)
  select bench_id(17, i), bench_id(7, i * 2 + 1), code, bench_id(15, i * 1000::bigint + s),
         bench_id(3, (case when k < 7 then 7 else g end) * current_setting('bench.teams')::int + t), now() - interval '4 days',
         '判断の根拠を足してください。'
    from bench_record where s = 104 and i % 25 = 4;
