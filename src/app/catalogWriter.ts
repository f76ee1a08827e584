import type { AudienceSample } from "#core/catalog/creator";
import { type AccountState, afterRow, namesOf, newAccount } from "#core/catalog/import/accountState";
import { AudienceSamples } from "#core/catalog/import/audienceSamples";
import type { CatalogRow, Reject } from "#core/catalog/import/catalogRow";
import type { ImportKind } from "#core/catalog/import/field";
import {
  isNothingNew,
  type NewFigures,
  newFigures,
  type StoredFigures,
  withFigures,
} from "#core/catalog/import/storedFigures";
import { latestFigure } from "#core/catalog/latestFigure";
import type { IsoDate } from "#core/period";
import type { Provenance } from "#core/provenance";
import { sentence } from "#core/sentence";
import { addAccounts, findAccounts, markChanged, updateAccounts } from "#storage/accounts";
import { addAudienceSamples, addAudienceShares, audienceSamplesOf } from "#storage/audience";
import { nextChange } from "#storage/counters";
import type { Db } from "#storage/database";
import { addRates } from "#storage/rates";
import { addSnapshots, type Stored, snapshotsOf } from "#storage/snapshots";
import { sourceId } from "#storage/sources";
import { type KnownPosts, storedFigures } from "./storedFigures.ts";
import { writePosts } from "./writePosts.ts";

export interface WriterSettings {
  readonly db: Db;
  readonly workspaceId: string;
  readonly kind: ImportKind;
  readonly today: IsoDate;
  readonly newId: () => string;
  readonly hashMember: (memberId: string) => number;
}

interface Met {
  state: AccountState;
  /** Stored before this file: only then can its figures be known already. */
  readonly wasStored: boolean;
}

/** What became of the rows of a batch: refused ones by their place in it. */
export interface WrittenBatch {
  readonly unchanged: number;
  readonly refused: readonly { readonly index: number; readonly reject: Reject }[];
}

const ACCOUNTS_PER_QUERY = 2000;

/** Writes the rows of one file, batch by batch, inside the transaction that it is given. */
export class CatalogWriter {
  readonly #settings: WriterSettings;
  readonly #met = new Map<string, Met>();
  readonly #sourceIds = new Map<string, string>();
  readonly #samples = new AudienceSamples();
  readonly #memberSource = new Map<string, string>();
  readonly #touched = new Set<string>();
  #added = 0;

  constructor(settings: WriterSettings) {
    this.#settings = settings;
  }

  get sourceIds(): readonly string[] {
    return [...new Set(this.#sourceIds.values())];
  }

  get hasChanged(): boolean {
    return this.#touched.size > 0 || this.#added > 0;
  }

  async write(rows: readonly CatalogRow[]): Promise<WrittenBatch> {
    await this.#meet(rows);
    const refused: { index: number; reject: Reject }[] = [];
    const added = new Map<Met, CatalogRow>();
    const placed: { index: number; row: CatalogRow; met: Met }[] = [];
    rows.forEach((row, index) => {
      const met = this.#accountOf(row, added);
      if (met) placed.push({ index, row, met });
      else
        refused.push({
          index,
          reject: {
            line: row.line,
            column: "",
            value: nameOf(row),
            rule: sentence("catalog.rule.twoAccounts"),
          },
        });
    });
    const known = placed.filter(({ met, row }) => met.wasStored && row.memberId === null);
    await this.#findSources(rows);
    const { db, workspaceId } = this.#settings;
    const stored = await storedFigures(db, workspaceId, known, this.sourceIds);
    const news: { met: Met; row: CatalogRow; figures: NewFigures }[] = [];
    const updated = new Set<Met>();
    const said = new Map<Met, StoredFigures>();
    let unchanged = 0;
    for (const { index, row, met } of placed) {
      const before = said.get(met) ?? stored.figures.get(met.state.id) ?? NOTHING_STORED;
      const figures = newFigures(row, before, this.#settings.today);
      if (figures === null) {
        refused.push({
          index,
          reject: {
            line: row.line,
            column: "",
            value: nameOf(row),
            rule: sentence("catalog.rule.storedOtherwise"),
          },
        });
        continue;
      }
      // A list with a row a deliverable says all else of a creator again on each.
      if (this.#settings.kind === "creators") said.set(met, withFigures(before, figures));
      const profileChanged = this.#applyProfile(met, row, added, updated);
      if (row.memberId !== null) this.#addMember(met, row);
      else if (isNothingNew(figures) && !profileChanged && !added.has(met)) unchanged += 1;
      news.push({ met, row, figures });
    }
    await this.#save(added, updated, news, stored.posts);
    // A list names each account once: the next batch would not meet these again.
    if (this.#settings.kind === "creators") this.#met.clear();
    return { unchanged, refused };
  }

  /** Writes the audience samples and numbers the change; answers how many member rows said nothing new. */
  async finish(): Promise<number> {
    const unchanged = await this.#saveSamples();
    const { db, workspaceId } = this.#settings;
    if (this.hasChanged)
      await markChanged(db, workspaceId, [...this.#touched], await nextChange(db, workspaceId));
    return unchanged;
  }

  async #meet(rows: readonly CatalogRow[]): Promise<void> {
    const strangers = rows
      .map(({ account }) => account)
      .filter((part) => namesOf(part).some((name) => !this.#met.has(name)));
    if (strangers.length === 0) return;
    const { db, workspaceId } = this.#settings;
    for (const state of await findAccounts(db, workspaceId, strangers)) {
      if (namesOf(state).some((name) => this.#met.has(name))) continue;
      const met: Met = { state, wasStored: true };
      for (const name of namesOf(state)) this.#met.set(name, met);
    }
  }

  #accountOf(row: CatalogRow, added: Map<Met, CatalogRow>): Met | null {
    const names = namesOf(row.account);
    const found = new Set(names.flatMap((name) => this.#met.get(name) ?? []));
    if (found.size > 1) return null;
    let [met] = found;
    if (!met) {
      const { newId } = this.#settings;
      met = { state: newAccount(row.account, newId(), newId()), wasStored: false };
      added.set(met, row);
    }
    for (const name of names) this.#met.set(name, met);
    return met;
  }

  #applyProfile(met: Met, row: CatalogRow, added: ReadonlyMap<Met, CatalogRow>, updated: Set<Met>): boolean {
    const next = afterRow(met.state, row.account, this.#settings.kind);
    if (next === met.state) return false;
    met.state = next;
    for (const name of namesOf(next)) this.#met.set(name, met);
    if (!added.has(met)) updated.add(met);
    return true;
  }

  #addMember(met: Met, row: CatalogRow): void {
    this.#samples.add(met.state.id, this.#settings.hashMember(row.memberId ?? ""));
    this.#memberSource.set(met.state.id, this.#sourceOf(row.source));
  }

  async #save(
    added: ReadonlyMap<Met, CatalogRow>,
    updated: ReadonlySet<Met>,
    news: readonly { met: Met; row: CatalogRow; figures: NewFigures }[],
    knownPosts: KnownPosts,
  ): Promise<void> {
    const { db, workspaceId, newId } = this.#settings;
    const [first] = added.values();
    if (first) {
      const states = [...added.keys()].map(({ state }) => state);
      await addAccounts(db, workspaceId, states, this.#sourceOf(first.source));
      this.#added += states.length;
    }
    await updateAccounts(
      db,
      workspaceId,
      [...updated].map(({ state }) => state),
    );
    const place = <T>(met: Met, figure: T, source: Provenance) => ({
      accountId: met.state.id,
      sourceId: this.#sourceOf(source),
      figure,
    });
    const of = <T extends { readonly source: Provenance }>(pick: (figures: NewFigures) => readonly T[]) =>
      news.flatMap(({ met, figures }) => pick(figures).map((figure) => place(met, figure, figure.source)));
    await addSnapshots(
      db,
      workspaceId,
      of((figures) => figures.snapshots),
    );
    await addAudienceShares(
      db,
      workspaceId,
      of((figures) => figures.audience),
    );
    await addRates(
      db,
      workspaceId,
      of((figures) => figures.rates),
      newId,
    );
    await writePosts(db, workspaceId, {
      news: news.map(({ met, row, figures }) => ({ accountId: met.state.id, row, figures })),
      knownPosts,
      sourceOf: (provenance) => this.#sourceOf(provenance),
      newId,
    });
    for (const met of updated) this.#touched.add(met.state.id);
    for (const { met, figures } of news)
      if (met.wasStored && !isNothingNew(figures)) this.#touched.add(met.state.id);
  }

  async #saveSamples(): Promise<number> {
    const { db, workspaceId, newId } = this.#settings;
    const accounts = this.#samples.accounts();
    let unchanged = 0;
    for (let from = 0; from < accounts.length; from += ACCOUNTS_PER_QUERY) {
      const ids = accounts.slice(from, from + ACCOUNTS_PER_QUERY);
      const snapshots = await snapshotsOf(db, workspaceId, ids);
      const stored = await audienceSamplesOf(db, workspaceId, ids);
      const fresh: (Stored<AudienceSample> & { id: string })[] = [];
      for (const id of ids) {
        const followers = latestFigure({ snapshots: snapshots.get(id) ?? [] }, "followers")?.value ?? null;
        const made = this.#samples.sampleOf(id, followers);
        if (!made) continue;
        const same = isSameSample(stored.get(id), made.sample);
        unchanged += same ? made.seen : made.repeated;
        if (same) continue;
        fresh.push({
          id: newId(),
          accountId: id,
          sourceId: this.#memberSource.get(id) ?? "",
          figure: made.sample,
        });
        this.#touched.add(id);
      }
      await addAudienceSamples(db, workspaceId, fresh);
    }
    return unchanged;
  }

  async #findSources(rows: readonly CatalogRow[]): Promise<void> {
    const { db, workspaceId, newId } = this.#settings;
    const named = rows.flatMap((row) => [
      row.source,
      ...row.snapshots.map(({ source }) => source),
      ...row.rates.map(({ source }) => source),
      ...(row.audience[0] ? [row.audience[0].source] : []),
    ]);
    for (const provenance of new Set(named)) {
      const key = sourceKey(provenance);
      if (!this.#sourceIds.has(key))
        this.#sourceIds.set(key, await sourceId(db, workspaceId, provenance, "file", newId));
    }
  }

  #sourceOf(provenance: Provenance): string {
    return this.#sourceIds.get(sourceKey(provenance)) ?? "";
  }
}

const NOTHING_STORED: StoredFigures = {
  ...{ snapshots: [], audience: [], rates: [], collaborations: [] },
  ...{ posts: new Map(), postTexts: new Map() },
};

function sourceKey({ method, trust, source }: Provenance): string {
  return `${method} ${trust} ${source}`;
}

function nameOf({ account }: CatalogRow): string {
  return account.handle ?? account.externalId ?? account.displayName ?? "";
}

function isSameSample(stored: AudienceSample | undefined, made: AudienceSample): boolean {
  return (
    stored !== undefined &&
    stored.threshold === made.threshold &&
    stored.hashes.length === made.hashes.length &&
    stored.hashes.every((hash, i) => hash === made.hashes[i])
  );
}
