-- What a run asked of models, what it cost, and what it was expected to.
ALTER TABLE "run_view"
  ALTER COLUMN "cost_usd" DROP NOT NULL,
  ADD COLUMN "estimate" JSONB,
  ADD COLUMN "calls" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "input_tokens" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "output_tokens" INTEGER NOT NULL DEFAULT 0;

-- Estimates rest on the latest answers.
CREATE INDEX "event_model_answered" ON "event" ("position") WHERE "type" = 'ModelAnswered';
