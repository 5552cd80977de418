-- AlterTable
ALTER TABLE "PracticeRecord" ADD COLUMN     "salt" BYTEA;
