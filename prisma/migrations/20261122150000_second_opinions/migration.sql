-- CreateTable
CREATE TABLE "SecondOpinion" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "criterionCode" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedOfId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "declinedAt" TIMESTAMPTZ(3),
    "declineReason" TEXT,
    "givenAt" TIMESTAMPTZ(3),

    CONSTRAINT "SecondOpinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionJudgement" (
    "opinionId" UUID NOT NULL,
    "checkpoint" TEXT NOT NULL,
    "judgement" TEXT NOT NULL,
    "comment" TEXT NOT NULL,

    CONSTRAINT "OpinionJudgement_pkey" PRIMARY KEY ("opinionId","checkpoint")
);

-- CreateIndex
CREATE INDEX "SecondOpinion_enrolmentId_criterionCode_idx" ON "SecondOpinion"("enrolmentId", "criterionCode");

-- AddForeignKey
ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_askedOfId_fkey" FOREIGN KEY ("askedOfId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionJudgement" ADD CONSTRAINT "OpinionJudgement_opinionId_fkey" FOREIGN KEY ("opinionId") REFERENCES "SecondOpinion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- of each criterion one open question to each mentor
create unique index "SecondOpinion_open_key" on "SecondOpinion" ("enrolmentId", "criterionCode", "askedById", "askedOfId")
  where "givenAt" is null and "declinedAt" is null;
create index "SecondOpinion_asked_of_idx" on "SecondOpinion" ("askedOfId") where "givenAt" is null and "declinedAt" is null;

alter table "SecondOpinion" add constraint "SecondOpinion_of_another" check ("askedById" <> "askedOfId");
alter table "SecondOpinion" add constraint "SecondOpinion_ends_once" check (
  ("givenAt" is null or "declinedAt" is null) and ("declinedAt" is null) = ("declineReason" is null));
alter table "OpinionJudgement" add constraint "OpinionJudgement_judgement" check (judgement in ('met', 'notYet', 'noOccasion'));

-- the trainee is neither of the two
create function "opinion_not_oneself"() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "Enrolment" e where e.id = new."enrolmentId" and e."personId" in (new."askedById", new."askedOfId")) then
    raise exception 'a person cannot judge themselves' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger "SecondOpinion_not_oneself" before insert on "SecondOpinion"
  for each row execute function "opinion_not_oneself"();
