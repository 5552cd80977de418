-- CreateTable
CREATE TABLE "WorkSource" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "dateFormat" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "trueWords" TEXT[],
    "falseWords" TEXT[],
    "asideWords" TEXT[],
    "types" TEXT[],
    "recordKind" TEXT NOT NULL,
    "recordTitle" TEXT NOT NULL,
    "supervision" SMALLINT,
    "separator" TEXT NOT NULL,
    "refPrefix" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID NOT NULL,

    CONSTRAINT "WorkSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkAnalyst" (
    "sourceId" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "personId" UUID,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkAnalyst_pkey" PRIMARY KEY ("sourceId","alias")
);

-- CreateTable
CREATE TABLE "WorkImport" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "importedById" UUID NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "aside" INTEGER NOT NULL,
    "leftOut" JSONB NOT NULL,

    CONSTRAINT "WorkImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportedRecord" (
    "recordId" UUID NOT NULL,
    "importId" UUID NOT NULL,

    CONSTRAINT "ImportedRecord_pkey" PRIMARY KEY ("recordId")
);

-- CreateTable
CREATE TABLE "WorkItem" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "happenedOn" DATE NOT NULL,
    "verdict" BOOLEAN,
    "finalVerdict" BOOLEAN,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "WorkItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WorkSource_teamId_name_key" ON "WorkSource"("teamId", "name");

-- CreateIndex
CREATE INDEX "WorkImport_sourceId_importedAt_idx" ON "WorkImport"("sourceId", "importedAt");

-- CreateIndex
CREATE INDEX "ImportedRecord_importId_idx" ON "ImportedRecord"("importId");

-- CreateIndex
CREATE INDEX "WorkItem_recordId_idx" ON "WorkItem"("recordId");

-- AddForeignKey
ALTER TABLE "WorkSource" ADD CONSTRAINT "WorkSource_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkAnalyst" ADD CONSTRAINT "WorkAnalyst_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "WorkSource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkImport" ADD CONSTRAINT "WorkImport_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "WorkSource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedRecord" ADD CONSTRAINT "ImportedRecord_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "PracticeRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedRecord" ADD CONSTRAINT "ImportedRecord_importId_fkey" FOREIGN KEY ("importId") REFERENCES "WorkImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkItem" ADD CONSTRAINT "WorkItem_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "ImportedRecord"("recordId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkItem" ADD CONSTRAINT "WorkItem_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "WorkSource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: one thing of a source is imported once, and one alert has one judge.
create unique index "WorkItem_standing_key" on "WorkItem" ("sourceId", "externalId", "personId") where "supersededAt" is null;
create unique index "WorkItem_one_judge_key" on "WorkItem" ("sourceId", "externalId")
  where "supersededAt" is null and verdict is not null;
create index "WorkItem_person_idx" on "WorkItem" ("sourceId", "personId", "happenedOn") where "supersededAt" is null;

alter table "WorkSource" add constraint "WorkSource_kind" check (kind in ('alertJudgements', 'tickets'));
alter table "WorkSource" add constraint "WorkSource_supervision" check (supervision is null or supervision between 1 and 5);
alter table "WorkItem" add constraint "WorkItem_verdicts" check ("finalVerdict" is null or verdict is not null);
alter table "WorkImport" add constraint "WorkImport_counts" check (
  added >= 0 and changed >= 0 and unchanged >= 0 and aside >= 0 and jsonb_typeof("leftOut") = 'array');
