import { useWords } from "../words/words.tsx";

/** Says on every page, and on paper, that these creators are invented. */
export function DemoBand() {
  const { t } = useWords();
  return (
    <>
      <p className="demo-band" role="note">
        <strong>{t("demo.title")}</strong> {t("demo.says")}
      </p>
      <div className="demo-water" aria-hidden="true">
        <span>{t("demo.mark")}</span>
        <span>{t("demo.mark")}</span>
        <span>{t("demo.mark")}</span>
      </div>
    </>
  );
}
