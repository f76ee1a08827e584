import { NativeSelect } from "@mantine/core";
import { LANGUAGES, type Language } from "#i18n/messages";
import { useWords } from "../words/words.tsx";

const NAMES: Readonly<Record<Language, string>> = { en: "English", "zh-CN": "简体中文", "zh-TW": "繁體中文" };

export function LanguageSwitch() {
  const { t, language, setLanguage } = useWords();
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
