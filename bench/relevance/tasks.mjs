import { accountsOf } from "./catalogs.mjs";
import { HYPEAUDITOR, XIAOHONGSHU, YOUTUBE } from "./labels.mjs";

// Grades by how many posts name the label: one may be chance, ten are a habit.
const gradeOfCount = (count) => (count < 2 ? 0 : count < 5 ? 1 : count < 10 ? 2 : 3);
// The same by the share of an account's posts: somebody of few posts may be who truly writes about it.
const gradeOfShare = (count, posts) =>
  count < 2 ? 0 : count < 0.05 * posts ? 1 : count < 0.2 * posts ? 2 : 3;
const says = (words, text) => words.some((word) => text.toLowerCase().includes(word));
const saysWord = (words, text) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some((w) => words.includes(w));
const even = ({ posts }) => posts.filter((_, i) => i % 2 === 0);
const odd = ({ posts }) => posts.filter((_, i) => i % 2 === 1);

/**
 * What is asked of real catalogs: queries in two languages, what of the posts is indexed and what hidden, and the grade of
 * each account. Every other query of a catalog and regime is for tuning, the others were never tuned on.
 * @param half "tuning" or "held-out"
 * @returns the tasks, and how many labels were left out since under 5 creators have them or over 70 %
 */
export async function readTasks(folder, half) {
  const tasks = [
    ...xiaohongshuTasks(await accountsOf("xiaohongshu", folder)),
    ...instagramTasks(await accountsOf("instagram", folder)),
    ...youtubeTasks(await accountsOf("youtube", folder)),
  ].map((task) => ({ ...task, kind: `${task.catalog} ${task.regime}` }));
  const asked = tasks.filter(({ grades }) => {
    const relevant = grades.filter((grade) => grade > 0).length;
    return relevant >= 5 && relevant <= grades.length * 0.7;
  });
  const nth = new Map();
  const chosen = asked.filter(({ kind }) => {
    const n = nth.get(kind) ?? 0;
    nth.set(kind, n + 1);
    return (n % 2 === 1 ? "held-out" : "tuning") === half;
  });
  return { tasks: chosen, skipped: tasks.length - asked.length };
}

function xiaohongshuTasks(accounts) {
  const tagged = (posts, label) =>
    posts.filter((post) => post.tags.some((tag) => says(label.hide, tag))).length;
  return XIAOHONGSHU.flatMap((label) => {
    const both = { catalog: "xiaohongshu", accounts, own: label.zh, other: label.en };
    return [
      {
        ...{ ...both, regime: "hidden", hides: (text) => says(label.hide, text) },
        posts: (account) => account.posts,
        grades: accounts.map(({ posts }) => gradeOfCount(tagged(posts, label))),
        shares: accounts.map(({ posts }) => gradeOfShare(tagged(posts, label), posts.length)),
      },
      {
        ...{ ...both, regime: "visible", hides: null },
        posts: even,
        grades: accounts.map((account) => gradeOfCount(2 * tagged(odd(account), label))),
        shares: accounts.map((account) =>
          gradeOfShare(2 * tagged(odd(account), label), account.posts.length),
        ),
      },
    ];
  });
}

function instagramTasks(accounts) {
  return HYPEAUDITOR.map((label) => ({
    ...{ catalog: "hypeauditor", regime: "hidden", accounts, own: label.en, other: label.zh },
    hides: (text) => text === label.topic,
    posts: () => [],
    grades: accounts.map(({ topics }) => (topics.includes(label.topic) ? 1 : 0)),
    shares: accounts.map(({ topics }) => (topics.includes(label.topic) ? 1 : 0)),
  }));
}

function youtubeTasks(accounts) {
  const titled = (posts, label) => posts.filter((post) => saysWord(label.hide, post.caption ?? "")).length;
  const inCategory = (posts, id) => posts.filter((post) => post.extra.category_id === id).length;
  return YOUTUBE.flatMap((label) => {
    const about = (posts) => (label.category ? inCategory(posts, label.category) : titled(posts, label));
    const both = { catalog: "youtube", accounts, own: label.en, other: label.zh };
    const hidden = {
      ...{ ...both, regime: "hidden" },
      hides: label.hide ? (text) => saysWord(label.hide, text) : () => false,
      posts: (account) => account.posts,
      grades: accounts.map(({ posts }) => gradeOfCount(about(posts))),
      shares: accounts.map(({ posts }) => gradeOfShare(about(posts), posts.length)),
    };
    const visible = {
      ...{ ...both, regime: "visible", hides: null },
      posts: even,
      grades: accounts.map((account) => gradeOfCount(2 * about(odd(account)))),
      shares: accounts.map((account) => gradeOfShare(2 * about(odd(account)), account.posts.length)),
    };
    return label.category ? [hidden] : [hidden, visible];
  });
}
