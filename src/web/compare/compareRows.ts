import type { KeptForm } from "#api/contract/kept";
import { type Account, type Creator, SNAPSHOT_FIGURES } from "#core/catalog/creator";
import { middleOf } from "#core/catalog/fairPrice";
import { latestFigure } from "#core/catalog/latestFigure";
import { toMajor } from "#core/money";
import type { Provenance } from "#core/provenance";
import type { Names } from "../doors/names.ts";
import type { Words } from "../words/words.tsx";

export interface Compared {
  readonly creator: Creator;
  readonly kept: KeptForm | null;
}

/** One thing known of each creator, in the reader's words; null is unknown. */
export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly (CompareCell | null)[];
}

export interface CompareCell {
  readonly text: string;
  /** As a spreadsheet takes it: percent as they are read, money in major units. Null: words. */
  readonly number: number | null;
  /** Null: this workspace's own. */
  readonly source: Provenance | null;
}

/** What we keep is never unknown to us: nothing is nothing. */
const NOTHING_KEPT: CompareCell = { text: "–", number: null, source: null };

/** The account that stands for a creator: the one with most followers; of unknown sizes the first. */
export function largestAccount({ accounts }: Creator): Account | null {
  const size = (account: Account) => latestFigure(account, "followers")?.value ?? -1;
  return accounts.reduce<Account | null>(
    (largest, account) => (largest === null || size(account) > size(largest) ? account : largest),
    null,
  );
}

/** Every figure, price and keeping that is known of at least one of the creators. */
export function compareRows(
  compared: readonly Compared[],
  word: (key: string, values?: Readonly<Record<string, string | number>>) => string,
  words: Words,
  names: Names,
): readonly CompareRow[] {
  const { t, date } = words;
  const accounts = compared.map(({ creator }) => largestAccount(creator));
  const said = (key: string, text: (account: Account) => string): CompareRow => ({
    key,
    label: word(`row.${key}`),
    cells: accounts.map((account) => plain(account === null ? "" : text(account))),
  });
  const kept = (key: string, text: (kept: KeptForm) => string): CompareRow => ({
    key,
    label: word(`row.${key}`),
    cells: compared.map((each) => (each.kept === null ? null : (plain(text(each.kept)) ?? NOTHING_KEPT))),
  });
  const place = ({ city, country }: Account) =>
    [city && names.place(city), country && names.country(country)].filter(Boolean).join(" · ");
  const figures = SNAPSHOT_FIGURES.map(
    (figure): CompareRow => ({
      key: figure,
      label: t(`figure.${figure}`),
      cells: accounts.map((account) => {
        const found = account && latestFigure(account, figure);
        return found && figureCell(found.value, figure.endsWith("Bp"), found.source, words);
      }),
    }),
  );
  const rows = [
    said("account", ({ platform, handle }) => `${names.platform(platform)} ${handle}`),
    said("place", place),
    said("topics", ({ topics }) => topics.map(names.topic).join(" · ")),
    ...figures,
    ...priceRows(accounts, word, words, names),
    kept("craft", ({ craft }) => (craft === null ? "" : word("craftOf", { mark: craft.mark }))),
    kept("tags", ({ tags }) => tags.join(" · ")),
    kept("lists", ({ lists }) => lists.map(({ name }) => name).join(" · ")),
    kept("contacted", ({ contacted }) => (contacted[0] ? date(contacted[0].onDate) : "")),
  ];
  return rows.filter(
    ({ key, cells }) => key === "followers" || cells.some((cell) => cell !== null && cell !== NOTHING_KEPT),
  );
}

function priceRows(
  accounts: readonly (Account | null)[],
  word: (key: string, values?: Readonly<Record<string, string | number>>) => string,
  { t, money }: Words,
  names: Names,
): CompareRow[] {
  const quotes = (account: Account | null) =>
    (account?.rates ?? []).filter(({ deal, qualifier }) => deal === "flat" && qualifier !== "le");
  // The same deliverable of two platforms is not one thing to buy.
  const sold = new Map(
    accounts.flatMap((account) =>
      quotes(account).map(({ deliverable }) => [
        `${account?.platform} ${deliverable}`,
        { account, deliverable },
      ]),
    ),
  );
  return [...sold].map(([key, { account: seller, deliverable }]) => ({
    key,
    label: word("row.price", {
      deliverable: names.deliverable(seller?.platform ?? null, deliverable, 1),
    }),
    cells: accounts.map((account) => {
      const rate = quotes(account).find((each) => `${account?.platform} ${each.deliverable}` === key);
      if (!rate) return null;
      const { currency, priceMinor, priceMaxMinor, validFrom } = rate;
      const said = (amountMinor: number) => money({ amountMinor, currency });
      const text =
        priceMaxMinor === null
          ? said(priceMinor)
          : t("plan.range", { low: said(priceMinor), high: said(priceMaxMinor) });
      const source = { ...rate.source, observedOn: validFrom ?? rate.source.observedOn };
      return { text, number: toMajor({ amountMinor: middleOf(rate), currency }), source };
    }),
  }));
}

function figureCell(
  value: number,
  isShare: boolean,
  source: Provenance,
  { number, percent }: Words,
): CompareCell {
  const text = isShare ? percent(value / 10_000, 2) : number(value, value < 100 ? 1 : 0);
  return { text, number: isShare ? value / 100 : value, source };
}

function plain(text: string): CompareCell | null {
  return text === "" ? null : { text, number: null, source: null };
}
