-- What people search creators by and no import kept: what a post says, whom a creator worked with, who buys from us.

-- Title and text of a post as it was published, cut at core/catalog/caption.ts's length; null is not known.
ALTER TABLE post ADD COLUMN caption text;

-- A brand that an account has worked with: from a list of creators, from a post, or entered by hand. brand_key is the
-- name folded for comparison. on_date, post_id and paid are null where nobody said; a mention without pay says false.
CREATE TABLE collaboration (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  brand_key text NOT NULL CHECK (brand_key <> ''),
  brand text NOT NULL,
  on_date date,
  post_id uuid,
  paid boolean,
  source_id uuid NOT NULL,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id),
  FOREIGN KEY (workspace_id, post_id) REFERENCES post (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);
CREATE INDEX collaboration_account ON collaboration (workspace_id, account_id);
CREATE INDEX collaboration_brand ON collaboration (workspace_id, brand_key);

-- A creator who is a customer of ours, found in the shop's file on the customer's consent. The customer's row itself is
-- never kept: only that there was a match, by what, and since when it may be used.
CREATE TABLE customer_match (
  workspace_id uuid NOT NULL,
  creator_id uuid NOT NULL,
  source_id uuid NOT NULL,
  matched_on date NOT NULL,
  by_kind text NOT NULL CHECK (by_kind IN ('email', 'phone', 'handle')),
  consent_on date,
  change_id uuid DEFAULT nullif(current_setting('chorale.change', true), '')::uuid,
  PRIMARY KEY (workspace_id, creator_id, source_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creator (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);

-- Other names under which people mention a brand of ours.
ALTER TABLE brand ADD COLUMN aliases text[] NOT NULL DEFAULT '{}';
