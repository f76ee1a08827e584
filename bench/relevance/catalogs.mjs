import { join } from "node:path";
import { readCatalogFiles } from "../../dist/app/readCatalogFiles.js";
import { readReference } from "../../dist/connectors/data/readReference.js";
import { FIELD_WEIGHTS } from "../../dist/core/catalog/discovery/fieldWeights.js";
import { tokensOf } from "../../dist/core/catalog/discovery/tokens.js";

const FILES = {
  xiaohongshu: ["xiaohongshu-koc/creators.json", "xiaohongshu-koc/posts.csv"],
  instagram: ["hypeauditor-2022/instagram-2022-12.csv"],
  youtube: ["youtube-tech/channels_reference.csv", "youtube-tech/videos-2026-02.csv"],
};

const CATEGORY_TOPICS = readReference().platforms.find(({ slug }) => slug === "youtube").categories.topics;

/** The accounts of a real catalog, read as the product reads it, in the order of their handles. */
export async function accountsOf(platform, folder) {
  const paths = FILES[platform].map((file) => join(folder, file));
  const { creators } = await readCatalogFiles(paths, { platform, today: "2026-11-27" });
  return creators
    .flatMap((creator) => creator.accounts.map((account) => ({ ...account, name: creator.displayName })))
    .map((account) => ({ ...account, posts: account.posts.map(withoutCategory) }))
    .sort((a, b) => (a.handle < b.handle ? -1 : 1));
}

// A platform's category is a label that is asked for here: the topic that the import made of it, the last tag, goes.
function withoutCategory(post) {
  return CATEGORY_TOPICS[post.extra.category_id] === undefined
    ? post
    : { ...post, tags: post.tags.slice(0, -1) };
}

/**
 * What an index holds of an account: weighted frequencies, and a bag of distinct tokens for the account and for each post.
 * @param hidden says of a topic, tag or caption word whether it is left out
 */
export function documentOf(account, posts, hidden) {
  const frequencies = new Map();
  const add = (text, field) => {
    const tokens = tokensOf(text);
    for (const token of tokens) frequencies.set(token, (frequencies.get(token) ?? 0) + FIELD_WEIGHTS[field]);
    return tokens;
  };
  const own = [
    ...add(account.name, "name"),
    ...add(account.handle, "handle"),
    ...add(account.bio ?? "", "bio"),
    ...account.topics.filter((topic) => !hidden(topic)).flatMap((topic) => add(topic, "topics")),
  ];
  const postBags = posts.map((post) => {
    const tags = post.tags.filter((tag) => !hidden(tag)).flatMap((tag) => add(tag, "hashtags"));
    const caption = (post.caption ?? "").split(/[^\p{L}\p{N}]+/u).filter((word) => word && !hidden(word));
    return [...new Set([...tags, ...add(caption.join(" "), "captions")])];
  });
  return { frequencies, own: [...new Set(own)], postBags };
}
