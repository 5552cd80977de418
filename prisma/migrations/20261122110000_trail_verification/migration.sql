-- CreateTable
CREATE TABLE "TrailVerification" (
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,
    "events" BIGINT NOT NULL,
    "checkpoints" INTEGER NOT NULL,
    "covered" BIGINT NOT NULL,
    "faults" JSONB NOT NULL,
    "requestedById" UUID,

    CONSTRAINT "TrailVerification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TrailVerification_finishedAt_idx" ON "TrailVerification"("finishedAt");

-- The app verifies, too: it only reads. Otherwise as before.
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
