-- AlterTable
ALTER TABLE "OpinionJudgement" ADD COLUMN     "supervision" SMALLINT;

-- AlterTable
ALTER TABLE "Attestation" ADD COLUMN     "supervision" SMALLINT;

-- Written by hand: one of the five levels, and none where nothing was shown. Judgements from before it was asked for have none.
alter table "Attestation" add constraint "Attestation_supervision" check (
  supervision is null or (supervision between 1 and 5 and judgement <> 'noOccasion'));
alter table "OpinionJudgement" add constraint "OpinionJudgement_supervision" check (
  supervision is null or (supervision between 1 and 5 and judgement <> 'noOccasion'));
