import { dayOf } from "#core/period";
import type { Provenance } from "#core/provenance";
import { sentence } from "#core/sentence";
import { BRAND_CHARACTERS, brandKey, type Collaboration } from "../collaboration.ts";
import type { Post } from "../creator.ts";
import { readDay } from "./dateText.ts";
import type { RowCells } from "./rowCells.ts";
import type { RowContext } from "./rowContext.ts";

const BETWEEN = /[,，、;；|\r\n]+|(?<=[\p{Script=Han})）])\s*\/\s*|\s*\/\s*(?=\p{Script=Han})/u;
/** A list that breaks off: 山茶记、青木窑等, "… and more". */
const REST = /(?:\s*等(?:多个)?(?:品牌)?|\s+(?:and more|etc\.?))$/iu;
const NOTED = /^(.+?)\s*[(（]([^()（）]*)[)）]$/u;

/**
 * The brands that a row names, of its account or of its post. A sponsored post with a brand is a paid collaboration of
 * its day, one that is not sponsored an unpaid mention. A day in brackets behind a name is its day; other remarks there
 * are left out.
 */
export function readCollaborations(
  cells: RowCells,
  { columns: { kind } }: RowContext,
  post: Post | null,
  source: Provenance,
): readonly Collaboration[] {
  // A series repeats them on each of its days.
  if (kind !== "creators" && kind !== "posts") return [];
  const found = new Map<string, Collaboration>();
  const paid = post?.sponsored ?? null;
  const postedOn = post === null ? null : dayOf(post.postedAtMs);
  for (const { binding, text } of cells.known("brands")) {
    for (const entry of text.split(BETWEEN)) {
      const plain = entry.trim().replace(REST, "");
      const [, named, note] = NOTED.exec(plain) ?? [];
      const brand = (named ?? plain).replace(/^[@#\s]+|[#\s]+$/gu, "");
      const key = brandKey(brand);
      if (key === "") continue;
      if (brand.length > BRAND_CHARACTERS) {
        cells.refuse(binding, text, sentence("catalog.rule.brand", { most: BRAND_CHARACTERS }));
        return [];
      }
      const onDate = postedOn ?? (note === undefined ? null : readDay(note));
      found.set(`${key} ${onDate}`, { brand, brandKey: key, onDate, paid, source });
    }
  }
  return [...found.values()];
}
