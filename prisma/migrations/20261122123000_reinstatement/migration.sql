-- DropIndex
DROP INDEX "Revocation_signOffId_key";

-- DropIndex
DROP INDEX "Revocation_recognitionId_key";

-- AlterTable
ALTER TABLE "Revocation" ADD COLUMN     "reinstateReason" TEXT,
ADD COLUMN     "reinstatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reinstatedById" UUID;

-- CreateTable
CREATE TABLE "RevokedMentorship" (
    "revocationId" UUID NOT NULL,
    "mentorshipId" UUID NOT NULL,

    CONSTRAINT "RevokedMentorship_pkey" PRIMARY KEY ("revocationId","mentorshipId")
);

-- CreateIndex
CREATE INDEX "Revocation_signOffId_idx" ON "Revocation"("signOffId");

-- CreateIndex
CREATE INDEX "Revocation_recognitionId_idx" ON "Revocation"("recognitionId");

-- AddForeignKey
ALTER TABLE "RevokedMentorship" ADD CONSTRAINT "RevokedMentorship_revocationId_fkey" FOREIGN KEY ("revocationId") REFERENCES "Revocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevokedMentorship" ADD CONSTRAINT "RevokedMentorship_mentorshipId_fkey" FOREIGN KEY ("mentorshipId") REFERENCES "Mentorship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- one standing revocation for each; lifted ones stay as they were
CREATE UNIQUE INDEX "Revocation_sign_off_standing_key" ON "Revocation" ("signOffId") WHERE "reinstatedAt" IS NULL;
CREATE UNIQUE INDEX "Revocation_recognition_standing_key" ON "Revocation" ("recognitionId") WHERE "reinstatedAt" IS NULL;
ALTER TABLE "Revocation" ADD CONSTRAINT "Revocation_reinstated" CHECK (
  ("reinstatedAt" IS NULL) = ("reinstatedById" IS NULL) AND ("reinstatedAt" IS NULL) = ("reinstateReason" IS NULL));

-- nobody revokes or reinstates a STEP of their own, whatever the program says
CREATE FUNCTION "revocation_not_oneself"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "StepSignOff" s WHERE s.id = new."signOffId" AND s."traineeId" IN (new."revokedById", new."reinstatedById"))
     OR EXISTS (SELECT 1 FROM "Recognition" r WHERE r.id = new."recognitionId" AND r."traineeId" IN (new."revokedById", new."reinstatedById")) THEN
    RAISE EXCEPTION 'a person cannot revoke or reinstate their own STEP' USING ERRCODE = '23514';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER "Revocation_not_oneself" BEFORE INSERT OR UPDATE ON "Revocation"
  FOR EACH ROW EXECUTE FUNCTION "revocation_not_oneself"();
