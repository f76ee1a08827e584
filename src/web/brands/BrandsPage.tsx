import { useQuery } from "@tanstack/react-query";
import { brandsQuery } from "../doors/brands.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { BrandName } from "./BrandName.tsx";
import { BrandRow } from "./BrandRow.tsx";
import { SharedCreators } from "./SharedCreators.tsx";
import "./brands.css";

/** For whom the workspace plans, and whom several of them book. */
export function BrandsPage() {
  const { t } = useWords();
  const brands = useQuery(brandsQuery(useWorkspace()));
  useTitle(t("brands.title"));
  if (brands.isPending) return <Waiting />;
  if (brands.isError) return <ErrorNotice error={brands.error} />;
  const all = brands.data.brands;
  return (
    <div className="stack">
      <header>
        <h1>{t("brands.title")}</h1>
        <p className="lede">{t("brands.lede")}</p>
      </header>
      {all.length === 0 ? (
        <p>{t("brands.none")}</p>
      ) : (
        <ul className="brand-list">
          {all.map(({ id, name, aliases }) => (
            <BrandRow key={id} id={id} name={name} aliases={aliases} />
          ))}
        </ul>
      )}
      <BrandName id={null} name="" label={t("brands.new")} action={t("brands.add")} />
      {all.length > 0 && <SharedCreators />}
    </div>
  );
}
