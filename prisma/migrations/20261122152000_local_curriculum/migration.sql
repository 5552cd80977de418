-- AlterTable
ALTER TABLE "CurriculumEdition" ADD COLUMN     "baseId" UUID;

-- CreateTable
CREATE TABLE "LocalChange" (
    "id" UUID NOT NULL,
    "teamId" UUID,
    "kind" TEXT NOT NULL,
    "itemCode" TEXT NOT NULL,
    "item" JSONB,
    "reason" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawReason" TEXT,

    CONSTRAINT "LocalChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditionInForce" (
    "id" UUID NOT NULL,
    "teamId" UUID,
    "editionId" UUID NOT NULL,
    "putAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EditionInForce_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditionDecision" (
    "id" UUID NOT NULL,
    "actId" UUID,
    "enrolmentId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EditionDecision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LocalChange_teamId_idx" ON "LocalChange"("teamId");

-- CreateIndex
CREATE INDEX "EditionInForce_teamId_putAt_idx" ON "EditionInForce"("teamId", "putAt");

-- CreateIndex
CREATE INDEX "EditionDecision_enrolmentId_decidedAt_idx" ON "EditionDecision"("enrolmentId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "EditionDecision_actId_enrolmentId_key" ON "EditionDecision"("actId", "enrolmentId");

-- AddForeignKey
ALTER TABLE "EditionDecision" ADD CONSTRAINT "EditionDecision_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.
alter table "LocalChange" add constraint "LocalChange_kind" check (
  (kind = 'exempt' and item is null) or (kind = 'add' and item is not null and "itemCode" like 'local.%'));
alter table "LocalChange" add constraint "LocalChange_withdrawn" check (
  ("withdrawnAt" is null) = ("withdrawnById" is null) and ("withdrawnAt" is null) = ("withdrawReason" is null));
-- an item is exempted once in one reach, and a local code is one item for ever
create unique index "LocalChange_exempted_key" on "LocalChange"
  (coalesce("teamId", '00000000-0000-0000-0000-000000000000'::uuid), "itemCode") where kind = 'exempt' and "withdrawnAt" is null;
create unique index "LocalChange_added_key" on "LocalChange" ("itemCode") where kind = 'add';
alter table "EditionDecision" add constraint "EditionDecision_outcome" check (outcome in ('moved', 'stays') and cause in ('rule', 'manager', 'opening'));
alter table "EditionDecision" add constraint "EditionDecision_by" check (
  (cause = 'opening') = ("decidedById" is null) and (cause = 'opening') = ("actId" is null) and (cause <> 'manager' or btrim(reason) <> ''));
