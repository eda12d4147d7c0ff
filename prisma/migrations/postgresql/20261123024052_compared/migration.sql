-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "comparedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "ReminderDraft" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "typed" TEXT NOT NULL,
    "keptAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReminderDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReminderDraft_clubId_keptAt_idx" ON "ReminderDraft"("clubId", "keptAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderDraft_id_clubId_key" ON "ReminderDraft"("id", "clubId");

-- AddForeignKey
ALTER TABLE "ReminderDraft" ADD CONSTRAINT "ReminderDraft_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club"("id") ON DELETE CASCADE ON UPDATE CASCADE;
