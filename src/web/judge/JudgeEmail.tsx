import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Sentence } from "#core/sentence";
import { LANGUAGES, type Language } from "#i18n/messages";
import { say } from "#i18n/say";
import { useWords } from "../words/words.tsx";

const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  "zh-CN": "简体中文",
  "zh-TW": "繁體中文",
};

/** The questions as a letter, in the language of whoever gets it. */
export function JudgeEmail({ sentences }: { sentences: readonly Sentence[] }) {
  const { language, t } = useWords();
  const [chosen, setChosen] = useState<Language>(language);
  const [copied, setCopied] = useState(false);
  const text = sentences.map((line) => say(chosen, line)).join("\n");
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className="stack">
      <div className="row no-print">
        <SegmentedControl
          aria-label={t("judge.letterLanguage")}
          value={chosen}
          data={LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value] }))}
          onChange={(value) => {
            setChosen(LANGUAGES.find((each) => each === value) ?? language);
            setCopied(false);
          }}
        />
        <Button variant="default" onClick={() => void copy()}>
          {t(copied ? "judge.copied" : "judge.copy")}
        </Button>
      </div>
      <pre className="sheet judge-letter" lang={chosen}>
        {text}
      </pre>
    </div>
  );
}
