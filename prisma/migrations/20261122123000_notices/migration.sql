-- CreateEnum
CREATE TYPE "NoticeWay" AS ENUM ('app', 'mail', 'digest');

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "about" TEXT,
    "enrolmentId" UUID,
    "subjectId" UUID,
    "actorId" UUID,
    "values" JSONB NOT NULL,
    "way" "NoticeWay" NOT NULL DEFAULT 'app',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeCursor" (
    "single" BOOLEAN NOT NULL DEFAULT true,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "NoticeCursor_pkey" PRIMARY KEY ("single")
);

-- CreateIndex
CREATE INDEX "Notice_personId_at_idx" ON "Notice"("personId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Notice_key_personId_kind_key" ON "Notice"("key", "personId", "kind");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the navigation counts on every page; what an end settles.
CREATE INDEX "Notice_unread" ON "Notice"("personId") WHERE "readAt" IS NULL AND "settledAt" IS NULL;
CREATE INDEX "Notice_waiting_about" ON "Notice"("about") WHERE "about" IS NOT NULL AND "settledAt" IS NULL;
CREATE INDEX "Notice_waiting_of" ON "Notice"("enrolmentId") WHERE "about" IS NOT NULL AND "settledAt" IS NULL;

ALTER TABLE "NoticeCursor" ADD CONSTRAINT "NoticeCursor_one" CHECK ("single");

-- What happened before this version is told to nobody.
INSERT INTO "NoticeCursor" ("seq") SELECT "seq" FROM audit.head;
