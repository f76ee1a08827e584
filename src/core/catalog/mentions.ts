import type { Post } from "./creator.ts";
import { PhraseSet } from "./phrase.ts";
import { postTokens } from "./postTokens.ts";

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
  readonly #brands: readonly { readonly brand: string; readonly names: PhraseSet }[];

  constructor(brands: readonly NamedBrand[]) {
    this.#brands = brands.map(({ name, aliases }) => ({
      brand: name,
      names: new PhraseSet([name, ...aliases]),
    }));
  }

  /** One mention a post and brand, in the order of the posts. Sponsored posts are no mentions: they are paid for. */
  mentionsIn(posts: readonly Post[]): Mention[] {
    return posts.filter(({ sponsored }) => sponsored !== true).flatMap((post) => this.#mentionsOf(post));
  }

  #mentionsOf(post: Post): Mention[] {
    if (this.#brands.length === 0) return [];
    const { tags, caption } = postTokens(post);
    const unpaid = post.sponsored === false ? true : null;
    return this.#brands.flatMap(({ brand, names }): Mention[] => {
      for (const tag of tags) {
        const said = names.inTag(tag);
        if (said !== null) return [{ post, brand, said, where: "tag", unpaid }];
      }
      const said = names.in(caption);
      return said === null ? [] : [{ post, brand, said, where: "caption", unpaid }];
    });
  }
}
