-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN "comparedAt" DATETIME;

-- CreateTable
CREATE TABLE "ReminderDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clubId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "typed" TEXT NOT NULL,
    "keptAt" DATETIME NOT NULL,
    CONSTRAINT "ReminderDraft_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ReminderDraft_clubId_keptAt_idx" ON "ReminderDraft"("clubId", "keptAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderDraft_id_clubId_key" ON "ReminderDraft"("id", "clubId");
