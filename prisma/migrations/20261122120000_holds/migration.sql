-- CreateEnum
CREATE TYPE "HoldEnding" AS ENUM ('decided', 'givenBack', 'handedOver', 'ended', 'lapsed');

-- CreateTable
CREATE TABLE "Hold" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "recordId" UUID,
    "judgementRequestId" UUID,
    "signOffRequestId" UUID,
    "holderId" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "handedById" UUID,
    "note" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "ending" "HoldEnding",
    "endReason" TEXT,

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "PracticeRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_judgementRequestId_fkey" FOREIGN KEY ("judgementRequestId") REFERENCES "JudgementRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_signOffRequestId_fkey" FOREIGN KEY ("signOffRequestId") REFERENCES "SignOffRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_handedById_fkey" FOREIGN KEY ("handedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- of each subject one hold at most has not ended: of twenty mentors who take it on at once one does
create unique index "Hold_standing_key" on "Hold" ("enrolmentId", coalesce("recordId", "judgementRequestId", "signOffRequestId"))
  where "endedAt" is null;
create index "Hold_held_idx" on "Hold" ("holderId") where "endedAt" is null;
create index "Hold_ended_idx" on "Hold" ("holderId", "endedAt") where "endedAt" is not null;

alter table "Hold" add constraint "Hold_of_one" check (num_nonnulls("recordId", "judgementRequestId", "signOffRequestId") = 1);
alter table "Hold" add constraint "Hold_lasts" check ("until" > "takenAt");
alter table "Hold" add constraint "Hold_ended" check (
  ("endedAt" is null) = (ending is null)
  and (ending is null or ending = 'lapsed' or "endedById" is not null)
  and (ending is distinct from 'ended' or "endReason" <> ''));
alter table "Hold" add constraint "Hold_handed_by_another" check ("handedById" is null or "handedById" <> "holderId");

-- nobody takes on what they themselves ask for
create function "hold_not_oneself"() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "Enrolment" e where e.id = new."enrolmentId" and e."personId" = new."holderId") then
    raise exception 'a person cannot hold their own request' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger "Hold_not_oneself" before insert on "Hold" for each row execute function "hold_not_oneself"();
