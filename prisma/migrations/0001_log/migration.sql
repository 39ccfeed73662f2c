-- The log, the contents it names, and the first read models. Matches prisma/schema.prisma.

CREATE TABLE "event" (
    "position" BIGINT NOT NULL,
    "project_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "run" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("position")
);

CREATE UNIQUE INDEX "event_project_id_seq_key" ON "event"("project_id", "seq");

CREATE TABLE "log_position" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "value" BIGINT NOT NULL,

    CONSTRAINT "log_position_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "log_position_one_row" CHECK ("id" = 1)
);

-- Updated by every append: room on its page keeps the updates heap-only.
ALTER TABLE "log_position" SET (fillfactor = 10);

INSERT INTO "log_position" ("id", "value") VALUES (1, 0);

CREATE TABLE "blob" (
    "sha256" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "zstd" BYTEA NOT NULL,

    CONSTRAINT "blob_pkey" PRIMARY KEY ("sha256")
);

-- Already compressed: Postgres need not try again.
ALTER TABLE "blob" ALTER COLUMN "zstd" SET STORAGE EXTERNAL;

CREATE TABLE "projection" (
    "name" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projection_pkey" PRIMARY KEY ("name")
);

CREATE TABLE "project_view" (
    "project_id" TEXT NOT NULL,
    "user_id" TEXT,
    "prompt" TEXT NOT NULL,
    "app_name" TEXT,
    "status" TEXT NOT NULL,
    "stage" TEXT,
    "progress" INTEGER NOT NULL,
    "run" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "preview_urls" JSONB,
    "error" JSONB,
    "is_complete" BOOLEAN NOT NULL,
    "fold" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_view_pkey" PRIMARY KEY ("project_id")
);

CREATE INDEX "project_view_created_at_idx" ON "project_view"("created_at" DESC);

CREATE INDEX "project_view_status_idx" ON "project_view"("status");

CREATE TABLE "run_view" (
    "project_id" TEXT NOT NULL,
    "run" INTEGER NOT NULL,
    "prompt" TEXT NOT NULL,
    "user_id" TEXT,
    "template_id" TEXT,
    "status" TEXT NOT NULL,
    "app_name" TEXT,
    "screens" JSONB NOT NULL,
    "files" INTEGER NOT NULL,
    "cost_usd" DOUBLE PRECISION NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "duration_ms" INTEGER,
    "error" JSONB,

    CONSTRAINT "run_view_pkey" PRIMARY KEY ("project_id", "run")
);

CREATE INDEX "run_view_started_at_idx" ON "run_view"("started_at");

CREATE TABLE "file_view" (
    "project_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "run" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "file_view_pkey" PRIMARY KEY ("project_id", "path")
);

CREATE TABLE "instance_lease" (
    "instance_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instance_lease_pkey" PRIMARY KEY ("instance_id")
);

CREATE TABLE "viewer_count" (
    "instance_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "viewer_count_pkey" PRIMARY KEY ("instance_id", "project_id")
);

CREATE INDEX "viewer_count_project_id_idx" ON "viewer_count"("project_id");
