import { readHeaders } from "#connectors/data/readHeaders";
import { readReference } from "#connectors/data/readReference";
import {
  type CustomerKey,
  type CustomerRow,
  customerContactKey,
  lacksConsent,
  readCustomer,
} from "#core/catalog/import/customerRow";
import { detectPlatform } from "#core/catalog/import/detectPlatform";
import { handleKey } from "#core/catalog/import/handle";
import { mapColumns } from "#core/catalog/import/mapColumns";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { findAccounts, markCreatorsChanged } from "#storage/accounts";
import { nextChange } from "#storage/counters";
import {
  type CustomerMatch,
  customerMatchesOf,
  eraseCustomerMatches,
  putCustomerMatch,
  selectOwnContacts,
} from "#storage/customers";
import type { Db } from "#storage/database";
import { nameImport, sourceId } from "#storage/sources";
import type { House } from "./house.ts";
import type { ImportedFile, ImportOptions } from "./importFiles.ts";
import { importPlainRows, type PlainRows, type PlainTable } from "./importPlainRows.ts";

const HANDLES_PER_QUERY = 2000;

/**
 * Looks for creators among a shop's customers. Of a customer who agreed and is a creator only the match is kept, of all
 * others nothing; who no longer agrees is erased. Throws bad-input as importFile does.
 */
export function importCustomers(house: House, path: string, options: ImportOptions): Promise<ImportedFile> {
  return importPlainRows(house, path, options, "customers", async (trx, table) =>
    openCustomers(trx, house, table, options),
  );
}

function openCustomers(trx: Db, house: House, table: PlainTable, options: ImportOptions): PlainRows {
  const mapping = options.mapping ?? NO_MAPPING;
  const columns = mapColumns(table.columns, "customers", mapping, [], readHeaders());
  const has = (field: Parameters<typeof columns.byField.has>[0]) => columns.byField.has(field);
  if (!has("email") && !has("phone") && !has("handle"))
    throw new ChoraleError("bad-input", sentence("catalog.file.noCustomerKey"), table.path);
  if (!has("consent") && !has("consentOn"))
    throw new ChoraleError("bad-input", sentence("catalog.file.noConsent"), table.path);
  const { platforms } = readReference();
  const clues = { layoutPlatform: null, titles: [], sample: [], path: table.path };
  const flag = options.platform ?? null;
  const found = detectPlatform(
    { ...clues, flag, mapping, columns: table.columns, hasColumn: has("platform") },
    platforms,
  );
  const context = { columns, platforms, platform: found?.platform ?? null };
  const agreed: CustomerRow[] = [];
  const withdrawn: CustomerRow[] = [];
  return {
    ignored: columns.ignored,
    keepsRejected: false,
    take(cells) {
      const row = readCustomer(cells, context);
      if (row.fault === null) agreed.push(row);
      else if (lacksConsent(row)) withdrawn.push(row);
      return row.fault ?? "new";
    },
    whatIsNew: () => matchCustomers(trx, house, table, options, agreed, withdrawn),
  };
}

async function matchCustomers(
  trx: Db,
  house: House,
  { name }: PlainTable,
  { mapping }: ImportOptions,
  agreed: readonly CustomerRow[],
  withdrawn: readonly CustomerRow[],
): ReturnType<PlainRows["whatIsNew"]> {
  const { workspaceId, newId } = house;
  const creatorsOf = await creatorsByKey(trx, workspaceId, [...agreed, ...withdrawn]);
  const gone = new Set(withdrawn.flatMap(({ keys }) => keys.flatMap((key) => creatorsOf(key))));
  const label = mapping?.source?.label ?? name;
  const provenance = { method: "measured", source: label, observedOn: null, trust: null } as const;
  const found = new Map<string, Pick<CustomerMatch, "byKind" | "consentOn">>();
  for (const { keys, consentOn } of agreed)
    for (const key of keys)
      for (const creatorId of creatorsOf(key))
        if (!gone.has(creatorId) && !found.has(creatorId))
          found.set(creatorId, { byKind: key.kind, consentOn });
  const sources = found.size === 0 ? [] : [await sourceId(trx, workspaceId, provenance, "customers", newId)];
  const matchedOn = dayOf(house.now().getTime());
  const matches = sources.flatMap((source) =>
    [...found].map(([creatorId, said]) => ({ creatorId, sourceId: source, matchedOn, ...said })),
  );
  const known = await customerMatchesOf(trx, workspaceId, [...found.keys()]);
  const isKnown = (match: CustomerMatch) =>
    known.some(
      (other) =>
        other.creatorId === match.creatorId &&
        other.sourceId === match.sourceId &&
        other.byKind === match.byKind &&
        other.consentOn === match.consentOn,
    );
  const fresh = matches.filter((match) => !isKnown(match));
  const erased = await eraseCustomerMatches(trx, workspaceId, [...gone]);
  return {
    hasChanged: fresh.length + erased.length > 0,
    beyond: { matched: found.size },
    async write(importId) {
      for (const match of fresh) await putCustomerMatch(trx, workspaceId, match);
      await nameImport(trx, workspaceId, sources, importId);
      const changed = [...fresh.map(({ creatorId }) => creatorId), ...erased];
      if (changed.length > 0)
        await markCreatorsChanged(trx, workspaceId, changed, await nextChange(trx, workspaceId));
    },
  };
}

/** Who of the creators goes by a key: several where two of them were never merged. */
async function creatorsByKey(
  trx: Db,
  workspaceId: string,
  rows: readonly CustomerRow[],
): Promise<(key: CustomerKey) => readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (key: CustomerKey, creatorId: string) => {
    const creators = found.get(textOf(key)) ?? new Set();
    found.set(textOf(key), creators.add(creatorId));
  };
  for (const { creatorId, kind: saidKind, value } of await selectOwnContacts(trx, workspaceId)) {
    const kind = saidKind === "email" ? "email" : "phone";
    add({ kind, key: customerContactKey(kind, value), platform: null }, creatorId);
  }
  const handles = rows.flatMap(({ keys }) => keys.filter(({ kind }) => kind === "handle"));
  for (let from = 0; from < handles.length; from += HANDLES_PER_QUERY) {
    const wanted = handles
      .slice(from, from + HANDLES_PER_QUERY)
      .map(({ key, platform }) => ({ platform: platform ?? "", handle: key, externalId: null }));
    for (const { creatorId, platform, handle } of await findAccounts(trx, workspaceId, wanted))
      add({ kind: "handle", key: handleKey(handle), platform }, creatorId);
  }
  return (key) => [...(found.get(textOf(key)) ?? [])];
}

function textOf({ kind, key, platform }: CustomerKey): string {
  return `${kind} ${platform} ${key}`;
}
