import { centroidQuery } from "../../dist/core/catalog/discovery/centroidQuery.js";
import { ranked, SmallIndex } from "./smallIndex.mjs";

/**
 * Creators like one creator, each of them in turn: the share of the first ten that are of its kind, and the same share of all
 * others, which is what chance finds.
 * @param documents weighted frequencies by token, one Map a creator
 * @param kinds what each creator is, known from outside of the index; null is not asked
 */
export function alikeAmongTen(documents, kinds, space) {
  const index = new SmallIndex(documents);
  const shares = [];
  const chances = [];
  kinds.forEach((kind, chosen) => {
    const others = kinds.filter((other, i) => i !== chosen && other === kind).length;
    if (kind === null || others < 5) return;
    const scores = index.score(centroidQuery([documents[chosen]], index, space));
    const ten = ranked(scores)
      .filter((row) => row !== chosen)
      .slice(0, 10);
    shares.push(ten.filter((row) => kinds[row] === kind).length / 10);
    chances.push(others / (kinds.length - 1));
  });
  return { shares, chances };
}
