-- The audit trail: a hash chain that can be appended to and read, and nothing else. Tamper-evident, not tamper-proof:
-- whoever rewrites all of it as superuser is found only by a checkpoint kept elsewhere.

create schema audit;

create table audit.event (
  seq       bigint      primary key,
  at        timestamptz not null,
  actor     text        not null,
  action    text        not null,
  subject   text        not null,
  body      text        not null,
  prev_hash bytea       not null check (octet_length(prev_hash) = 32),
  hash      bytea       not null check (octet_length(hash) = 32)
);
create index event_subject_idx on audit.event (subject, seq);
create index event_actor_idx on audit.event (actor, seq);

-- The last event. Its one row is locked by each append until commit: that makes the numbers gapless and the order true.
create table audit.head (
  single boolean     primary key default true check (single),
  seq    bigint      not null,
  at     timestamptz not null,
  hash   bytea       not null
);
insert into audit.head (seq, at, hash) values (0, '-infinity', decode(repeat('00', 32), 'hex'));

-- Format 0x02. Never changed: tests/integration/audit holds golden hashes. Every field is preceded by its length in bytes
-- (four bytes, big-endian), so that no two events read the same; the time is UTC with microseconds.
create function audit.hash_of(prev bytea, seq bigint, at timestamptz, actor text, action text, subject text, body text)
returns bytea language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
  select sha256('\x02'::bytea || prev || string_agg(int4send(octet_length(field)) || field, ''::bytea order by place))
    from unnest(array[
      convert_to(seq::text, 'UTF8'),
      convert_to(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'UTF8'),
      convert_to(actor, 'UTF8'),
      convert_to(action, 'UTF8'),
      convert_to(subject, 'UTF8'),
      convert_to(body, 'UTF8')
    ]) with ordinality as fields (field, place)
$$;

-- The one way in. The time never goes back, also when the machine's clock does.
create function audit.append(actor text, action text, subject text, body text)
returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  last audit.head;
  next audit.event;
begin
  select * into strict last from audit.head for update;
  next.seq := last.seq + 1;
  next.at := greatest(clock_timestamp(), last.at + interval '1 microsecond');
  next.actor := append.actor;
  next.action := append.action;
  next.subject := append.subject;
  next.body := append.body;
  next.prev_hash := last.hash;
  next.hash := audit.hash_of(last.hash, next.seq, next.at, next.actor, next.action, next.subject, next.body);
  insert into audit.event values (next.*);
  update audit.head set seq = next.seq, at = next.at, hash = next.hash;
  return next.seq;
end
$$;

create function audit.forbid() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'the audit trail is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete on audit.event for each row execute function audit.forbid();
create trigger never_emptied before truncate on audit.event for each statement execute function audit.forbid();
create trigger never_deleted before delete on audit.head for each row execute function audit.forbid();
create trigger never_emptied before truncate on audit.head for each statement execute function audit.forbid();

-- The first event that is not as it was written, and why; no row when the chain holds.
create function audit.verify() returns table (seq bigint, problem text) language sql stable
set search_path = pg_catalog, pg_temp
as $$
  with linked as (
    select event.*,
           lag(event.seq, 1, 0::bigint) over w as prev_seq,
           lag(event.hash, 1, decode(repeat('00', 32), 'hex')) over w as prev_event_hash,
           lag(event.at, 1, '-infinity') over w as prev_at
      from audit.event
    window w as (order by event.seq)
  ), judged as (
    select linked.seq,
           case
             when linked.seq <> prev_seq + 1 then 'gap'
             when linked.prev_hash <> prev_event_hash then 'link'
             when linked.at <= prev_at then 'time'
             when linked.hash is distinct from audit.hash_of(
               linked.prev_hash, linked.seq, linked.at, linked.actor, linked.action, linked.subject, linked.body) then 'content'
           end as problem
      from linked
  ), tail as (
    select coalesce(max(event.seq), 0) as seq from audit.event
  ), found as (
    select judged.seq, judged.problem from judged where judged.problem is not null
    union all
    select greatest(head.seq, tail.seq), 'head'
      from audit.head cross join tail left join audit.event on event.seq = tail.seq
     where head.seq <> tail.seq
        or head.hash <> coalesce(event.hash, decode(repeat('00', 32), 'hex'))
        or head.at <> coalesce(event.at, '-infinity')
    union all
    select 0, 'head' where not exists (select from audit.head)
  )
  select found.seq, found.problem from found order by found.seq limit 1
$$;

revoke all on schema audit from public;
revoke all on all tables in schema audit from public;
revoke all on all functions in schema audit from public;

-- What the app's role may do: rows of `public`, now and in later migrations; of the audit, append and read.
create procedure audit.admit(app name) language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  execute format('grant usage on schema public, audit to %I', app);
  execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
  execute format('grant usage, select on all sequences in schema public to %I', app);
  execute format('alter default privileges in schema public grant select, insert, update, delete on tables to %I', app);
  execute format('alter default privileges in schema public grant usage, select on sequences to %I', app);
  if to_regclass('public._prisma_migrations') is not null then
    execute format('revoke all on public._prisma_migrations from %I', app);
  end if;
  execute format('grant select on audit.event, audit.head to %I', app);
  execute format('grant execute on function audit.append(text, text, text, text) to %I', app);
end
$$;
revoke all on procedure audit.admit(name) from public;

-- The start script makes the role before; where there is none yet, a later start admits it.
do $$
begin
  if exists (select from pg_roles where rolname = 'sodate_app') then
    call audit.admit('sodate_app');
  end if;
end
$$;
