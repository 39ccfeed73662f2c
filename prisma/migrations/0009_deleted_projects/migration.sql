-- Whether a project was deleted: asked for with each request about one.
CREATE UNIQUE INDEX "event_project_deleted" ON "event" ("project_id") WHERE "type" = 'ProjectDeleted';

-- When a content was stored last: it is stored before the event that names it.
ALTER TABLE "blob" ADD COLUMN "put_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now();

-- Contents that the events of deleted projects named, until somebody has looked whether others name them too.
CREATE TABLE "blob_orphan" (
    "sha256" BYTEA NOT NULL,

    CONSTRAINT "blob_orphan_pkey" PRIMARY KEY ("sha256")
);
