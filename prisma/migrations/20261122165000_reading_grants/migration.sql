-- CreateTable
CREATE TABLE "ReadingGrant" (
    "id" UUID NOT NULL,
    "auditorId" UUID NOT NULL,
    "personId" UUID,
    "teamIds" UUID[],
    "fromOn" DATE NOT NULL,
    "toOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedById" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReadingGrant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReadingGrant_auditorId_toOn_idx" ON "ReadingGrant"("auditorId", "toOn");

-- CreateIndex
CREATE INDEX "ReadingGrant_personId_idx" ON "ReadingGrant"("personId");

-- AddForeignKey
ALTER TABLE "ReadingGrant" ADD CONSTRAINT "ReadingGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Thirty days with the first and the last; for nobody themselves, about somebody or some team.
alter table "ReadingGrant" add constraint "ReadingGrant_days" check ("toOn" >= "fromOn" and "toOn" - "fromOn" < 30);
alter table "ReadingGrant" add constraint "ReadingGrant_not_oneself" check ("auditorId" <> "grantedById" and "grantedById" is distinct from "personId");
alter table "ReadingGrant" add constraint "ReadingGrant_of_teams" check (cardinality("teamIds") > 0);
alter table "ReadingGrant" add constraint "ReadingGrant_withdrawn" check (("withdrawnById" is null) = ("withdrawnAt" is null));
