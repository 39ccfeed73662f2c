-- What the admin's history asks of runs: their course, and a way to find them. The status projection's version fills the columns.
ALTER TABLE "run_view"
  ADD COLUMN "model" TEXT,
  ADD COLUMN "cost_by_model" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "stages_ms" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "first_light_ms" INTEGER,
  ADD COLUMN "first_seq" INTEGER NOT NULL DEFAULT 1;

-- Newest first, by pages; the old index is its beginning.
DROP INDEX "run_view_started_at_idx";
CREATE INDEX "run_view_newest" ON "run_view" ("started_at", "project_id", "run");
CREATE INDEX "run_view_status" ON "run_view" ("status", "started_at");
CREATE INDEX "run_view_user" ON "run_view" ("user_id", "started_at") WHERE "user_id" IS NOT NULL;
CREATE INDEX "run_view_model" ON "run_view" ("model", "started_at") WHERE "model" IS NOT NULL;
CREATE INDEX "run_view_template" ON "run_view" ("template_id", "started_at") WHERE "template_id" IS NOT NULL;
CREATE INDEX "run_view_error" ON "run_view" (("error"->>'code'), "started_at") WHERE "error" IS NOT NULL;

-- Full-text search. An expression, not a generated column: a rebuilt view is copied column by column.
CREATE INDEX "run_view_words" ON "run_view" USING gin (to_tsvector('english', "prompt" || ' ' || coalesce("app_name", '')));
