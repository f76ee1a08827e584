-- The ground floor. Written in the subset that PostgreSQL 15+, Citus and YugabyteDB share: keys are UUIDv7 made in
-- the application, workspace_id comes first in every key of a tenant table, no triggers, no sequences, no PL/pgSQL.
-- Money is whole minor units beside its ISO 4217 code; rates and shares are whole basis points, and the column's
-- name says of what. Null is unknown, never zero.

CREATE TABLE workspace (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('real', 'demo')),
  base_currency char(3) NOT NULL,
  created_at timestamptz NOT NULL
);

-- Work that only one process may do at a time. A later holder has the larger fence.
CREATE TABLE lease (
  name text PRIMARY KEY,
  holder text NOT NULL,
  until timestamptz NOT NULL,
  fence bigint NOT NULL
);

-- The row lock of UPDATE … RETURNING makes commit order equal number order: a reader of the change feed loses nothing.
CREATE TABLE counter (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  name text NOT NULL,
  value bigint NOT NULL,
  PRIMARY KEY (workspace_id, name)
);

CREATE TABLE event (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  actor text NOT NULL,
  noun text NOT NULL,
  noun_id text NOT NULL,
  verb text NOT NULL,
  before jsonb,
  after jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX event_noun ON event (workspace_id, noun, noun_id, id);

CREATE TABLE brand (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);

CREATE TABLE import (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  as_kind text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  mapping_sha256 text NOT NULL,
  platform text,
  platform_from text,
  rows bigint NOT NULL,
  accepted bigint NOT NULL,
  rejected bigint NOT NULL,
  unchanged bigint NOT NULL,
  rejects_path text,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX import_file ON import (workspace_id, file_sha256);

CREATE TABLE source (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  kind text NOT NULL,
  label text NOT NULL,
  url text,
  method text NOT NULL CHECK (method IN ('measured', 'estimated', 'assumed')),
  trust text CHECK (trust IN ('A', 'B', 'C')),
  observed_on date,
  import_id uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES import (workspace_id, id)
);

CREATE TABLE creator (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  display_name text NOT NULL,
  change_seq bigint NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX creator_change ON creator (workspace_id, change_seq);

CREATE TABLE account (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  creator_id uuid NOT NULL,
  platform text NOT NULL,
  handle text NOT NULL,
  -- The handle as it is compared: without "@", folded to one case and one width.
  handle_key text NOT NULL,
  external_id text,
  country text,
  city text,
  language text,
  bio text,
  topics text[] NOT NULL,
  source_id uuid NOT NULL,
  change_seq bigint NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, platform, handle_key),
  UNIQUE (workspace_id, platform, external_id),
  FOREIGN KEY (workspace_id, creator_id) REFERENCES creator (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);
CREATE INDEX account_creator ON account (workspace_id, creator_id);
CREATE INDEX account_change ON account (workspace_id, change_seq);

CREATE TABLE creator_merge (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  account_ids uuid[] NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, kept_id) REFERENCES creator (workspace_id, id)
);

CREATE TABLE snapshot (
  workspace_id uuid NOT NULL,
  account_id uuid NOT NULL,
  observed_on date NOT NULL,
  source_id uuid NOT NULL,
  followers bigint,
  following bigint,
  posts bigint,
  views_total bigint,
  views_avg double precision,
  likes_avg double precision,
  comments_avg double precision,
  shares_avg double precision,
  saves_avg double precision,
  engagements_avg double precision,
  engagement_by_followers_bp integer,
  engagement_by_views_bp integer,
  active_by_followers_bp integer,
  real_by_followers_bp integer,
  video_by_posts_bp integer,
  extra jsonb NOT NULL,
  PRIMARY KEY (workspace_id, account_id, observed_on, source_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);

CREATE TABLE post (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  external_key text NOT NULL,
  format text NOT NULL,
  posted_at timestamptz NOT NULL,
  tags text[] NOT NULL,
  sponsored boolean,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, account_id, external_key),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id)
);

CREATE TABLE post_metric (
  workspace_id uuid NOT NULL,
  post_id uuid NOT NULL,
  observed_on date NOT NULL,
  source_id uuid NOT NULL,
  views bigint,
  likes bigint,
  comments bigint,
  shares bigint,
  saves bigint,
  PRIMARY KEY (workspace_id, post_id, observed_on, source_id),
  FOREIGN KEY (workspace_id, post_id) REFERENCES post (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);

CREATE TABLE audience_share (
  workspace_id uuid NOT NULL,
  account_id uuid NOT NULL,
  dimension text NOT NULL,
  key text NOT NULL,
  observed_on date NOT NULL,
  source_id uuid NOT NULL,
  share_bp integer NOT NULL CHECK (share_bp BETWEEN 0 AND 10000),
  qualifier text NOT NULL CHECK (qualifier IN ('eq', 'le', 'censored')),
  PRIMARY KEY (workspace_id, account_id, dimension, key, observed_on, source_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);

CREATE TABLE audience_sample (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  threshold double precision NOT NULL CHECK (threshold > 0 AND threshold <= 1),
  n bigint NOT NULL,
  complete_by_followers_bp integer NOT NULL,
  consent_by text,
  consent_on date,
  -- 53-bit keyed hashes, ascending, each a little-endian float64. Null once deleted.
  hashes bytea,
  source_id uuid NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);
CREATE INDEX audience_sample_account ON audience_sample (workspace_id, account_id);

CREATE TABLE rate (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  deliverable text NOT NULL,
  deal text NOT NULL CHECK (deal IN ('flat', 'commission', 'gifted')),
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  price_max_minor bigint,
  qualifier text NOT NULL CHECK (qualifier IN ('eq', 'le', 'range')),
  currency char(3) NOT NULL,
  commission_by_order_value_bp integer,
  valid_from date,
  source_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES account (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);
CREATE INDEX rate_account ON rate (workspace_id, account_id);

-- A ranking of cities that the user brought along; none ships.
CREATE TABLE city_tier (
  workspace_id uuid NOT NULL,
  ranking text NOT NULL,
  city text NOT NULL,
  tier text NOT NULL,
  source_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, ranking, city),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);

CREATE TABLE tier_policy (
  workspace_id uuid NOT NULL,
  id text NOT NULL,
  platform text NOT NULL,
  market text NOT NULL,
  industry text,
  version text NOT NULL,
  bands jsonb NOT NULL,
  source_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);

-- Only what somebody changed: the figures that ship are files. An edit replaces and is never overwritten.
CREATE TABLE assumption (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  scope jsonb NOT NULL,
  -- The scope with its keys in order: what "the same assumption" means.
  scope_key text NOT NULL,
  distribution jsonb NOT NULL,
  unit text NOT NULL,
  denominator text,
  source_id uuid NOT NULL,
  year integer NOT NULL,
  trust text NOT NULL CHECK (trust IN ('A', 'B', 'C')),
  made_at timestamptz NOT NULL,
  replaced_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);
CREATE UNIQUE INDEX assumption_current ON assumption (workspace_id, key, scope_key) WHERE replaced_at IS NULL;

-- One unit of base bought rate_e9 billionths of quote on that day.
CREATE TABLE fx_rate (
  workspace_id uuid NOT NULL,
  base char(3) NOT NULL,
  quote char(3) NOT NULL,
  on_date date NOT NULL,
  rate_e9 bigint NOT NULL CHECK (rate_e9 > 0),
  source_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, base, quote, on_date),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
);

CREATE TABLE brief (
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  brand_id uuid,
  name text NOT NULL,
  -- As it was written; what was filled in is worked out again, for the day it was made.
  document jsonb NOT NULL,
  sha256 text NOT NULL,
  made_at timestamptz NOT NULL,
  frozen_at timestamptz,
  PRIMARY KEY (workspace_id, id, version),
  FOREIGN KEY (workspace_id, brand_id) REFERENCES brand (workspace_id, id)
);

CREATE TABLE plan (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  brief_id uuid NOT NULL,
  brief_version integer NOT NULL,
  document jsonb NOT NULL,
  instance_sha256 text,
  assumptions_sha256 text NOT NULL,
  seed bigint NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, brief_id, brief_version) REFERENCES brief (workspace_id, id, version)
);
CREATE INDEX plan_brief ON plan (workspace_id, brief_id, brief_version);

-- No key to account: what was planned stays readable after a creator is deleted.
CREATE TABLE plan_item (
  workspace_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  position integer NOT NULL,
  creator text NOT NULL,
  account text NOT NULL,
  deliverable text NOT NULL,
  count integer NOT NULL,
  cost_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  PRIMARY KEY (workspace_id, plan_id, position),
  FOREIGN KEY (workspace_id, plan_id) REFERENCES plan (workspace_id, id)
);

-- A decision is a record, not a flag: who, when, which plan for which frozen brief.
CREATE TABLE approval (
  workspace_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  brief_id uuid NOT NULL,
  brief_version integer NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, plan_id),
  UNIQUE (workspace_id, brief_id, brief_version),
  FOREIGN KEY (workspace_id, plan_id) REFERENCES plan (workspace_id, id),
  FOREIGN KEY (workspace_id, brief_id, brief_version) REFERENCES brief (workspace_id, id, version)
);
