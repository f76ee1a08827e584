import highsLoader from "highs";
import { alpha } from "#core/solver/lifted";

/** Cuts below this share of the objective in all are rounding. */
const CONVERGED_WITHIN = 2e-5;
const ROUNDS_MAX = 30;

/**
 * The linear programme with all lifted cuts, by HiGHS: max Σ worth·x + Σ w·z, z_a ≤ α(q) + Σ β_ia(q)·x_i for every q, by
 * rounds that add the most violated q of every atom. `startQ` seeds the cuts beside q = 1; the optimum does not depend
 * on it. Returns the optimum within CONVERGED_WITHIN, or null when the rounds or the seconds are used up.
 */
export async function liftedProgramme(problem, startQ, secondsMax) {
  const highs = await highsLoader();
  const touching = itemsByAtom(problem);
  const cuts = [];
  for (let a = 0; a < problem.atomCount; a++) {
    cuts.push(cut(problem, touching, a, 1));
    if (startQ[a] < 1) cuts.push(cut(problem, touching, a, startQ[a]));
  }
  const begun = performance.now();
  for (let round = 1; round <= ROUNDS_MAX; round++) {
    const left = secondsMax - (performance.now() - begun) / 1000;
    if (left <= 0) return null;
    const { Columns, ObjectiveValue, Status } = highs.solve(text(problem, cuts), {
      time_limit: left,
      solver: "ipm",
      run_crossover: "off",
      output_flag: false,
    });
    if (Status !== "Optimal" && Status !== "Unknown") return null;
    const x = problem.itemOf.map((_, i) => Math.max(0, Columns[`x${i}`]?.Primal ?? 0));
    let violated = 0;
    for (let a = 0; a < problem.atomCount; a++) {
      const q = bestQ(problem, touching[a], x);
      const next = cut(problem, touching, a, q);
      const height = next.constant + next.terms.reduce((sum, [i, beta]) => sum + beta * x[i], 0);
      const over = (Columns[`z${a}`]?.Primal ?? 0) - height;
      if (over <= 1e-7) continue;
      violated += over * problem.weight[a];
      cuts.push(next);
    }
    if (violated <= CONVERGED_WITHIN * ObjectiveValue) {
      return {
        optimum: ObjectiveValue,
        rounds: round,
        cuts: cuts.length,
        seconds: (performance.now() - begun) / 1000,
      };
    }
  }
  return null;
}

function itemsByAtom(problem) {
  const touching = Array.from({ length: problem.atomCount }, () => []);
  for (let g = 0; g < problem.groupCount; g++)
    for (let k = problem.incidenceStart[g]; k < problem.incidenceStart[g + 1]; k++)
      touching[problem.atomOf[k]].push(g);
  return touching;
}

function cut(problem, touching, a, q) {
  const terms = [];
  for (const g of touching[a])
    for (let i = problem.itemStart[g]; i < problem.itemStart[g + 1]; i++) {
      const p = problem.p[i];
      terms.push([i, q <= 1 - p ? q * problem.hazard[i] : p - alpha(q)]);
    }
  return { a, constant: alpha(q), terms };
}

/** The slope (1 − L)·ln q + s of α(q) + Σ β·x changes sign once: bisection in ln q. */
function bestQ(problem, groups, x) {
  let low = Math.log(1e-6);
  let high = 0;
  for (let k = 0; k < 45; k++) {
    const middle = (low + high) / 2;
    const q = Math.exp(middle);
    let s = 0;
    let l = 0;
    for (const g of groups)
      for (let i = problem.itemStart[g]; i < problem.itemStart[g + 1]; i++) {
        if (x[i] === 0) continue;
        if (q <= 1 - problem.p[i]) s += problem.hazard[i] * x[i];
        else l += x[i];
      }
    if ((1 - l) * middle + s > 0) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
}

/** In the LP format that HiGHS reads. */
function text(problem, cuts) {
  const term = (c, name) => ` ${c < 0 ? "-" : "+"} ${Math.abs(c)} ${name}`;
  const lines = ["Maximize", " obj:"];
  problem.worth.forEach((worth, i) => {
    if (worth !== 0) lines.push(term(worth, `x${i}`));
  });
  problem.weight.forEach((w, a) => {
    lines.push(term(w, `z${a}`));
  });
  lines.push("Subject To");
  cuts.forEach(({ a, constant, terms }, k) => {
    lines.push(` k${k}: z${a}`);
    for (const [i, beta] of terms) if (beta !== 0) lines.push(term(-beta, `x${i}`));
    lines.push(` <= ${constant}`);
  });
  for (let g = 0; g < problem.groupCount; g++) {
    const names = [];
    for (let i = problem.itemStart[g]; i < problem.itemStart[g + 1]; i++) names.push(`x${i}`);
    lines.push(` g${g}: ${names.join(" + ")} <= 1`);
  }
  problem.use.forEach((use, r) => {
    lines.push(` r${r}: 0 x0`);
    use.forEach((takes, i) => {
      if (takes !== 0) lines.push(term(takes, `x${i}`));
    });
    lines.push(` <= ${problem.cap[r]}`);
  });
  lines.push("End");
  return lines.join("\n");
}
