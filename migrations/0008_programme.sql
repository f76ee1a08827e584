-- Several campaigns under one budget. As with a brief a version never changes, and a change makes the next one.
CREATE TABLE programme (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  name text NOT NULL,
  -- As it was written, the campaigns' briefs in it.
  document jsonb NOT NULL,
  sha256 text NOT NULL,
  made_at timestamptz NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, id, version)
);

CREATE TABLE programme_plan (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  programme_version integer NOT NULL,
  document jsonb NOT NULL,
  instance_sha256 text,
  assumptions_sha256 text NOT NULL,
  seed bigint NOT NULL,
  made_at timestamptz NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, programme_id, programme_version) REFERENCES programme (workspace_id, id, version)
);
CREATE INDEX programme_plan_programme ON programme_plan (workspace_id, programme_id, programme_version);
