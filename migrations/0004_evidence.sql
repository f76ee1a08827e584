-- A media kit or a screenshot kept beside a creator; the figures typed beside it have it as their source.
CREATE TABLE evidence (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  source_id uuid NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'image/webp')),
  bytes bigint NOT NULL CHECK (bytes > 0),
  observed_on date NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);
CREATE INDEX evidence_account ON evidence (workspace_id, account_id);

-- A source that was taken back says nothing any more; its figures stay, so that it can be put back.
ALTER TABLE source ADD COLUMN removed_at timestamptz;
