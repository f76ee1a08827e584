import { deliverablesOf, type Platform, platformOf } from "#core/catalog/platform";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";

const SCOPED = /^(.*?) \((.*)\)$/;

export type Names = ReturnType<typeof namesOf>;

/** English names for the slugs of a plan document; an unknown one stands for itself. */
export function namesOf(platforms: readonly Platform[]) {
  const platform = (slug: string) => platformOf(platforms, slug)?.names.en ?? slug;
  const deliverable = (on: string, slug: string) =>
    deliverablesOf(platforms, on).find((each) => each.slug === slug)?.names.en ?? slug;
  /** "views-by-followers (tiktok 10k-100k)" as "Views of a post per follower (TikTok 10k-100k)". */
  const assumption = (key: string) => {
    const [, base = key, scope] = SCOPED.exec(key) ?? [];
    const words = `web.assumption.${base}`;
    const said = say("en", sentence(words));
    const name = said === words ? base : said;
    return scope === undefined ? name : `${name} (${scope.split(" ").map(platform).join(" ")})`;
  };
  return { platform, deliverable, assumption };
}
