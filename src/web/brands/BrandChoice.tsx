import { NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { brandsQuery, setBrandOfBrief } from "../doors/brands.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import "./brands.css";

/** For which brand a brief is. It changes no figure, so a frozen brief may be told too. */
export function BrandChoice({
  value,
  onChange,
  isSaving = false,
}: {
  value: string | null;
  onChange: (brandId: string | null) => void;
  isSaving?: boolean;
}) {
  const { t } = useWords();
  const workspace = useWorkspace();
  const brands = useQuery(brandsQuery(workspace)).data?.brands ?? [];
  return (
    <div className="row brand-choice">
      {brands.length > 0 && (
        <NativeSelect
          label={t("brands.of")}
          value={value ?? ""}
          disabled={isSaving}
          data={[
            { value: "", label: t("brands.noBrand") },
            ...brands.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )}
      <Link to="/$workspace/brands" params={{ workspace }}>
        {t("brands.manage")}
      </Link>
    </div>
  );
}

/** Of a brief that is kept already: said at once. */
export function StoredBrandChoice({ briefId, brandId }: { briefId: string; brandId: string | null }) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const choose = useMutation({
    mutationFn: (chosen: string | null) => setBrandOfBrief(workspace, briefId, chosen),
    onSuccess: () =>
      Promise.all(
        ["briefs", "plans", "brands"].map((noun) =>
          client.invalidateQueries({ queryKey: [noun, workspace] }),
        ),
      ),
  });
  const shown = choose.isPending ? choose.variables : brandId;
  return (
    <>
      <BrandChoice value={shown} isSaving={choose.isPending} onChange={(chosen) => choose.mutate(chosen)} />
      {choose.isError && <ErrorNotice error={choose.error} />}
    </>
  );
}
