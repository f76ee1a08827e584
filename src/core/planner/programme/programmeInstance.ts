import type { Programme } from "#core/brief/programme";
import type { Group, Instance, Item, QuotaRow } from "#core/instance";
import { type CampaignModel, instanceFor } from "../campaignModel.ts";

/** What a found share may be at most together with the other found ones: what the fixed shares leave. */
export const OPEN_SHARES = "shares to be found";

/** The name of a fixed share's row. Campaigns count from 1, as in the ids of items. */
export function shareRow(campaign: number): string {
  return `campaign:${campaign + 1}`;
}

/** "account/note*1" of the second campaign is "account/note*1#2". */
export function programmeItemId(bundleId: string, campaign: number): string {
  return `${bundleId}#${campaign + 1}`;
}

/** Minor units by campaign; null: no such limit. */
export type ShareRows = readonly (number | null)[];

export interface Shares {
  /** A fixed share is its campaign's alone: the others have what the fixed ones leave, spent or not. */
  readonly fixed: ShareRows;
  /** Beyond this a campaign whose share is to be found has enough (docs/methods/programme.md). */
  readonly enough: ShareRows;
}

/** The shares that the programme fixes. */
export function fixedShares({ campaigns }: Programme): Shares {
  return {
    fixed: campaigns.map(({ fixed }) => fixed?.amountMinor ?? null),
    enough: campaigns.map(() => null),
  };
}

/**
 * All campaigns as one portfolio: the people of each stand beside those of the others, weighed by `scales`, so that the
 * value is Σ scale · V of the campaign. A creator is one group, of which one item can be chosen, or one in each campaign.
 */
export function programmeInstance(
  programme: Programme,
  models: readonly CampaignModel[],
  scales: readonly number[],
  { fixed: shares, enough }: Shares,
): Instance {
  const budgetMinor = programme.budget.amountMinor;
  const parts = models.map((model) => instanceFor(model, budgetMinor));
  const offsets = offsetsOf(parts);
  const fixed = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const limits = shares.map((share, c) => share ?? enough[c] ?? null);
  const rows = Object.fromEntries(
    limits.flatMap((limit, c) => (limit === null ? [] : [[shareRow(c), limit] as const])),
  );
  const withOpen = fixed > 0 && shares.includes(null);
  const rowsOf = (c: number) => [
    ...(limits[c] === null ? [] : [shareRow(c)]),
    ...(withOpen && shares[c] === null ? [OPEN_SHARES] : []),
  ];
  const placed = parts.map((part, c) =>
    part.groups.map((group) => placedGroup(group, c, offsets[c]!, scales[c]!, rowsOf(c))),
  );
  return {
    budget: budgetMinor,
    atoms: offsets.at(-1)!,
    weights: parts.flatMap((part, c) => Array.from(part.weights ?? [], (weight) => weight * scales[c]!)),
    minItems: null,
    maxItems: null,
    quotas: parts.flatMap(rowsOfPart),
    extraBudgets: { ...rows, ...(withOpen ? { [OPEN_SHARES]: budgetMinor - fixed } : {}) },
    lock: [],
    exclude: [],
    groups:
      programme.mayServe === "several"
        ? placed.flatMap((groups, c) =>
            groups.map((group) => ({ ...group, group: programmeItemId(group.group, c) })),
          )
        : merged(placed),
  };
}

function offsetsOf(parts: readonly Instance[]): readonly number[] {
  const offsets = [0];
  for (const part of parts) offsets.push(offsets.at(-1)! + part.atoms);
  return offsets;
}

function placedGroup(group: Group, c: number, offset: number, scale: number, rows: readonly string[]): Group {
  const own = (label: string) => `${c + 1}:${label}`;
  return {
    group: group.group,
    labels: [],
    atoms: Array.from(group.atoms, (atom) => atom + offset),
    items: group.items.map((item) => ({
      ...item,
      id: programmeItemId(item.id, c),
      labels: [...[...item.labels, ...group.labels].map(own), own("*")],
      uses: Object.fromEntries(rows.map((row) => [row, item.cost])),
      value: item.value * scale,
    })),
  };
}

function rowsOfPart({ quotas, minItems, maxItems }: Instance, c: number): readonly QuotaRow[] {
  const own = quotas.map((row) => ({ ...row, label: `${c + 1}:${row.label}` }));
  return minItems === null && maxItems === null
    ? own
    : [...own, { label: `${c + 1}:*`, min: minItems, max: maxItems }];
}

/** One group a creator: its items of all campaigns over its people of all of them. */
function merged(placed: readonly (readonly Group[])[]): readonly Group[] {
  const byCreator = new Map<string, Group[]>();
  for (const group of placed.flat()) {
    const known = byCreator.get(group.group);
    if (known) known.push(group);
    else byCreator.set(group.group, [group]);
  }
  return [...byCreator].map(([creator, groups]) => {
    const size = groups.reduce((sum, group) => sum + group.atoms.length, 0);
    let start = 0;
    const items: Item[] = [];
    for (const group of groups) {
      for (const item of group.items) {
        if (groups.length === 1 || group.atoms.length === 0) items.push(item);
        else items.push({ ...item, p: padded(item, group.atoms.length, start, size) });
      }
      start += group.atoms.length;
    }
    return { group: creator, labels: [], atoms: groups.flatMap((group) => Array.from(group.atoms)), items };
  });
}

function padded({ p }: Item, count: number, start: number, size: number): readonly number[] {
  const wide = new Array<number>(size).fill(0);
  for (let k = 0; k < count; k++) wide[start + k] = typeof p === "number" ? p : p[k]!;
  return wide;
}

/** The chosen items of each campaign, by the ids of its own model. */
export function chosenByCampaign(
  chosen: readonly string[],
  campaigns: number,
): readonly (readonly string[])[] {
  return Array.from({ length: campaigns }, (_, c) =>
    chosen.filter((id) => id.endsWith(`#${c + 1}`)).map((id) => id.slice(0, id.lastIndexOf("#"))),
  );
}
