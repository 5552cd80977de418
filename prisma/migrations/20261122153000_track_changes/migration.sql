-- CreateTable
CREATE TABLE "TrackChange" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "before" TEXT[],
    "after" TEXT[],
    "reason" TEXT NOT NULL,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrackChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TrackChange_enrolmentId_changedAt_idx" ON "TrackChange"("enrolmentId", "changedAt");

-- AddForeignKey
ALTER TABLE "TrackChange" ADD CONSTRAINT "TrackChange_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.
alter table "TrackChange" add constraint "TrackChange_reason" check (btrim(reason) <> '');
alter table "TrackChange" add constraint "TrackChange_some" check (cardinality("after") > 0);
