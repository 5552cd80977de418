-- CreateTable
CREATE TABLE "Deactivation" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "deactivatedById" UUID NOT NULL,
    "deactivatedAt" TIMESTAMPTZ(3) NOT NULL,
    "reactivateReason" TEXT,
    "reactivatedById" UUID,
    "reactivatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deactivation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Deactivation_personId_idx" ON "Deactivation"("personId");
