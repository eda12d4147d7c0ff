-- AlterTable
ALTER TABLE "Athlete" ADD COLUMN "dmClosedCode" TEXT;
ALTER TABLE "Athlete" ADD COLUMN "dmToldAt" DATETIME;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN "amendAt" DATETIME;
ALTER TABLE "Delivery" ADD COLUMN "digest" TEXT;
ALTER TABLE "Delivery" ADD COLUMN "groupKey" TEXT;
ALTER TABLE "Delivery" ADD COLUMN "leaderId" TEXT;
ALTER TABLE "Delivery" ADD COLUMN "redrivenAt" DATETIME;

-- AlterTable
ALTER TABLE "PainReport" ADD COLUMN "changedAt" DATETIME;

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN "date" TEXT;
ALTER TABLE "Reminder" ADD COLUMN "madeBy" TEXT;
ALTER TABLE "Reminder" ADD COLUMN "pausedUntil" TEXT;
ALTER TABLE "Reminder" ADD COLUMN "roleId" TEXT;
ALTER TABLE "Reminder" ADD COLUMN "text" TEXT;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN "changedAt" DATETIME;

-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clubId" TEXT NOT NULL,
    "squad" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "time" TEXT NOT NULL,
    "trainingTime" TEXT NOT NULL,
    "callsSquad" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Plan_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanDay" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clubId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "work" TEXT,
    "note" TEXT,
    CONSTRAINT "PlanDay_planId_clubId_fkey" FOREIGN KEY ("planId", "clubId") REFERENCES "Plan" ("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Plan_id_clubId_key" ON "Plan"("id", "clubId");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_clubId_squad_key" ON "Plan"("clubId", "squad");

-- CreateIndex
CREATE UNIQUE INDEX "PlanDay_planId_day_key" ON "PlanDay"("planId", "day");

-- CreateIndex
CREATE INDEX "Delivery_groupKey_idx" ON "Delivery"("groupKey");

-- CreateIndex
CREATE INDEX "Delivery_leaderId_idx" ON "Delivery"("leaderId");

-- CreateIndex
CREATE INDEX "Delivery_amendAt_idx" ON "Delivery"("amendAt");
