-- The words of each run as they are searched, so that looking through the newest runs does not make them anew.
DROP INDEX "run_view_words";
ALTER TABLE "run_view"
  ADD COLUMN "words" TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', "prompt" || ' ' || coalesce("app_name", ''))) STORED;
CREATE INDEX "run_view_words" ON "run_view" USING gin ("words");

-- The durations of "stages_ms" as columns: reading them out of JSON was most of what statistics took. One for each stage.
ALTER TABLE "run_view"
  ADD COLUMN "analyzing_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'analyzing')::int) STORED,
  ADD COLUMN "creating_project_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'creating_project')::int) STORED,
  ADD COLUMN "generating_base_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'generating_base')::int) STORED,
  ADD COLUMN "installing_deps_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'installing_deps')::int) STORED,
  ADD COLUMN "starting_server_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'starting_server')::int) STORED,
  ADD COLUMN "creating_tunnel_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'creating_tunnel')::int) STORED,
  ADD COLUMN "preview_ready_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'preview_ready')::int) STORED,
  ADD COLUMN "generating_screens_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'generating_screens')::int) STORED,
  ADD COLUMN "adding_components_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'adding_components')::int) STORED,
  ADD COLUMN "generating_images_ms" INTEGER GENERATED ALWAYS AS (("stages_ms"->'generating_images')::int) STORED;
