-- Taken out of "stages_ms" all at once (docs/benchmarks.md), so that a new stage needs no migration.
ALTER TABLE "run_view"
  DROP COLUMN "analyzing_ms",
  DROP COLUMN "creating_project_ms",
  DROP COLUMN "generating_base_ms",
  DROP COLUMN "installing_deps_ms",
  DROP COLUMN "starting_server_ms",
  DROP COLUMN "creating_tunnel_ms",
  DROP COLUMN "preview_ready_ms",
  DROP COLUMN "generating_screens_ms",
  DROP COLUMN "adding_components_ms",
  DROP COLUMN "generating_images_ms";
