import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { brandsQuery } from "../doors/brands.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./brands.css";

/** What a list shows in its address: nothing, all; a brand's id, or what is for no brand. */
export const NO_BRAND = "none";

export const isOfBrand = (brandId: string | null, wanted: string | undefined) =>
  wanted === undefined || (brandId ?? NO_BRAND) === wanted;

/** Which brand a list is of, written into its address; nothing to choose where there are no brands. */
export function BrandFilter() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { brand = "" } = useSearch({ strict: false }) as { readonly brand?: string };
  const brands = useQuery(brandsQuery(useWorkspace())).data?.brands ?? [];
  if (brands.length === 0) return null;
  const choose = (chosen: string) => navigate({ to: ".", search: chosen === "" ? {} : { brand: chosen } });
  return (
    <NativeSelect
      label={t("brands.brand")}
      value={brand}
      data={[
        { value: "", label: t("brands.all") },
        ...brands.map(({ id, name }) => ({ value: id, label: name })),
        { value: NO_BRAND, label: t("brands.noBrand") },
      ]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}
