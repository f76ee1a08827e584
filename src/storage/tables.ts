import type { ColumnType } from "kysely";
import type { ContactHolder, ContactKind } from "#core/catalog/contact";
import type { DealKind } from "#core/catalog/deal";
import type { Hanging } from "./hanging.ts";

// The tables as migrations/ makes them, for Kysely. Days are ISO strings, instants are Dates, bigint is a safe number.

/** Written as JSON text, read as a document whose shape its reader knows. */
export type Json = ColumnType<unknown, string, string>;

interface Tenant {
  workspace_id: string;
}

export interface Database {
  workspace: {
    id: string;
    name: string;
    kind: "real" | "demo";
    base_currency: string;
    created_at: Date;
  };
  lease: { name: string; holder: string; until: Date; fence: number };
  counter: Tenant & { name: string; value: number };
  event: Tenant & {
    id: string;
    actor: string;
    noun: string;
    noun_id: string;
    verb: string;
    before: ColumnType<unknown, string | null, never>;
    after: ColumnType<unknown, string | null, never>;
    at: Date;
    change_id: ColumnType<string | null, never, never>;
  };
  change: Tenant & { id: string; undone_at: ColumnType<Date | null, never, Date | null> };
  brand: Tenant & { id: string; name: string; aliases: ColumnType<string[], string[] | undefined, string[]> };
  import: Tenant & {
    id: string;
    as_kind: string;
    file_name: string;
    file_sha256: string;
    mapping_sha256: string;
    platform: string | null;
    platform_from: string | null;
    rows: number;
    accepted: number;
    rejected: number;
    unchanged: number;
    rejects_path: string | null;
    at: Date;
  };
  source: Tenant & {
    id: string;
    kind: string;
    label: string;
    url: string | null;
    method: "measured" | "estimated" | "assumed";
    trust: "A" | "B" | "C" | null;
    observed_on: string | null;
    import_id: string | null;
    removed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  evidence: Tenant & {
    id: string;
    account_id: string;
    source_id: string;
    file_name: string;
    file_sha256: string;
    media_type: string;
    bytes: number;
    observed_on: string;
    added_at: Date;
  };
  creator: Tenant & { id: string; display_name: string; change_seq: number };
  account: Tenant & {
    id: string;
    creator_id: string;
    platform: string;
    handle: string;
    handle_key: string;
    external_id: string | null;
    country: string | null;
    city: string | null;
    language: string | null;
    bio: string | null;
    topics: string[];
    source_id: string;
    change_seq: number;
  };
  creator_merge: Tenant & {
    id: string;
    kept_id: string;
    merged_id: string;
    account_ids: string[];
    actor: string;
    at: Date;
    undone_at: Date | null;
    hanging: ColumnType<Hanging, string, never>;
  };
  saved_search: Tenant & {
    id: string;
    name: string;
    params: Json;
    made_at: Date;
    seen_at: Date;
    seen_total: number;
    seen_accounts: Buffer | null;
  };
  creator_list: Tenant & { id: string; name: string; made_at: Date };
  creator_list_member: Tenant & { list_id: string; creator_id: string; added_at: Date };
  creator_tag: Tenant & { creator_id: string; tag_key: string; tag: string };
  creator_note: Tenant & { id: string; creator_id: string; text: string; actor: string; at: Date };
  craft_mark: Tenant & { creator_id: string; mark: number; note: string | null; actor: string; at: Date };
  contact: Tenant & {
    id: string;
    creator_id: string;
    kind: ContactKind;
    value: string;
    holder: ContactHolder;
    source_id: string;
  };
  contacted: Tenant & {
    id: string;
    creator_id: string;
    on_date: string;
    note: string | null;
    actor: string;
    at: Date;
  };
  snapshot: Tenant & {
    account_id: string;
    observed_on: string;
    source_id: string;
    followers: number | null;
    following: number | null;
    posts: number | null;
    views_total: number | null;
    views_avg: number | null;
    likes_avg: number | null;
    comments_avg: number | null;
    shares_avg: number | null;
    saves_avg: number | null;
    engagements_avg: number | null;
    engagement_by_followers_bp: number | null;
    engagement_by_views_bp: number | null;
    active_by_followers_bp: number | null;
    real_by_followers_bp: number | null;
    video_by_posts_bp: number | null;
    extra: Json;
  };
  post: Tenant & {
    id: string;
    account_id: string;
    external_key: string;
    format: string;
    posted_at: Date;
    tags: string[];
    sponsored: boolean | null;
    caption: string | null;
  };
  collaboration: Tenant & {
    id: string;
    account_id: string;
    brand_key: string;
    brand: string;
    on_date: string | null;
    post_id: string | null;
    paid: boolean | null;
    source_id: string;
  };
  customer_match: Tenant & {
    creator_id: string;
    source_id: string;
    matched_on: string;
    by_kind: "email" | "phone" | "handle";
    consent_on: string | null;
  };
  post_metric: Tenant & {
    post_id: string;
    observed_on: string;
    source_id: string;
    views: number | null;
    likes: number | null;
    comments: number | null;
    shares: number | null;
    saves: number | null;
    extra: Json;
  };
  audience_share: Tenant & {
    account_id: string;
    dimension: string;
    key: string;
    observed_on: string;
    source_id: string;
    share_bp: number;
    qualifier: "eq" | "le" | "censored";
  };
  audience_sample: Tenant & {
    id: string;
    account_id: string;
    threshold: number;
    n: number;
    complete_by_followers_bp: number;
    consent_by: string | null;
    consent_on: string | null;
    hashes: Buffer | null;
    source_id: string;
    deleted_at: Date | null;
  };
  rate: Tenant & {
    id: string;
    account_id: string;
    deliverable: string;
    deal: DealKind;
    price_minor: number;
    price_max_minor: number | null;
    qualifier: "eq" | "le" | "range";
    currency: string;
    commission_by_order_value_bp: number | null;
    terms: Json | null;
    valid_from: string | null;
    source_id: string;
  };
  city_tier: Tenant & { ranking: string; city: string; tier: string; source_id: string };
  tier_policy: Tenant & {
    id: string;
    platform: string;
    market: string;
    industry: string | null;
    version: string;
    bands: Json;
    source_id: string;
  };
  assumption: Tenant & {
    id: string;
    key: string;
    scope: Json;
    scope_key: string;
    distribution: Json;
    unit: string;
    denominator: string | null;
    source_id: string;
    year: number;
    trust: "A" | "B" | "C";
    made_at: Date;
    replaced_at: Date | null;
  };
  fx_rate: Tenant & { base: string; quote: string; on_date: string; rate_e9: number; source_id: string };
  brief: Tenant & {
    id: string;
    version: number;
    brand_id: string | null;
    name: string;
    document: Json;
    sha256: string;
    made_at: Date;
    frozen_at: Date | null;
  };
  plan: Tenant & {
    id: string;
    brief_id: string;
    brief_version: number;
    document: Json;
    instance_sha256: string | null;
    assumptions_sha256: string;
    seed: number;
    made_at: Date;
  };
  plan_item: Tenant & {
    plan_id: string;
    position: number;
    creator: string;
    account: string;
    deliverable: string;
    count: number;
    cost_minor: number;
    currency: string;
  };
  programme: Tenant & {
    id: string;
    version: number;
    name: string;
    document: Json;
    sha256: string;
    made_at: Date;
  };
  programme_plan: Tenant & {
    id: string;
    programme_id: string;
    programme_version: number;
    document: Json;
    instance_sha256: string | null;
    assumptions_sha256: string;
    seed: number;
    made_at: Date;
  };
  approval: Tenant & {
    plan_id: string;
    brief_id: string;
    brief_version: number;
    actor: string;
    at: Date;
  };
}
