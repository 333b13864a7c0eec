-- AlterTable
ALTER TABLE "outbox_mails" ADD COLUMN     "secret" BOOLEAN NOT NULL DEFAULT false;
