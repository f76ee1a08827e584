/** Normalised discounted cumulative gain of the first 10, gain 2^grade − 1 (Järvelin & Kekäläinen 2002; Burges 2005). */
export function ndcgAt10(ranking, grades) {
  const gain = (list) =>
    list.slice(0, 10).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
  const best = gain([...grades].sort((a, b) => b - a));
  return best === 0 ? 0 : gain(ranking.map((row) => grades[row] ?? 0)) / best;
}

/** The share of all relevant rows that stand among the first 50 ranked. */
export function recallAt50(ranking, grades) {
  const relevant = grades.filter((grade) => grade > 0).length;
  return ranking.slice(0, 50).filter((row) => (grades[row] ?? 0) > 0).length / relevant;
}

/** Mean and a 95 % interval by drawing the queries anew 2,000 times. */
export function meanWithInterval(values, random) {
  const mean = (list) => list.reduce((a, b) => a + b, 0) / Math.max(1, list.length);
  const means = Array.from({ length: 2000 }, () =>
    mean(values.map(() => values[random.below(values.length)] ?? 0)),
  ).sort((a, b) => a - b);
  return { mean: mean(values), low: means[49], high: means[1949] };
}
