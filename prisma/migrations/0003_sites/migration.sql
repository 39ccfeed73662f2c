-- The static sites of shared apps.

CREATE TABLE "site_view" (
    "label" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "seq" INTEGER NOT NULL,
    "exported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_view_pkey" PRIMARY KEY ("label")
);

CREATE INDEX "site_view_project_id_idx" ON "site_view"("project_id");
