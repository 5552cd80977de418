-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "runAt" TIMESTAMPTZ(6) NOT NULL,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "heldUntil" TIMESTAMPTZ(3),
    "failure" TEXT,
    "failedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "deadAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobRunner" (
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JobRunner_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Job_kind_key_key" ON "Job"("kind", "key");

-- What is still to be done, in its order; what was given up.
CREATE INDEX "Job_due" ON "Job"("runAt", "id") WHERE "doneAt" IS NULL AND "deadAt" IS NULL;
CREATE INDEX "Job_dead" ON "Job"("deadAt" DESC, "id") WHERE "deadAt" IS NOT NULL;
CREATE INDEX "Job_done" ON "Job"("doneAt") WHERE "doneAt" IS NOT NULL;

ALTER TABLE "Job"
  ADD CONSTRAINT "Job_one_end" CHECK ("doneAt" IS NULL OR "deadAt" IS NULL),
  ADD CONSTRAINT "Job_failure_named" CHECK ("deadAt" IS NULL OR "failure" IS NOT NULL);
