-- What the Prisma schema cannot say: uniqueness of what is open, and facts that must never be written.
-- Dropped and re-created only by a later migration; the drift check compares the rest.

-- one open enrolment per person and role group, basic education being the one without a role group
create unique index "Enrolment_open_key" on "Enrolment" ("personId", coalesce("roleGroupCode", '')) where "endedOn" is null;
create unique index "Membership_open_key" on "Membership" ("personId", "teamId") where "toOn" is null;
create unique index "CapacityGrant_open_key" on "CapacityGrant"
  ("personId", capacity, coalesce("teamId", '00000000-0000-0000-0000-000000000000'::uuid)) where "endedAt" is null;
create unique index "Mentorship_open_key" on "Mentorship"
  ("personId", "roleGroupCode", coalesce("teamId", '00000000-0000-0000-0000-000000000000'::uuid)) where "endedAt" is null;
create unique index "Appointment_open_key" on "Appointment"
  ("personId", kind, "teamId", coalesce("roleGroupCode", '')) where "endedAt" is null;
create unique index "Verification_standing_key" on "Verification" ("claimId") where "withdrawnAt" is null;
create unique index "JudgementRequest_open_key" on "JudgementRequest" ("enrolmentId", "criterionCode") where "closedAt" is null;
create unique index "Organisation_single_key" on "Organisation" ((true));

-- trainee, mentor and countersigner are three people
alter table "StepSignOff" add constraint "StepSignOff_three_people" check (
  "traineeId" <> "mentorId"
  and ("countersignedById" is null or ("countersignedById" <> "mentorId" and "countersignedById" <> "traineeId"))
  and ("countersignedById" is null) = ("countersignedAt" is null));
alter table "Recognition" add constraint "Recognition_not_oneself" check ("traineeId" <> "recognisedById");
alter table "Mentorship" add constraint "Mentorship_not_oneself" check ("appointedById" is null or "appointedById" <> "personId");
alter table "Appointment" add constraint "Appointment_not_oneself" check ("appointedById" <> "personId");
alter table "Revocation" add constraint "Revocation_of_one" check (("signOffId" is null) <> ("recognitionId" is null));

-- numbers within their meaning
alter table "StepOpened" add constraint "StepOpened_step" check (step between 0 and 3);
alter table "StepSignOff" add constraint "StepSignOff_step" check (step between 0 and 3);
alter table "SignOffRequest" add constraint "SignOffRequest_step" check (step between 0 and 3);
alter table "Recognition" add constraint "Recognition_step" check (step between 0 and 3);
alter table "PracticeRecord" add constraint "PracticeRecord_numbers" check (
  (supervision is null or supervision between 1 and 5)
  and (judged is null or judged between 0 and 100000)
  and ("right" is null or (judged is not null and "right" between 0 and judged)));
alter table "Verification" add constraint "Verification_numbers" check (
  (supervision is null or supervision between 1 and 5)
  and (judged is null or judged >= 0)
  and ("right" is null or (judged is not null and "right" between 0 and judged)));
alter table "Team" add constraint "Team_fiscal_year" check ("fiscalYearStartMonth" between 1 and 12);
alter table "Attestation" add constraint "Attestation_judgement" check (judgement in ('met', 'notYet', 'noOccasion'));
alter table "PracticeRecord" add constraint "PracticeRecord_tlp" check (tlp in ('RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'));

-- nobody verifies their own record or judges themselves, whatever the program says
create function "verification_not_oneself"() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
              where c.id = new."claimId" and r."personId" = new."verifiedById") then
    raise exception 'a person cannot verify their own record' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger "Verification_not_oneself" before insert on "Verification"
  for each row execute function "verification_not_oneself"();

create function "attestation_not_oneself"() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "Enrolment" e where e.id = new."enrolmentId" and e."personId" = new."judgedById") then
    raise exception 'a person cannot judge themselves' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger "Attestation_not_oneself" before insert on "Attestation"
  for each row execute function "attestation_not_oneself"();
