import hongKong from "opencc-js/dict/HKVariantsRev";
import traditional from "opencc-js/dict/TSCharacters";
import taiwan from "opencc-js/dict/TWVariantsRev";

/**
 * Each Traditional character and the Simplified one it is compared as, from the character tables of OpenCC. Character by
 * character: 乾 is always 干 and 著 always 着, wrong in a text and right for finding, since both sides fold alike.
 */
export const SIMPLIFIED: ReadonlyMap<string, string> = foldTable();

function foldTable(): Map<string, string> {
  const simplified = new Map(pairsOf(traditional));
  const plain = (letter: string) => simplified.get(letter) ?? letter;
  const table = new Map(simplified);
  // Variants of a region only where Simplified has not made them one already: 衞 and 衛, 著 and 着, but not 台 and 臺.
  for (const [variant, standard] of [...pairsOf(hongKong), ...pairsOf(taiwan)]) {
    if (plain(variant) !== plain(standard)) table.set(plain(variant), plain(standard));
  }
  // 薴 is 苧 in Simplified, which is itself 苎 there: what is folded is folded to the end.
  for (const [from, to] of table) table.set(from, table.get(to) ?? to);
  return table;
}

function pairsOf(dictionary: string): [string, string][] {
  return dictionary
    .split("|")
    .map((pair) => pair.split(" ") as [string, string])
    .filter(([from, to]) => from !== to);
}
