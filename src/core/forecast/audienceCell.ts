import type { Brief } from "#core/brief/brief";
import { AGE_BANDS, type AgeBand, ageWanted } from "./ageBand.ts";
import type { AssumptionBook } from "./assumptionBook.ts";
import type { AudienceMix } from "./audienceMix.ts";
import type { GeoCell, GeoScheme } from "./geoScheme.ts";
import { proportionalFit } from "./proportionalFit.ts";

/** People of one place, age and gender, split by whether the campaign's topic is their main interest. */
export interface AudienceCell {
  readonly geo: GeoCell;
  readonly age: AgeBand;
  readonly female: boolean;
  /** Null: the brief names no topic, so interests are not split. */
  readonly onTopic: boolean | null;
  /** 0–1: how much of it the brief asks for. Cells with 0 are left out. */
  readonly inTarget: number;
}

export function audienceCells(brief: Brief, scheme: GeoScheme): readonly AudienceCell[] {
  const topics = brief.topics.length + brief.audience.interests.length > 0 ? [true, false] : [null];
  const wanted = brief.audience.genders;
  const cells: AudienceCell[] = [];
  for (const geo of scheme.cells) {
    for (const age of AGE_BANDS) {
      for (const female of [true, false]) {
        for (const onTopic of topics) {
          const gender = wanted.length === 0 || wanted.includes(female ? "female" : "male") ? 1 : 0;
          const interest = onTopic === false && brief.audience.interests.length > 0 ? 0 : 1;
          const inTarget = geo.inTarget * ageWanted(age, brief.audience.ages) * gender * interest;
          if (inTarget > 0) cells.push({ geo, age, female, onTopic, inTarget });
        }
      }
    }
  }
  return cells;
}

/** People in each cell: of the market's internet users (platform null), or those who use a platform monthly. */
export function peopleInCells(
  cells: readonly AudienceCell[],
  platform: string | null,
  book: AssumptionBook,
): readonly number[] {
  const topicShare = book.find("topic-share", {}, "people by main interest").value;
  const joint = populationJoint(platform, book);
  return cells.map((cell) => {
    const market = cell.geo.country;
    const users = Math.min(
      book.find("internet-users", { market }, "people to reach").value,
      book.find("population", { market }, "people to reach").value,
    );
    const use =
      platform === null ? 1 : book.find("platform-use", { platform, market }, "people to reach").value;
    const topic = cell.onTopic === null ? 1 : cell.onTopic ? topicShare : 1 - topicShare;
    const ageAndGender = joint[AGE_BANDS.indexOf(cell.age)]?.[cell.female ? 0 : 1] ?? 0;
    return users * use * cell.geo.population * ageAndGender * topic;
  });
}

/** Shares of an account's followers in each cell: its margins fitted to the platform's joint of age and gender. */
export function followerShares(
  cells: readonly AudienceCell[],
  mix: AudienceMix,
  platform: string,
  topicLift: number,
  book: AssumptionBook,
): readonly number[] {
  const joint = proportionalFit(
    populationJoint(platform, book),
    AGE_BANDS.map((age) => mix.age.get(age) ?? 0),
    [mix.femaleShare, 1 - mix.femaleShare],
  );
  const onTopic = Math.min(0.95, book.find("topic-share", {}, "people by main interest").value * topicLift);
  return cells.map((cell) => {
    const topic = cell.onTopic === null ? 1 : cell.onTopic ? onTopic : 1 - onTopic;
    const ageAndGender = joint[AGE_BANDS.indexOf(cell.age)]?.[cell.female ? 0 : 1] ?? 0;
    return (mix.geo.get(cell.geo.key) ?? 0) * ageAndGender * topic;
  });
}

// Rows: ages; columns: women, men. The share of women may differ by age where an assumption says so.
function populationJoint(platform: string | null, book: AssumptionBook): readonly (readonly number[])[] {
  const scope: Readonly<Record<string, string>> = platform === null ? {} : { platform };
  const rows = AGE_BANDS.map((age) => ({
    share: book.find("age-share", { ...scope, age }, "ages").value,
    women: book.find("female-share", { ...scope, age }, "genders").value,
  }));
  const sum = rows.reduce((total, row) => total + row.share, 0);
  return rows.map((row) => [(row.share * row.women) / sum, (row.share * (1 - row.women)) / sum]);
}
