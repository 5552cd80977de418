-- CreateTable
CREATE TABLE "Leave" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "toOn" DATE,
    "enteredById" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Leave_personId_idx" ON "Leave"("personId");

-- AddForeignKey
ALTER TABLE "Leave" ADD CONSTRAINT "Leave_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Leave" ADD CONSTRAINT "Leave_days" CHECK ("toOn" IS NULL OR "toOn" >= "fromOn");
ALTER TABLE "Leave" ADD CONSTRAINT "Leave_withdrawn" CHECK (("withdrawnById" IS NULL) = ("withdrawnAt" IS NULL));
-- at most one without a last day, and none begins on the day of another
CREATE UNIQUE INDEX "Leave_open_key" ON "Leave" ("personId") WHERE "toOn" IS NULL AND "withdrawnAt" IS NULL;
CREATE UNIQUE INDEX "Leave_first_day_key" ON "Leave" ("personId", "fromOn") WHERE "withdrawnAt" IS NULL;
