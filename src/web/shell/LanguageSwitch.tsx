import { NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { LANGUAGES, type Language } from "#i18n/messages";
import { useWords } from "../words/words.tsx";

const NAMES: Readonly<Record<Language, string>> = { en: "English", "zh-CN": "简体中文", "zh-TW": "繁體中文" };

export function LanguageSwitch() {
  const { t, language, setLanguage } = useWords();
  const client = useQueryClient();
  const answered = useRef(language);
  // The server says reasons and words in the language of who asks: what it said before is asked anew.
  useEffect(() => {
    if (answered.current === language) return;
    answered.current = language;
    void client.invalidateQueries();
  }, [language, client]);
  return (
    <NativeSelect
      size="xs"
      aria-label={t("shell.language")}
      value={language}
      data={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
      onChange={(event) => setLanguage(event.currentTarget.value as Language)}
    />
  );
}
