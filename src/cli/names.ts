import { bookedName, isMixed, isSeveral } from "#core/catalog/bookedName";
import { type Platform, platformOf } from "#core/catalog/platform";
import { SIZE_BANDS } from "#core/forecast/sizeBand";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";

const SCOPED = /^(.*?) \((.*)\)$/;

export type Names = ReturnType<typeof namesOf>;

/** English names for the slugs of a plan document; an unknown one stands for itself. */
export function namesOf(platforms: readonly Platform[]) {
  const platform = (slug: string) => platformOf(platforms, slug)?.names.en ?? slug;
  /** "2 × Note", "Note + Video". */
  const booked = (on: string, deliverable: string, count: number) => {
    const what = bookedName(platforms, on, deliverable, "en");
    if (!isMixed(deliverable)) return `${count} × ${what}`;
    return isSeveral(deliverable, count) ? say("en", sentence("web.plan.mixed", { what, count })) : what;
  };
  const scopeWord = (word: string) => {
    const band = SIZE_BANDS.find((each) => each === word);
    return band === undefined ? platform(word) : say("en", sentence(`web.size.${band}`));
  };
  /** "views-by-followers (tiktok 10k-100k)" as "Views of a post per follower (TikTok, 10,000–100,000 followers)". */
  const assumption = (key: string) => {
    const [, base = key, scope] = SCOPED.exec(key) ?? [];
    const words = `web.assumption.${base}`;
    const said = say("en", sentence(words));
    const name = said === words ? base : said;
    return scope === undefined ? name : `${name} (${scope.split(" ").map(scopeWord).join(", ")})`;
  };
  return { platform, booked, assumption };
}
