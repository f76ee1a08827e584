-- Every row says which change wrote it: whoever starts a change names it for its transaction (`chorale.change`), and no
-- insert has to carry it along. What was there before undo existed says null, and cannot be undone.
CREATE TABLE change (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);

-- What a change took away, row by row. `before` is kept when a row is changed; `after` when the change is undone.
-- A row that the change added has no `before`, and stands here only while the change is undone.
CREATE TABLE change_row (
  workspace_id uuid NOT NULL,
  change_id uuid NOT NULL,
  table_name text NOT NULL,
  row_key text NOT NULL,
  before jsonb,
  after jsonb,
  PRIMARY KEY (workspace_id, change_id, table_name, row_key),
  FOREIGN KEY (workspace_id, change_id) REFERENCES change (workspace_id, id)
);
CREATE INDEX change_row_key ON change_row (workspace_id, table_name, row_key);

ALTER TABLE event ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
CREATE INDEX event_change ON event (workspace_id, change_id, id);

ALTER TABLE import ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE source ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE creator ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE account ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE snapshot ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE post ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE post_metric ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE audience_share ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE audience_sample ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE rate ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE evidence ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE city_tier ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE assumption ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE fx_rate ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE brief ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE plan ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE plan_item ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
ALTER TABLE approval ADD COLUMN change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid;
