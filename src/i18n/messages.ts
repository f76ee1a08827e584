import enCommon from "./en/common.json" with { type: "json" };
import zhCnCommon from "./zh-CN/common.json" with { type: "json" };
import zhTwCommon from "./zh-TW/common.json" with { type: "json" };

export const LANGUAGES = ["en", "zh-CN", "zh-TW"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One JSON file a noun and language; the noun's file holds `{ "<noun>": { … } }`, so keys start with the noun. */
export const MESSAGES = {
  en: { ...enCommon },
  "zh-CN": { ...zhCnCommon },
  "zh-TW": { ...zhTwCommon },
} as const satisfies Record<Language, object>;
