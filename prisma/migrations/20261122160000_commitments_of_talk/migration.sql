-- AlterTable
ALTER TABLE "SharedEvent" ADD COLUMN     "salt" BYTEA;

-- AlterTable
ALTER TABLE "EventNote" ADD COLUMN     "salt" BYTEA;

-- AlterTable
ALTER TABLE "Remark" ADD COLUMN     "salt" BYTEA;

-- AlterTable
ALTER TABLE "TrailVerification" ADD COLUMN     "differing" INTEGER;
