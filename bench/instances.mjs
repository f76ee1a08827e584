import { Random } from "#core/random";

// Activity classes of an audience: cumulative shares and multipliers, mean 1, coefficient of variation 1.
const ACTIVITY = [
  [0.711, 0.416],
  [0.99, 2.294],
  [1, 6.29],
];
/** Five deliverables a creator: view probability and price, relative to the middle one. */
const DELIVERABLES = [
  ["story", 0.45, 0.4],
  ["repost", 0.7, 0.68],
  ["post", 1, 1],
  ["video", 1.35, 1.45],
  ["bundle", 1.8, 1.95],
];

/**
 * A seeded market: creators with one or two topics, log-normal audiences (median `share` of the atoms, log-sd 0.9) drawn
 * seven times in ten from their topics, active people more often; prices follow audience and effect with log-sd 0.35.
 * `picks` times a price of the lower half is the budget.
 */
export function market({ creators, topics, atoms, picks, seed, share = 0.0075 }) {
  const random = new Random(seed);
  const byTopic = Array.from({ length: topics }, () => []);
  const everyone = [];
  for (let atom = 0; atom < atoms; atom++) {
    const topic = Math.floor(topics * random.uniform() ** 1.6);
    const u = random.uniform();
    const [, activity] = ACTIVITY.find(([share]) => u < share);
    push(byTopic[topic], atom, activity);
    push(everyone, atom, activity);
  }
  const groups = Array.from({ length: creators }, (_, c) =>
    creator(random, c, atoms, share, byTopic, everyone),
  );
  const costs = groups.flatMap(({ items }) => items.map(({ cost }) => cost)).sort((a, b) => a - b);
  const none = {
    weights: null,
    minItems: null,
    maxItems: null,
    quotas: [],
    extraBudgets: {},
    lock: [],
    exclude: [],
  };
  return { budget: Math.round(picks * costs[Math.floor(costs.length * 0.4)]), atoms, ...none, groups };
}

function creator(random, c, atoms, share, byTopic, everyone) {
  const size = clamp(Math.round(atoms * share * Math.exp(0.9 * random.normal())), 10, atoms / 5);
  const own = [topicOf(random, byTopic.length), topicOf(random, byTopic.length)];
  const members = new Set();
  for (let tries = 0; members.size < size && tries < size * 30; tries++) {
    const pool = random.uniform() < 0.7 ? byTopic[own[random.uniform() < 0.75 ? 0 : 1]] : everyone;
    if (pool.length > 0) members.add(pick(random, pool));
  }
  const seen = clamp(0.22 * Math.exp(0.35 * random.normal()), 0.03, 0.5);
  const price = members.size ** 0.95 * seen * 12;
  const items = DELIVERABLES.map(([name, effect, relative]) => ({
    id: `c${c}/${name}`,
    cost: Math.round(price * relative * Math.exp(0.35 * random.normal())),
    p: Math.min(0.95, seen * effect),
    labels: [],
    uses: {},
    value: 0,
  }));
  return { group: `c${c}`, labels: [], atoms: Int32Array.from(members), items };
}

/** Cumulative activity beside each atom, so that a draw is one binary search. */
function push(pool, atom, activity) {
  pool.push({ atom, upTo: (pool.at(-1)?.upTo ?? 0) + activity });
}

function pick(random, pool) {
  const goal = random.uniform() * pool.at(-1).upTo;
  let low = 0;
  for (let high = pool.length - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if (pool[middle].upTo > goal) high = middle;
    else low = middle + 1;
  }
  return pool[low].atom;
}

function topicOf(random, topics) {
  return Math.floor(topics * random.uniform() ** 1.3);
}

function clamp(value, min, max) {
  return Math.min(max, Math.max(min, value));
}
