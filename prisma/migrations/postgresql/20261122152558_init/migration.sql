-- CreateTable
CREATE TABLE "Club" (
    "id" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "coachRoleId" TEXT,
    "summaryChannelId" TEXT,
    "summaryTime" TEXT NOT NULL DEFAULT '07:30',
    "reminderChannelId" TEXT,
    "coreDays" TEXT NOT NULL DEFAULT 'mon,wed,fri',
    "coreTime" TEXT NOT NULL DEFAULT '18:00',
    "stretchAfterMinutes" INTEGER NOT NULL DEFAULT 30,
    "quietFrom" TEXT NOT NULL DEFAULT '21:00',
    "quietTo" TEXT NOT NULL DEFAULT '07:00',
    "retentionMonths" INTEGER NOT NULL DEFAULT 12,
    "amberAt" INTEGER NOT NULL DEFAULT 3,
    "redAt" INTEGER NOT NULL DEFAULT 6,
    "policyReadAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Club_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Athlete" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "ageGroup" TEXT NOT NULL,
    "sharing" TEXT NOT NULL,
    "zone" TEXT,
    "fracture" TEXT NOT NULL,
    "wantsDirect" BOOLEAN NOT NULL,
    "consentedAt" TIMESTAMP(3) NOT NULL,
    "dmChannelId" TEXT,
    "dmClosedAt" TIMESTAMP(3),

    CONSTRAINT "Athlete_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "interactionId" TEXT NOT NULL,
    "loggedAt" TIMESTAMP(3) NOT NULL,
    "localDate" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "work" TEXT,
    "metres" INTEGER,
    "minutes" INTEGER,
    "effort" INTEGER,
    "warmup" TEXT,
    "core" BOOLEAN,
    "stretch" TEXT,
    "notes" TEXT,
    "visibility" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PainEpisode" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "lastReportAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "closedBy" TEXT,

    CONSTRAINT "PainEpisode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PainReport" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "episodeId" TEXT NOT NULL,
    "sessionId" TEXT,
    "interactionId" TEXT NOT NULL,
    "reportedAt" TIMESTAMP(3) NOT NULL,
    "localDate" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "now" INTEGER,
    "start" INTEGER,
    "growing" BOOLEAN NOT NULL,
    "strideChanged" BOOLEAN NOT NULL,
    "kinds" TEXT NOT NULL,
    "rep" INTEGER,
    "notes" TEXT,
    "visibility" TEXT NOT NULL,
    "light" TEXT NOT NULL,

    CONSTRAINT "PainReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Screen" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "episodeId" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,
    "reviewedAt" TIMESTAMP(3),

    CONSTRAINT "Screen_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HabitMark" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "habit" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "markedAt" TIMESTAMP(3) NOT NULL,
    "interactionId" TEXT NOT NULL,

    CONSTRAINT "HabitMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT,
    "kind" TEXT NOT NULL,
    "days" TEXT,
    "time" TEXT,
    "afterMinutes" INTEGER,
    "zone" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "channelId" TEXT,
    "nextDueAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "reminderId" TEXT NOT NULL,
    "occurrenceKey" TEXT NOT NULL,
    "sessionId" TEXT,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "availableAt" TIMESTAMP(3) NOT NULL,
    "leaseToken" TEXT,
    "leaseUntil" TIMESTAMP(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "firstSendAt" TIMESTAMP(3),
    "sentAt" TIMESTAMP(3),
    "channelId" TEXT,
    "messageId" TEXT,
    "lastCode" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Athlete_clubId_userId_key" ON "Athlete"("clubId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Athlete_id_clubId_key" ON "Athlete"("id", "clubId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_interactionId_key" ON "Session"("interactionId");

-- CreateIndex
CREATE INDEX "Session_clubId_localDate_idx" ON "Session"("clubId", "localDate");

-- CreateIndex
CREATE INDEX "Session_athleteId_clubId_localDate_idx" ON "Session"("athleteId", "clubId", "localDate");

-- CreateIndex
CREATE UNIQUE INDEX "Session_id_clubId_key" ON "Session"("id", "clubId");

-- CreateIndex
CREATE INDEX "PainEpisode_athleteId_clubId_area_idx" ON "PainEpisode"("athleteId", "clubId", "area");

-- CreateIndex
CREATE UNIQUE INDEX "PainEpisode_id_clubId_key" ON "PainEpisode"("id", "clubId");

-- CreateIndex
CREATE UNIQUE INDEX "PainReport_interactionId_key" ON "PainReport"("interactionId");

-- CreateIndex
CREATE INDEX "PainReport_clubId_localDate_idx" ON "PainReport"("clubId", "localDate");

-- CreateIndex
CREATE INDEX "PainReport_athleteId_clubId_localDate_idx" ON "PainReport"("athleteId", "clubId", "localDate");

-- CreateIndex
CREATE UNIQUE INDEX "PainReport_id_clubId_key" ON "PainReport"("id", "clubId");

-- CreateIndex
CREATE UNIQUE INDEX "Screen_reportId_key" ON "Screen"("reportId");

-- CreateIndex
CREATE INDEX "Screen_athleteId_clubId_level_idx" ON "Screen"("athleteId", "clubId", "level");

-- CreateIndex
CREATE UNIQUE INDEX "HabitMark_interactionId_key" ON "HabitMark"("interactionId");

-- CreateIndex
CREATE UNIQUE INDEX "HabitMark_athleteId_habit_localDate_key" ON "HabitMark"("athleteId", "habit", "localDate");

-- CreateIndex
CREATE INDEX "Reminder_nextDueAt_idx" ON "Reminder"("nextDueAt");

-- CreateIndex
CREATE INDEX "Reminder_athleteId_clubId_kind_idx" ON "Reminder"("athleteId", "clubId", "kind");

-- CreateIndex
CREATE INDEX "Reminder_clubId_kind_idx" ON "Reminder"("clubId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_id_clubId_key" ON "Reminder"("id", "clubId");

-- CreateIndex
CREATE INDEX "Delivery_state_availableAt_idx" ON "Delivery"("state", "availableAt");

-- CreateIndex
CREATE INDEX "Delivery_sessionId_idx" ON "Delivery"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_reminderId_occurrenceKey_key" ON "Delivery"("reminderId", "occurrenceKey");

-- AddForeignKey
ALTER TABLE "Athlete" ADD CONSTRAINT "Athlete_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PainEpisode" ADD CONSTRAINT "PainEpisode_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PainReport" ADD CONSTRAINT "PainReport_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PainReport" ADD CONSTRAINT "PainReport_episodeId_clubId_fkey" FOREIGN KEY ("episodeId", "clubId") REFERENCES "PainEpisode"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PainReport" ADD CONSTRAINT "PainReport_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Screen" ADD CONSTRAINT "Screen_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Screen" ADD CONSTRAINT "Screen_episodeId_clubId_fkey" FOREIGN KEY ("episodeId", "clubId") REFERENCES "PainEpisode"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Screen" ADD CONSTRAINT "Screen_reportId_clubId_fkey" FOREIGN KEY ("reportId", "clubId") REFERENCES "PainReport"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HabitMark" ADD CONSTRAINT "HabitMark_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_reminderId_clubId_fkey" FOREIGN KEY ("reminderId", "clubId") REFERENCES "Reminder"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
