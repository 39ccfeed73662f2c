-- Which fold made a view. A program with another one rebuilds the view at its start.
ALTER TABLE "projection" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- The rows of `run_view` are written with those of `project_view` now.
DELETE FROM "projection" WHERE "name" = 'history';
