-- CreateEnum
CREATE TYPE "OneTimeLinkKind" AS ENUM ('setup', 'invitation', 'reset');

-- CreateEnum
CREATE TYPE "Affiliation" AS ENUM ('own', 'seconded', 'dispatched', 'contractor');

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('ja', 'en');

-- CreateEnum
CREATE TYPE "GrantedCapacity" AS ENUM ('manager', 'admin', 'auditor');

-- CreateEnum
CREATE TYPE "MentorshipBasis" AS ENUM ('proficiency', 'appointment');

-- CreateEnum
CREATE TYPE "AppointmentKind" AS ENUM ('countersigner', 'reviewer');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('link', 'ticket');

-- CreateEnum
CREATE TYPE "RequestOutcomeKind" AS ENUM ('signedOff', 'sentBack', 'withdrawn');

-- CreateTable
CREATE TABLE "CurriculumEdition" (
    "id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "structure" JSONB NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CurriculumEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CurriculumWording" (
    "id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CurriculumWording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicySetting" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "holdsFrom" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PolicySetting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "personId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "personId" UUID NOT NULL,
    "aal" SMALLINT NOT NULL,
    "amr" TEXT[],
    "userAgent" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "kind" "OneTimeLinkKind" NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "personId" UUID,
    "madeById" UUID,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "PurposeAcknowledgement" (
    "personId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PurposeAcknowledgement_pkey" PRIMARY KEY ("personId","version")
);

-- CreateTable
CREATE TABLE "Draft" (
    "personId" UUID NOT NULL,
    "formKey" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("personId","formKey")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "nameJa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameJa" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "parentId" UUID,
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Tokyo',
    "fiscalYearStartMonth" SMALLINT NOT NULL DEFAULT 4,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedOn" DATE,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamAncestor" (
    "teamId" UUID NOT NULL,
    "ancestorId" UUID NOT NULL,
    "depth" SMALLINT NOT NULL,

    CONSTRAINT "TeamAncestor_pkey" PRIMARY KEY ("teamId","ancestorId")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "latinName" TEXT NOT NULL,
    "employeeNumber" TEXT,
    "locale" "Locale" NOT NULL DEFAULT 'ja',
    "affiliation" "Affiliation" NOT NULL DEFAULT 'own',
    "endsOn" DATE,
    "deactivatedAt" TIMESTAMPTZ(3),
    "deactivatedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "keyShortcuts" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "isMain" BOOLEAN NOT NULL,
    "fromOn" DATE NOT NULL,
    "toOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CapacityGrant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "capacity" "GrantedCapacity" NOT NULL,
    "teamId" UUID,
    "reason" TEXT NOT NULL,
    "grantedById" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,

    CONSTRAINT "CapacityGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mentorship" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "roleGroupCode" TEXT NOT NULL,
    "teamId" UUID,
    "basis" "MentorshipBasis" NOT NULL,
    "reason" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "appointedById" UUID,
    "appointedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,

    CONSTRAINT "Mentorship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "AppointmentKind" NOT NULL,
    "teamId" UUID NOT NULL,
    "roleGroupCode" TEXT,
    "reason" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "appointedById" UUID NOT NULL,
    "appointedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordVisit" (
    "id" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "viewerId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "visitedOn" DATE NOT NULL,
    "visitedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecordVisit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeRecord" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "onceKey" UUID NOT NULL,
    "happenedOn" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "did" TEXT NOT NULL,
    "learned" TEXT NOT NULL,
    "supervision" SMALLINT,
    "mentorPresentId" UUID,
    "mentorPresentName" TEXT,
    "tlp" TEXT NOT NULL,
    "incidentRef" TEXT,
    "periodCovered" DATE,
    "subCase" TEXT,
    "judged" INTEGER,
    "right" INTEGER,
    "technique" TEXT,
    "readingItem" TEXT,
    "loggedAt" TIMESTAMPTZ(3) NOT NULL,
    "correctsId" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "PracticeRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "value" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordClaim" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "criterionCode" TEXT NOT NULL,
    "parts" TEXT[],
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecordClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "attempt" SMALLINT NOT NULL DEFAULT 0,
    "verifiedById" UUID NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3) NOT NULL,
    "byReviewer" BOOLEAN NOT NULL DEFAULT false,
    "supervision" SMALLINT,
    "mentorPresent" BOOLEAN NOT NULL,
    "parts" TEXT[],
    "judged" INTEGER,
    "right" INTEGER,
    "comment" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawReason" TEXT,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Remark" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "criterionCode" TEXT NOT NULL,
    "claimId" UUID,
    "requestId" UUID,
    "byId" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attestation" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "criterionCode" TEXT NOT NULL,
    "checkpoint" TEXT NOT NULL,
    "attempt" SMALLINT NOT NULL,
    "judgement" TEXT NOT NULL,
    "judgedById" UUID NOT NULL,
    "judgedAt" TIMESTAMPTZ(3) NOT NULL,
    "judgedOn" DATE NOT NULL,
    "byReviewer" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT NOT NULL,

    CONSTRAINT "Attestation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JudgementRequest" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "criterionCode" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,

    CONSTRAINT "JudgementRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "roleGroupCode" TEXT,
    "teamId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "tracks" TEXT[],
    "enrolledOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "endedOn" DATE,
    "endReason" TEXT,
    "endedById" UUID,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StepOpened" (
    "enrolmentId" UUID NOT NULL,
    "step" SMALLINT NOT NULL,
    "openedOn" DATE NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "policyValues" JSONB NOT NULL,

    CONSTRAINT "StepOpened_pkey" PRIMARY KEY ("enrolmentId","step")
);

-- CreateTable
CREATE TABLE "SignOffRequest" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "step" SMALLINT NOT NULL,
    "attempt" SMALLINT NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "SignOffRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestOutcome" (
    "requestId" UUID NOT NULL,
    "kind" "RequestOutcomeKind" NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "comment" TEXT NOT NULL,

    CONSTRAINT "RequestOutcome_pkey" PRIMARY KEY ("requestId")
);

-- CreateTable
CREATE TABLE "MentorSignature" (
    "requestId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "comment" TEXT NOT NULL,

    CONSTRAINT "MentorSignature_pkey" PRIMARY KEY ("requestId")
);

-- CreateTable
CREATE TABLE "StepSignOff" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "step" SMALLINT NOT NULL,
    "attempt" SMALLINT NOT NULL DEFAULT 0,
    "requestId" UUID NOT NULL,
    "traineeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "byReviewer" BOOLEAN NOT NULL DEFAULT false,
    "countersignedById" UUID,
    "countersignedAt" TIMESTAMPTZ(3),
    "signedOn" DATE NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "restedOn" JSONB NOT NULL,

    CONSTRAINT "StepSignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrozenClaim" (
    "signOffId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "verificationId" UUID NOT NULL,

    CONSTRAINT "FrozenClaim_pkey" PRIMARY KEY ("signOffId","claimId")
);

-- CreateTable
CREATE TABLE "Recognition" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "step" SMALLINT NOT NULL,
    "attempt" SMALLINT NOT NULL DEFAULT 0,
    "traineeId" UUID NOT NULL,
    "recognisedById" UUID NOT NULL,
    "recognisedOn" DATE NOT NULL,
    "recognisedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "Recognition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revocation" (
    "id" UUID NOT NULL,
    "signOffId" UUID,
    "recognitionId" UUID,
    "revokedById" UUID NOT NULL,
    "revokedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "Revocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonStanding" (
    "enrolmentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "roleGroupCode" TEXT,
    "completedStep" SMALLINT,
    "openStep" SMALLINT,
    "lastVerifiedOn" DATE,

    CONSTRAINT "PersonStanding_pkey" PRIMARY KEY ("enrolmentId")
);

-- CreateTable
CREATE TABLE "TaskDone" (
    "enrolmentId" UUID NOT NULL,
    "taskCode" TEXT NOT NULL,
    "doneOn" DATE NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TaskDone_pkey" PRIMARY KEY ("enrolmentId","taskCode")
);

-- CreateIndex
CREATE UNIQUE INDEX "CurriculumEdition_digest_key" ON "CurriculumEdition"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "CurriculumWording_digest_key" ON "CurriculumWording"("digest");

-- CreateIndex
CREATE INDEX "PolicySetting_code_holdsFrom_idx" ON "PolicySetting"("code", "holdsFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_personId_idx" ON "OneTimeLink"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_code_key" ON "Team"("code");

-- CreateIndex
CREATE INDEX "Team_parentId_idx" ON "Team"("parentId");

-- CreateIndex
CREATE INDEX "TeamAncestor_ancestorId_teamId_idx" ON "TeamAncestor"("ancestorId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_employeeNumber_key" ON "Person"("employeeNumber");

-- CreateIndex
CREATE INDEX "Person_reading_id_idx" ON "Person"("reading", "id");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "Membership_teamId_idx" ON "Membership"("teamId");

-- CreateIndex
CREATE INDEX "CapacityGrant_personId_idx" ON "CapacityGrant"("personId");

-- CreateIndex
CREATE INDEX "CapacityGrant_teamId_idx" ON "CapacityGrant"("teamId");

-- CreateIndex
CREATE INDEX "Mentorship_personId_idx" ON "Mentorship"("personId");

-- CreateIndex
CREATE INDEX "Mentorship_roleGroupCode_teamId_idx" ON "Mentorship"("roleGroupCode", "teamId");

-- CreateIndex
CREATE INDEX "Appointment_personId_idx" ON "Appointment"("personId");

-- CreateIndex
CREATE INDEX "Appointment_teamId_kind_idx" ON "Appointment"("teamId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "RecordVisit_subjectId_viewerId_place_visitedOn_key" ON "RecordVisit"("subjectId", "viewerId", "place", "visitedOn");

-- CreateIndex
CREATE UNIQUE INDEX "PracticeRecord_correctsId_key" ON "PracticeRecord"("correctsId");

-- CreateIndex
CREATE INDEX "PracticeRecord_personId_happenedOn_idx" ON "PracticeRecord"("personId", "happenedOn");

-- CreateIndex
CREATE UNIQUE INDEX "PracticeRecord_personId_onceKey_key" ON "PracticeRecord"("personId", "onceKey");

-- CreateIndex
CREATE INDEX "Evidence_recordId_idx" ON "Evidence"("recordId");

-- CreateIndex
CREATE INDEX "RecordClaim_enrolmentId_criterionCode_idx" ON "RecordClaim"("enrolmentId", "criterionCode");

-- CreateIndex
CREATE UNIQUE INDEX "RecordClaim_recordId_enrolmentId_criterionCode_key" ON "RecordClaim"("recordId", "enrolmentId", "criterionCode");

-- CreateIndex
CREATE UNIQUE INDEX "Verification_claimId_attempt_key" ON "Verification"("claimId", "attempt");

-- CreateIndex
CREATE INDEX "Remark_enrolmentId_criterionCode_idx" ON "Remark"("enrolmentId", "criterionCode");

-- CreateIndex
CREATE INDEX "Remark_claimId_idx" ON "Remark"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Attestation_enrolmentId_criterionCode_checkpoint_attempt_key" ON "Attestation"("enrolmentId", "criterionCode", "checkpoint", "attempt");

-- CreateIndex
CREATE INDEX "JudgementRequest_enrolmentId_criterionCode_idx" ON "JudgementRequest"("enrolmentId", "criterionCode");

-- CreateIndex
CREATE INDEX "Enrolment_personId_idx" ON "Enrolment"("personId");

-- CreateIndex
CREATE INDEX "Enrolment_teamId_roleGroupCode_idx" ON "Enrolment"("teamId", "roleGroupCode");

-- CreateIndex
CREATE UNIQUE INDEX "SignOffRequest_enrolmentId_step_attempt_key" ON "SignOffRequest"("enrolmentId", "step", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "StepSignOff_requestId_key" ON "StepSignOff"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "StepSignOff_enrolmentId_step_attempt_key" ON "StepSignOff"("enrolmentId", "step", "attempt");

-- CreateIndex
CREATE INDEX "FrozenClaim_claimId_idx" ON "FrozenClaim"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Recognition_enrolmentId_step_attempt_key" ON "Recognition"("enrolmentId", "step", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "Revocation_signOffId_key" ON "Revocation"("signOffId");

-- CreateIndex
CREATE UNIQUE INDEX "Revocation_recognitionId_key" ON "Revocation"("recognitionId");

-- CreateIndex
CREATE INDEX "PersonStanding_teamId_roleGroupCode_completedStep_idx" ON "PersonStanding"("teamId", "roleGroupCode", "completedStep");

-- CreateIndex
CREATE INDEX "PersonStanding_personId_idx" ON "PersonStanding"("personId");

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurposeAcknowledgement" ADD CONSTRAINT "PurposeAcknowledgement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamAncestor" ADD CONSTRAINT "TeamAncestor_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamAncestor" ADD CONSTRAINT "TeamAncestor_ancestorId_fkey" FOREIGN KEY ("ancestorId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapacityGrant" ADD CONSTRAINT "CapacityGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapacityGrant" ADD CONSTRAINT "CapacityGrant_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordVisit" ADD CONSTRAINT "RecordVisit_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeRecord" ADD CONSTRAINT "PracticeRecord_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeRecord" ADD CONSTRAINT "PracticeRecord_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "PracticeRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "PracticeRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordClaim" ADD CONSTRAINT "RecordClaim_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "PracticeRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordClaim" ADD CONSTRAINT "RecordClaim_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "RecordClaim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "RecordClaim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "SignOffRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JudgementRequest" ADD CONSTRAINT "JudgementRequest_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "CurriculumEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StepOpened" ADD CONSTRAINT "StepOpened_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffRequest" ADD CONSTRAINT "SignOffRequest_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestOutcome" ADD CONSTRAINT "RequestOutcome_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "SignOffRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorSignature" ADD CONSTRAINT "MentorSignature_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "SignOffRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StepSignOff" ADD CONSTRAINT "StepSignOff_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StepSignOff" ADD CONSTRAINT "StepSignOff_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "SignOffRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenClaim" ADD CONSTRAINT "FrozenClaim_signOffId_fkey" FOREIGN KEY ("signOffId") REFERENCES "StepSignOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenClaim" ADD CONSTRAINT "FrozenClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "RecordClaim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenClaim" ADD CONSTRAINT "FrozenClaim_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recognition" ADD CONSTRAINT "Recognition_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revocation" ADD CONSTRAINT "Revocation_signOffId_fkey" FOREIGN KEY ("signOffId") REFERENCES "StepSignOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revocation" ADD CONSTRAINT "Revocation_recognitionId_fkey" FOREIGN KEY ("recognitionId") REFERENCES "Recognition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonStanding" ADD CONSTRAINT "PersonStanding_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskDone" ADD CONSTRAINT "TaskDone_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
