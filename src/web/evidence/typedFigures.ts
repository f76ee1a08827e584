import type { EvidenceRequest } from "#api/contract/evidence";
import { readNumber } from "#core/catalog/import/numberText";

/** What stands in the fields of the form, as typed. */
export interface TypedText {
  readonly observedOn: string;
  readonly followers: string;
  readonly viewsAvg: string;
  readonly engagementsAvg: string;
  readonly engagementPercent: string;
  readonly female: string;
  readonly male: string;
  readonly country: string;
  readonly countryPercent: string;
  readonly deliverable: string;
  readonly price: string;
  readonly currency: string;
}

export const EMPTY: TypedText = {
  observedOn: "",
  followers: "",
  viewsAvg: "",
  engagementsAvg: "",
  engagementPercent: "",
  female: "",
  male: "",
  country: "",
  countryPercent: "",
  deliverable: "",
  price: "",
  currency: "",
};

/** Typed text as figures: "1.2万" is a number, an empty field unknown; what is no number goes as -1, which is refused by name. */
export function typedFigures(text: TypedText): EvidenceRequest["figures"] {
  const shares = [
    { dimension: "gender" as const, key: "female", percent: numberIn(text.female) },
    { dimension: "gender" as const, key: "male", percent: numberIn(text.male) },
    {
      dimension: "country" as const,
      key: text.country.trim().toUpperCase(),
      percent: numberIn(text.countryPercent),
    },
  ];
  const priceMajor = numberIn(text.price);
  const { deliverable, currency } = text;
  return {
    observedOn: text.observedOn,
    followers: numberIn(text.followers),
    viewsAvg: numberIn(text.viewsAvg),
    engagementsAvg: numberIn(text.engagementsAvg),
    engagementByFollowersPercent: numberIn(text.engagementPercent),
    audience: shares.flatMap(({ dimension, key, percent }) =>
      percent === null || key === "" ? [] : [{ dimension, key, percent }],
    ),
    prices: priceMajor === null ? [] : [{ deliverable, priceMajor, currency }],
  };
}

function numberIn(text: string): number | null {
  const bare = text.trim().replace(/\s*[%％]$/, "");
  return bare === "" ? null : (readNumber(bare) ?? -1);
}
