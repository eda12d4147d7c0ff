-- AlterTable
ALTER TABLE "PainReport" ADD COLUMN "trend" TEXT;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN "coreAt" DATETIME;
ALTER TABLE "Session" ADD COLUMN "modality" TEXT;
ALTER TABLE "Session" ADD COLUMN "painFreeAt" DATETIME;
ALTER TABLE "Session" ADD COLUMN "stretchAt" DATETIME;
ALTER TABLE "Session" ADD COLUMN "warmupAt" DATETIME;

-- CreateTable
CREATE TABLE "ExerciseSet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "menu" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "easyAnswers" INTEGER NOT NULL,
    "shift" INTEGER NOT NULL DEFAULT 0,
    "minutes" INTEGER NOT NULL,
    "seated" BOOLEAN NOT NULL DEFAULT false,
    "exercises" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'given',
    "answer" TEXT,
    "interactionId" TEXT NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    CONSTRAINT "ExerciseSet_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete" ("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "fatigue" INTEGER NOT NULL,
    "sleep" INTEGER NOT NULL,
    "soreness" INTEGER NOT NULL,
    "stress" INTEGER,
    "mood" INTEGER,
    "interactionId" TEXT NOT NULL,
    "loggedAt" DATETIME NOT NULL,
    "visibility" TEXT NOT NULL,
    CONSTRAINT "CheckIn_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete" ("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WeeklyProblem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "weekOf" TEXT NOT NULL,
    "area" TEXT,
    "participation" INTEGER NOT NULL,
    "modified" INTEGER,
    "performance" INTEGER,
    "pain" INTEGER,
    "severity" INTEGER NOT NULL,
    "substantial" BOOLEAN NOT NULL,
    "interactionId" TEXT NOT NULL,
    "answeredAt" DATETIME NOT NULL,
    "visibility" TEXT NOT NULL,
    CONSTRAINT "WeeklyProblem_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete" ("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BestTime" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "metres" INTEGER NOT NULL,
    "seconds" REAL NOT NULL,
    "setAt" DATETIME NOT NULL,
    CONSTRAINT "BestTime_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete" ("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HabitTrial" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "habit" TEXT NOT NULL,
    "sessionType" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "HabitTrial_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete" ("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Athlete" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clubId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "ageGroup" TEXT NOT NULL,
    "sharing" TEXT NOT NULL,
    "zone" TEXT,
    "fracture" TEXT NOT NULL,
    "wantsDirect" BOOLEAN NOT NULL,
    "consentedAt" DATETIME NOT NULL,
    "dmChannelId" TEXT,
    "dmClosedAt" DATETIME,
    "kit" TEXT NOT NULL DEFAULT 'mat,strap,chair,wall',
    "arching" TEXT,
    "pictureTheme" TEXT NOT NULL DEFAULT 'dark',
    "asksMind" BOOLEAN,
    "weeklyQuestions" BOOLEAN NOT NULL DEFAULT false,
    "absenceToldOn" TEXT,
    CONSTRAINT "Athlete_clubId_fkey" FOREIGN KEY ("clubId") REFERENCES "Club" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Athlete" ("ageGroup", "clubId", "consentedAt", "dmChannelId", "dmClosedAt", "fracture", "id", "sharing", "userId", "wantsDirect", "zone") SELECT "ageGroup", "clubId", "consentedAt", "dmChannelId", "dmClosedAt", "fracture", "id", "sharing", "userId", "wantsDirect", "zone" FROM "Athlete";
DROP TABLE "Athlete";
ALTER TABLE "new_Athlete" RENAME TO "Athlete";
CREATE UNIQUE INDEX "Athlete_clubId_userId_key" ON "Athlete"("clubId", "userId");
CREATE UNIQUE INDEX "Athlete_id_clubId_key" ON "Athlete"("id", "clubId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "ExerciseSet_interactionId_key" ON "ExerciseSet"("interactionId");

-- CreateIndex
CREATE UNIQUE INDEX "ExerciseSet_id_clubId_key" ON "ExerciseSet"("id", "clubId");

-- CreateIndex
CREATE UNIQUE INDEX "ExerciseSet_athleteId_menu_localDate_key" ON "ExerciseSet"("athleteId", "menu", "localDate");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_interactionId_key" ON "CheckIn"("interactionId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_id_clubId_key" ON "CheckIn"("id", "clubId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_athleteId_localDate_key" ON "CheckIn"("athleteId", "localDate");

-- CreateIndex
CREATE UNIQUE INDEX "WeeklyProblem_interactionId_key" ON "WeeklyProblem"("interactionId");

-- CreateIndex
CREATE UNIQUE INDEX "WeeklyProblem_id_clubId_key" ON "WeeklyProblem"("id", "clubId");

-- CreateIndex
CREATE UNIQUE INDEX "WeeklyProblem_athleteId_weekOf_key" ON "WeeklyProblem"("athleteId", "weekOf");

-- CreateIndex
CREATE UNIQUE INDEX "BestTime_id_clubId_key" ON "BestTime"("id", "clubId");

-- CreateIndex
CREATE UNIQUE INDEX "BestTime_athleteId_metres_key" ON "BestTime"("athleteId", "metres");

-- CreateIndex
CREATE INDEX "HabitTrial_athleteId_clubId_idx" ON "HabitTrial"("athleteId", "clubId");

-- CreateIndex
CREATE UNIQUE INDEX "HabitTrial_id_clubId_key" ON "HabitTrial"("id", "clubId");
