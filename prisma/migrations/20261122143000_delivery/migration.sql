-- CreateTable
CREATE TABLE "NoticeChoice" (
    "personId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "way" "NoticeWay" NOT NULL,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeChoice_pkey" PRIMARY KEY ("personId","topic")
);

-- CreateTable
CREATE TABLE "NoticeHours" (
    "personId" UUID NOT NULL,
    "quietFrom" SMALLINT,
    "quietTo" SMALLINT,
    "digestAt" SMALLINT NOT NULL,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeHours_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "MailServer" (
    "single" BOOLEAN NOT NULL DEFAULT true,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "security" TEXT NOT NULL,
    "userName" TEXT,
    "passwordSealed" TEXT,
    "fromAddress" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "setById" UUID NOT NULL,

    CONSTRAINT "MailServer_pkey" PRIMARY KEY ("single")
);

-- CreateTable
CREATE TABLE "Webhook" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "urlSealed" TEXT NOT NULL,
    "secretSealed" TEXT,
    "topics" TEXT[],
    "locale" "Locale" NOT NULL DEFAULT 'ja',
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "NoticeChoice" ADD CONSTRAINT "NoticeChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeHours" ADD CONSTRAINT "NoticeHours_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MailServer"
  ADD CONSTRAINT "MailServer_one" CHECK ("single"),
  ADD CONSTRAINT "MailServer_port" CHECK ("port" BETWEEN 1 AND 65535),
  ADD CONSTRAINT "MailServer_security" CHECK ("security" IN ('tls', 'starttls', 'none'));
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_kind" CHECK ("kind" IN ('slack', 'teams', 'generic'));
ALTER TABLE "NoticeHours"
  ADD CONSTRAINT "NoticeHours_hours" CHECK ("digestAt" BETWEEN 0 AND 23 AND "quietFrom" BETWEEN 0 AND 23 AND "quietTo" BETWEEN 0 AND 23),
  ADD CONSTRAINT "NoticeHours_quiet" CHECK (("quietFrom" IS NULL) = ("quietTo" IS NULL));

-- A digest gathers what waits for it.
CREATE INDEX "Notice_for_digest" ON "Notice"("personId", "at") WHERE "way" = 'digest' AND "mailedAt" IS NULL;
