import type { Post } from "./creator.ts";
import { tokensOf } from "./discovery/tokens.ts";
import { holdsPhrase, phrasesOf, tagHoldsPhrase } from "./phrase.ts";

/** A brand of ours and the other names people write for it. */
export interface NamedBrand {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A post that names a brand of ours without being sponsored, as the evidence. */
export interface Mention {
  readonly post: Post;
  readonly brand: string;
  /** The name or alias that stands there. */
  readonly said: string;
  readonly where: "tag" | "caption";
  /** Null: the export does not say whether the post is sponsored. */
  readonly unpaid: true | null;
}

/** Finds brands in posts; made once for the brands of a workspace. */
export class MentionFinder {
  readonly #phrases;

  constructor(brands: readonly NamedBrand[]) {
    this.#phrases = brands.map(({ name, aliases }) => ({
      brand: name,
      phrases: phrasesOf([name, ...aliases]),
    }));
  }

  /** One mention a post and brand, in the order of the posts. Sponsored posts are no mentions: they are paid for. */
  mentionsIn(posts: readonly Post[]): Mention[] {
    return posts.filter(({ sponsored }) => sponsored !== true).flatMap((post) => this.#mentionsOf(post));
  }

  #mentionsOf(post: Post): Mention[] {
    const tags = post.tags.map(tokensOf);
    const caption = post.caption === null ? [] : tokensOf(post.caption);
    const unpaid = post.sponsored === false ? true : null;
    return this.#phrases.flatMap(({ brand, phrases }): Mention[] => {
      const tagged = phrases.find((phrase) => tags.some((tag) => tagHoldsPhrase(tag, phrase)));
      if (tagged) return [{ post, brand, said: tagged.text, where: "tag", unpaid }];
      const written = phrases.find((phrase) => holdsPhrase(caption, phrase));
      return written ? [{ post, brand, said: written.text, where: "caption", unpaid }] : [];
    });
  }
}
