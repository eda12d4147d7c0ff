-- AlterTable
ALTER TABLE "Athlete" ADD COLUMN     "dmClosedCode" TEXT,
ADD COLUMN     "dmToldAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "amendAt" TIMESTAMP(3),
ADD COLUMN     "digest" TEXT,
ADD COLUMN     "groupKey" TEXT,
ADD COLUMN     "leaderId" TEXT,
ADD COLUMN     "redrivenAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "PainReport" ADD COLUMN     "changedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN     "date" TEXT,
ADD COLUMN     "madeBy" TEXT,
ADD COLUMN     "pausedUntil" TEXT,
ADD COLUMN     "roleId" TEXT,
ADD COLUMN     "text" TEXT;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "changedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "squad" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "time" TEXT NOT NULL,
    "trainingTime" TEXT NOT NULL,
    "callsSquad" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanDay" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "work" TEXT,
    "note" TEXT,

    CONSTRAINT "PlanDay_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDay" ADD CONSTRAINT "PlanDay_planId_clubId_fkey" FOREIGN KEY ("planId", "clubId") REFERENCES "Plan"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;
