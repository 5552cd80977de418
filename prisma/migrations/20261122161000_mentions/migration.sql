-- Whom a body names, so that the proof of one person reads that person's events and not the whole trail.

create function audit.mentioned(body text) returns uuid[] language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
  select array(select distinct found[1]::uuid from regexp_matches(
    body, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') found)
$$;

-- Writes collect in a list and are sorted in by vacuum or when it is full: an append, under the lock of the chain's head, stays short.
create index event_mentioned_idx on audit.event using gin (audit.mentioned(body)) with (fastupdate = on);

revoke all on function audit.mentioned(text) from public;

create or replace procedure audit.admit(app name) language plpgsql
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
  execute format('grant execute on function audit.mentioned(text) to %I', app);
  execute format('grant execute on function audit.verify() to %I', app);
  execute format('grant execute on function audit.hash_of(bytea, bigint, timestamptz, text, text, text, text) to %I', app);
end
$$;

do $$
begin
  if exists (select from pg_roles where rolname = 'sodate_app') then
    call audit.admit('sodate_app');
  end if;
end
$$;
