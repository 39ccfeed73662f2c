-- The list of experiments: each has a stream of its own.
CREATE INDEX "event_experiment_started" ON "event" ("position") WHERE "type" = 'ExperimentStarted';
