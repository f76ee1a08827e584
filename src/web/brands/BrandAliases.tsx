import { Button, TagsInput } from "@mantine/core";
import { useState } from "react";
import { nameBrand } from "../doors/brands.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { BrandEntry } from "./BrandEntry.tsx";

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
  const [typed, setTyped] = useState<readonly string[] | null>(null);
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
    <BrandEntry
      action={t("brands.keep")}
      onSave={() => nameBrand(workspace, id, typed)}
      onSaved={() => setTyped(null)}
      field={
        <TagsInput
          label={t("brands.aliasesOf", { name })}
          description={t("brands.aliasesSay")}
          splitChars={[",", "，", "、", ";"]}
          acceptValueOnBlur
          maxTags={30}
          value={[...typed]}
          onChange={setTyped}
        />
      }
    >
      <Button variant="default" onClick={() => setTyped(null)}>
        {t("brands.leave")}
      </Button>
    </BrandEntry>
  );
}
