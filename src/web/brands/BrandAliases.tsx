import { Button, TagsInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { nameBrand } from "../doors/brands.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

/** Under which other names people write about a brand: by them its mentions are found. */
export function BrandAliases({
  id,
  name,
  aliases,
}: {
  id: string;
  name: string;
  aliases: readonly string[];
}) {
  const { t } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [typed, setTyped] = useState<readonly string[] | null>(null);
  const save = useMutation({
    mutationFn: () => nameBrand(workspace, id, typed ?? aliases),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["brands", workspace] });
      setTyped(null);
    },
  });
  if (typed === null)
    return (
      <div className="row brand-aliases">
        <span className="quiet">
          {aliases.length === 0
            ? t("brands.noAliases")
            : t("brands.aliasesAre", { aliases: aliases.join(t("brands.aliasComma")) })}
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t("brands.editAliasesOf", { name })}
          onClick={() => setTyped(aliases)}
        >
          {t("brands.editAliases")}
        </Button>
      </div>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="row brand-name">
        <TagsInput
          label={t("brands.aliasesOf", { name })}
          description={t("brands.aliasesSay")}
          splitChars={[",", "，", "、", ";"]}
          acceptValueOnBlur
          maxTags={30}
          value={[...typed]}
          onChange={setTyped}
        />
        <Button type="submit" loading={save.isPending}>
          {t("brands.keep")}
        </Button>
        <Button variant="default" onClick={() => setTyped(null)}>
          {t("brands.leave")}
        </Button>
      </div>
      {save.isError && <ErrorNotice error={save.error} />}
    </form>
  );
}
