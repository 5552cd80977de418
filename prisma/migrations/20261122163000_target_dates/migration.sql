-- CreateTable
CREATE TABLE "TargetDate" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "step" SMALLINT NOT NULL,
    "attempt" SMALLINT NOT NULL,
    "targetOn" DATE,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "TargetDate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TargetDate_enrolmentId_step_attempt_key" ON "TargetDate"("enrolmentId", "step", "attempt");

-- AddForeignKey
ALTER TABLE "TargetDate" ADD CONSTRAINT "TargetDate_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: a date stays as it was set; the next row replaces it.
create function "target_date_stays"() returns trigger language plpgsql as $$
begin
  raise exception 'a target date is replaced, never changed' using errcode = '23514';
end $$;
create trigger "TargetDate_stays" before update on "TargetDate" for each row execute function "target_date_stays"();
alter table "TargetDate" add constraint "TargetDate_step" check (step between 0 and 3 and attempt >= 0);
