-- What a user keeps about creators. All of it hangs on the creator, not on an account, so merging two creators moves it.
CREATE TABLE creator_list (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  name text NOT NULL,
  made_at timestamptz NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);

CREATE TABLE creator_list_member (
  workspace_id uuid NOT NULL,
  list_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  added_at timestamptz NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, list_id, creator_id),
  FOREIGN KEY (workspace_id, list_id) REFERENCES creator_list (workspace_id, id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creator (workspace_id, id)
);
CREATE INDEX creator_list_member_creator ON creator_list_member (workspace_id, creator_id);

CREATE TABLE creator_tag (
  workspace_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  -- As it is compared: folded to one case and one width.
  tag_key text NOT NULL,
  -- As it was first written in this workspace.
  tag text NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, creator_id, tag_key),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creator (workspace_id, id)
);
CREATE INDEX creator_tag_key ON creator_tag (workspace_id, tag_key);

CREATE TABLE creator_note (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  creator_id uuid NOT NULL,
  text text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creator (workspace_id, id)
);
CREATE INDEX creator_note_creator ON creator_note (workspace_id, creator_id);

-- What a person thinks of a creator's craft, never what a machine computed.
CREATE TABLE craft_mark (
  workspace_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  mark smallint NOT NULL CHECK (mark BETWEEN 1 AND 5),
  note text,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, creator_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creator (workspace_id, id)
);

CREATE TABLE contact (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  creator_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('email', 'phone', 'wechat', 'line', 'whatsapp', 'website', 'other')),
  value text NOT NULL,
  holder text NOT NULL CHECK (holder IN ('self', 'manager', 'mcn')),
  source_id uuid NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creator (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);
CREATE INDEX contact_creator ON contact (workspace_id, creator_id);

-- One time that somebody wrote to or spoke with a creator.
CREATE TABLE contacted (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  creator_id uuid NOT NULL,
  on_date date NOT NULL,
  note text,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creator (workspace_id, id)
);
CREATE INDEX contacted_creator ON contacted (workspace_id, creator_id);

-- Merging moves rows to the creator that is kept; `hanging` names those it moved and holds those that the kept one had
-- already, so that splitting gives each back.
ALTER TABLE creator_merge ADD COLUMN hanging jsonb NOT NULL DEFAULT '{}';
ALTER TABLE creator_merge ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
CREATE INDEX creator_merge_merged ON creator_merge (workspace_id, merged_id);
