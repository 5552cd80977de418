-- What waits is looked up, not searched for among everything that was ever verified: two columns that follow from the facts beside
-- them, kept by triggers so that no command can forget them.

alter table "RecordClaim" add column "isUnverified" boolean not null default true;
alter table "SignOffRequest" add column "isOpen" boolean not null default true;

-- a claim stands, its record stands, and no verification of it does
create function "claim_is_unverified"(claim "RecordClaim") returns boolean language sql stable as $$
  select claim."withdrawnAt" is null
     and not exists (select 1 from "PracticeRecord" r where r.id = claim."recordId" and r."withdrawnAt" is not null)
     and not exists (select 1 from "Verification" v where v."claimId" = claim.id and v."withdrawnAt" is null)
$$;

update "RecordClaim" c set "isUnverified" = false where not "claim_is_unverified"(c);
update "SignOffRequest" q set "isOpen" = false where exists (select 1 from "RequestOutcome" o where o."requestId" = q.id);

create function "claim_withdrawn"() returns trigger language plpgsql as $$
begin
  new."isUnverified" := "claim_is_unverified"(new);
  return new;
end $$;
create trigger "RecordClaim_unverified" before insert or update of "withdrawnAt" on "RecordClaim"
  for each row execute function "claim_withdrawn"();

create function "claim_verified"() returns trigger language plpgsql as $$
begin
  update "RecordClaim" c set "isUnverified" = "claim_is_unverified"(c) where c.id = new."claimId";
  return null;
end $$;
create trigger "Verification_unverified" after insert or update of "withdrawnAt" on "Verification"
  for each row execute function "claim_verified"();

create function "record_withdrawn"() returns trigger language plpgsql as $$
begin
  update "RecordClaim" c set "isUnverified" = "claim_is_unverified"(c) where c."recordId" = new.id;
  return null;
end $$;
create trigger "PracticeRecord_unverified" after update of "withdrawnAt" on "PracticeRecord"
  for each row execute function "record_withdrawn"();

create function "request_decided"() returns trigger language plpgsql as $$
begin
  update "SignOffRequest" set "isOpen" = false where id = new."requestId";
  return null;
end $$;
create trigger "RequestOutcome_decided" after insert on "RequestOutcome"
  for each row execute function "request_decided"();

create index "RecordClaim_unverified_idx" on "RecordClaim" ("enrolmentId") where "isUnverified";
create index "SignOffRequest_open_idx" on "SignOffRequest" ("enrolmentId") where "isOpen";
create index "Remark_open_idx" on "Remark" ("enrolmentId") where "settledAt" is null;
create index "Person_leaving_idx" on "Person" (id) where "deactivatedAt" is not null or "endsOn" is not null;
