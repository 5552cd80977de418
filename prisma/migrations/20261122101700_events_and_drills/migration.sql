-- CreateTable
CREATE TABLE "PlannedDrill" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "plannedOn" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "subCases" TEXT[],
    "plannedById" UUID NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledById" UUID,
    "cancelReason" TEXT,

    CONSTRAINT "PlannedDrill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DrillInvitation" (
    "drillId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "DrillInvitation_pkey" PRIMARY KEY ("drillId","personId")
);

-- CreateTable
CREATE TABLE "SharedEvent" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "happenedOn" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "tlp" TEXT NOT NULL,
    "incidentRef" TEXT,
    "periodCovered" DATE,
    "subCases" TEXT[],
    "loggedById" UUID NOT NULL,
    "loggedAt" TIMESTAMPTZ(3) NOT NULL,
    "drillId" UUID,
    "correctsId" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,

    CONSTRAINT "SharedEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventEvidence" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "value" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "EventEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventParticipation" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "did" TEXT NOT NULL,
    "supervision" SMALLINT,
    "mentorPresentId" UUID,

    CONSTRAINT "EventParticipation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposedRecord" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "subCase" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "recordId" UUID,
    "declineReason" TEXT,

    CONSTRAINT "ProposedRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventNote" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "EventNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PlannedDrill_plannedOn_id_idx" ON "PlannedDrill"("plannedOn", "id");

-- CreateIndex
CREATE INDEX "DrillInvitation_personId_idx" ON "DrillInvitation"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SharedEvent_correctsId_key" ON "SharedEvent"("correctsId");

-- CreateIndex
CREATE INDEX "SharedEvent_happenedOn_id_idx" ON "SharedEvent"("happenedOn", "id");

-- CreateIndex
CREATE INDEX "SharedEvent_loggedById_idx" ON "SharedEvent"("loggedById");

-- CreateIndex
CREATE INDEX "EventEvidence_eventId_idx" ON "EventEvidence"("eventId");

-- CreateIndex
CREATE INDEX "EventParticipation_personId_idx" ON "EventParticipation"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "EventParticipation_eventId_personId_key" ON "EventParticipation"("eventId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ProposedRecord_recordId_key" ON "ProposedRecord"("recordId");

-- CreateIndex
CREATE INDEX "ProposedRecord_participationId_idx" ON "ProposedRecord"("participationId");

-- CreateIndex
CREATE INDEX "EventNote_eventId_idx" ON "EventNote"("eventId");

-- AddForeignKey
ALTER TABLE "DrillInvitation" ADD CONSTRAINT "DrillInvitation_drillId_fkey" FOREIGN KEY ("drillId") REFERENCES "PlannedDrill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrillInvitation" ADD CONSTRAINT "DrillInvitation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedEvent" ADD CONSTRAINT "SharedEvent_drillId_fkey" FOREIGN KEY ("drillId") REFERENCES "PlannedDrill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedEvent" ADD CONSTRAINT "SharedEvent_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "SharedEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventEvidence" ADD CONSTRAINT "EventEvidence_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "SharedEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventParticipation" ADD CONSTRAINT "EventParticipation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "SharedEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventParticipation" ADD CONSTRAINT "EventParticipation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposedRecord" ADD CONSTRAINT "ProposedRecord_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "EventParticipation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposedRecord" ADD CONSTRAINT "ProposedRecord_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "PracticeRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventNote" ADD CONSTRAINT "EventNote_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "SharedEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

-- a planned drill is held once: by the event that stands
create unique index "SharedEvent_drill_key" on "SharedEvent" ("drillId") where "endedAt" is null;
-- one proposal for each scene that a person took part in
create unique index "ProposedRecord_scene_key" on "ProposedRecord" ("participationId", coalesce("subCase", ''));
create index "ProposedRecord_open_idx" on "ProposedRecord" ("personId") where "answeredAt" is null;

alter table "SharedEvent" add constraint "SharedEvent_kind" check (kind in ('incident', 'exercise', 'drillCase', 'meeting'));
alter table "SharedEvent" add constraint "SharedEvent_tlp" check (tlp in ('RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'));
alter table "SharedEvent" add constraint "SharedEvent_red" check (tlp <> 'RED' or what = '');
alter table "SharedEvent" add constraint "SharedEvent_end" check (("endedAt" is null) = ("endedById" is null));
alter table "EventParticipation" add constraint "EventParticipation_supervision" check (supervision is null or supervision between 1 and 5);
alter table "ProposedRecord" add constraint "ProposedRecord_answer" check (
  ("answeredAt" is not null or ("recordId" is null and "declineReason" is null))
  and ("recordId" is null or "declineReason" is null));
alter table "PlannedDrill" add constraint "PlannedDrill_kind" check (kind in ('exercise', 'drillCase'));
alter table "PlannedDrill" add constraint "PlannedDrill_end" check (
  ("cancelledAt" is null) = ("cancelledById" is null) and ("cancelledAt" is null) = ("cancelReason" is null));

-- a proposal becomes a record of its own person, whatever the program says
create function "proposal_of_its_person"() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from "EventParticipation" p where p.id = new."participationId" and p."personId" = new."personId")
     or (new."recordId" is not null and not exists (
       select 1 from "PracticeRecord" r where r.id = new."recordId" and r."personId" = new."personId")) then
    raise exception 'a proposal and its record belong to one person' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger "ProposedRecord_of_its_person" before insert or update on "ProposedRecord"
  for each row execute function "proposal_of_its_person"();
