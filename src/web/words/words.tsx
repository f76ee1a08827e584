import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from "react";
import type { Money } from "#core/money";
import type { Sentence, SentenceValue } from "#core/sentence";
import { LANGUAGES, type Language, type MESSAGES } from "#i18n/messages";
import { say, sayMoney, sayUnitCost } from "#i18n/say";

/** The keys of a tree of messages, with dots between; a sentence in the singular and plural is one. */
export type Leaf<Tree> = {
  [K in keyof Tree & string]: Tree[K] extends string ? Plain<K> : `${K}.${Leaf<Tree[K]>}`;
}[keyof Tree & string];
type Plain<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

/** A page word: a key under "web" that exists in the English messages. */
export type WordKey = Leaf<(typeof MESSAGES)["en"]["web"]>;

export interface Words {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: (key: WordKey, values?: Readonly<Record<string, SentenceValue>>) => string;
  readonly say: (sentence: Sentence) => string;
  readonly money: (money: Money) => string;
  /** What one person or piece costs: never rounded to whole units. */
  readonly unitCost: (money: Money) => string;
  readonly number: (value: number, digitsMax?: number) => string;
  readonly percent: (share: number, digitsMax?: number) => string;
  readonly date: (date: string) => string;
}

const WordsContext = createContext<Words | null>(null);
const REMEMBERED = "chorale.language";

export function WordsProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const [language, setLanguage] = useState<Language>(initial ?? preferred);
  // Before any other effect of the change: what is asked of the server from here on is answered in this language.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(REMEMBERED, language);
  }, [language]);
  const words = useMemo(() => wordsIn(language, setLanguage), [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("useWords outside WordsProvider");
  return words;
}

export function wordsIn(language: Language, setLanguage: (language: Language) => void = () => {}): Words {
  return {
    language,
    setLanguage,
    t: (key, values = {}) => say(language, { key: `web.${key}`, values }),
    say: (sentence) => say(language, sentence),
    money: (money) => sayMoney(language, money),
    unitCost: (money) => sayUnitCost(language, money),
    number: (value, digitsMax = 0) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: digitsMax }).format(value),
    percent: (share, digitsMax = 0) =>
      new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: digitsMax }).format(share),
    date: (date) =>
      new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date)),
  };
}

function preferred(): Language {
  const remembered = LANGUAGES.find((language) => language === localStorage.getItem(REMEMBERED));
  return remembered ?? languageOf(navigator.languages);
}

/** The first of the reader's languages that Chorale speaks; Hong Kong, Macau and Taiwan read Traditional Chinese. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh-(TW|HK|MO|Hant)/i.test(tag)) return "zh-TW";
    if (/^zh/i.test(tag)) return "zh-CN";
    if (/^en/i.test(tag)) return "en";
  }
  return "en";
}
