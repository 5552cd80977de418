-- AlterTable
ALTER TABLE "Deactivation" ALTER COLUMN "deactivatedById" DROP NOT NULL;

-- AlterTable
ALTER TABLE "RequestOutcome" ALTER COLUMN "decidedById" DROP NOT NULL;

-- Only a day takes a request back without a person; whoever decides has a name.
alter table "RequestOutcome" add constraint "RequestOutcome_decided_by_somebody" check ("decidedById" is not null or kind = 'withdrawn');
