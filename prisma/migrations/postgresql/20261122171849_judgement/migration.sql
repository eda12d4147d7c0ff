-- AlterTable
ALTER TABLE "Athlete" ADD COLUMN     "absenceToldOn" TEXT,
ADD COLUMN     "arching" TEXT,
ADD COLUMN     "asksMind" BOOLEAN,
ADD COLUMN     "kit" TEXT NOT NULL DEFAULT 'mat,strap,chair,wall',
ADD COLUMN     "pictureTheme" TEXT NOT NULL DEFAULT 'dark',
ADD COLUMN     "weeklyQuestions" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "PainReport" ADD COLUMN     "trend" TEXT;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "coreAt" TIMESTAMP(3),
ADD COLUMN     "modality" TEXT,
ADD COLUMN     "painFreeAt" TIMESTAMP(3),
ADD COLUMN     "stretchAt" TIMESTAMP(3),
ADD COLUMN     "warmupAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "ExerciseSet" (
    "id" TEXT NOT NULL,
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
    "givenAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "ExerciseSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "fatigue" INTEGER NOT NULL,
    "sleep" INTEGER NOT NULL,
    "soreness" INTEGER NOT NULL,
    "stress" INTEGER,
    "mood" INTEGER,
    "interactionId" TEXT NOT NULL,
    "loggedAt" TIMESTAMP(3) NOT NULL,
    "visibility" TEXT NOT NULL,

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WeeklyProblem" (
    "id" TEXT NOT NULL,
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
    "answeredAt" TIMESTAMP(3) NOT NULL,
    "visibility" TEXT NOT NULL,

    CONSTRAINT "WeeklyProblem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BestTime" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "metres" INTEGER NOT NULL,
    "seconds" DOUBLE PRECISION NOT NULL,
    "setAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BestTime_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HabitTrial" (
    "id" TEXT NOT NULL,
    "clubId" TEXT NOT NULL,
    "athleteId" TEXT NOT NULL,
    "habit" TEXT NOT NULL,
    "sessionType" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "HabitTrial_pkey" PRIMARY KEY ("id")
);

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

-- AddForeignKey
ALTER TABLE "ExerciseSet" ADD CONSTRAINT "ExerciseSet_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeeklyProblem" ADD CONSTRAINT "WeeklyProblem_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BestTime" ADD CONSTRAINT "BestTime_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HabitTrial" ADD CONSTRAINT "HabitTrial_athleteId_clubId_fkey" FOREIGN KEY ("athleteId", "clubId") REFERENCES "Athlete"("id", "clubId") ON DELETE CASCADE ON UPDATE CASCADE;
