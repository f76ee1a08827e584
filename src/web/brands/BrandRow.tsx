import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { briefsQuery } from "../doors/briefs.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { BrandAliases } from "./BrandAliases.tsx";
import { BrandName } from "./BrandName.tsx";

/** A brand, the briefs that are for it, and its names to be changed. */
export function BrandRow({ id, name, aliases }: { id: string; name: string; aliases: readonly string[] }) {
  const { t } = useWords();
  const workspace = useWorkspace();
  const [isRenaming, setIsRenaming] = useState(false);
  const briefs = (useQuery(briefsQuery(workspace)).data?.briefs ?? []).filter(
    ({ brandId }) => brandId === id,
  );
  return (
    <li>
      {isRenaming ? (
        <BrandName
          id={id}
          name={name}
          label={t("brands.nameOf", { name })}
          action={t("brands.keep")}
          onSaved={() => setIsRenaming(false)}
        >
          <Button variant="default" onClick={() => setIsRenaming(false)}>
            {t("brands.leave")}
          </Button>
        </BrandName>
      ) : (
        <div className="row brand-head">
          <h2>{name}</h2>
          <Button
            size="xs"
            variant="default"
            aria-label={t("brands.renameOf", { name })}
            onClick={() => setIsRenaming(true)}
          >
            {t("brands.rename")}
          </Button>
          <Link to="/$workspace/plans" params={{ workspace }} search={{ brand: id }}>
            {t("brands.plansOf")}
          </Link>
          <Link
            to="/$workspace/briefs/$briefId"
            params={{ workspace, briefId: "new" }}
            search={{ brand: id }}
          >
            {t("brands.briefFor")}
          </Link>
        </div>
      )}
      <BrandAliases id={id} name={name} aliases={aliases} />
      {briefs.length === 0 ? (
        <p className="quiet">{t("brands.noBriefs")}</p>
      ) : (
        <ul className="brand-briefs" aria-label={t("brands.briefsOf", { name })}>
          {briefs.map((brief) => (
            <li key={brief.id}>
              <Link to="/$workspace/briefs/$briefId" params={{ workspace, briefId: brief.id }}>
                {brief.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
