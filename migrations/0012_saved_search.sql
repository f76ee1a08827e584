-- A search that somebody keeps, and who answered to it when it was last looked at.
CREATE TABLE saved_search (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  name text NOT NULL,
  -- The search's parameters as they were said: {"query": ["wine"], "min-followers": ["5k"]}.
  params jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  -- How many accounts answered then.
  seen_total integer NOT NULL,
  -- Which: their ids, 16 bytes each, ascending. Null: more than are kept (core/catalog/discovery/find/seenAccounts.ts).
  seen_accounts bytea,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);
