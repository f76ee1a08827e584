import { SIMPLIFIED } from "#core/catalog/discovery/simplified";
import type { Language } from "#i18n/messages";

/** Writes Chinese in the characters of a reader; its words stay as they are, and so do other scripts. */
export type WriteChinese = (text: string) => string;

/**
 * How a reader's language writes Chinese: Simplified for zh-CN, Traditional for zh-TW, as it stands for others. For words
 * that were folded to be found or stand in a lexicon, never for somebody's name.
 */
export async function chineseScript(language: Language): Promise<WriteChinese> {
  if (language === "zh-CN")
    return (text) => Array.from(text, (each) => SIMPLIFIED.get(each) ?? each).join("");
  return language === "zh-TW" ? toTraditional() : (text) => text;
}

let traditional: Promise<WriteChinese> | null = null;

// One Simplified character is several Traditional ones (干: 乾 in 乾紅, 幹 in 幹活), so whole phrases are needed: a
// megabyte, read when the first reader asks.
function toTraditional(): Promise<WriteChinese> {
  traditional ??= import("opencc-js/cn2t").then(({ Converter }) => {
    const convert = Converter({ from: "cn", to: "tw" });
    // The tables write 臺 everywhere; 台菜 and 台灣 are what people in Taiwan write.
    return (text) => convert(text).replaceAll("臺", "台");
  });
  return traditional;
}
