import { Button, Popover } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { FoundCreator } from "#core/catalog/discovery/find/findDocument";
import type { Currency } from "#core/money";
import { COMPARED_MOST } from "../compare/comparedMost.ts";
import { download } from "../doors/download.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { AddToList } from "./AddToList.tsx";
import { foundCsv } from "./foundCsv.ts";
import { MergeChosen } from "./MergeChosen.tsx";
import { PlanChosen } from "./PlanChosen.tsx";
import { TagChosen } from "./TagChosen.tsx";
import { useFindWords } from "./useFindWords.ts";

/** What can be done with the chosen ones. */
export function ChosenBar({
  chosen,
  currency,
  onClear,
}: {
  chosen: readonly FoundCreator[];
  currency: Currency;
  onClear: () => void;
}) {
  const word = useFindWords();
  const workspace = useWorkspace();
  const ids = [...new Set(chosen.map(({ id }) => id))];
  const canCompare = ids.length <= COMPARED_MOST;
  if (chosen.length === 0) return null;
  return (
    <section className="chosen-bar" aria-label={word("chosen", { count: chosen.length })}>
      <strong role="status">{word("chosen", { count: chosen.length })}</strong>
      {canCompare ? (
        <Button
          size="xs"
          renderRoot={(props) => (
            <Link
              to="/$workspace/compare"
              params={{ workspace }}
              search={{ ids: ids.join(",") }}
              {...props}
            />
          )}
        >
          {word("compare")}
        </Button>
      ) : (
        <span className="quiet">{word("compareMost", { most: COMPARED_MOST })}</span>
      )}
      <Opening label={word("addToList")}>
        <AddToList creatorIds={ids} />
      </Opening>
      <Opening label={word("plan")}>
        <PlanChosen key={ids.join(",")} creatorIds={ids} />
      </Opening>
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => (
          <Link
            to="/$workspace/creators"
            params={{ workspace }}
            search={{ similar: ids.join(",") }}
            onClick={onClear}
            {...props}
          />
        )}
      >
        {word("findSimilar")}
      </Button>
      {ids.length === 2 && <MergeChosen keptId={ids[0] ?? ""} mergedId={ids[1] ?? ""} onMerged={onClear} />}
      <Opening label={word("tag")}>
        <TagChosen creatorIds={ids} />
      </Opening>
      <Button
        size="xs"
        variant="default"
        onClick={() => download(`${workspace}.csv`, "text/csv", foundCsv(chosen, currency))}
      >
        {word("csvChosen")}
      </Button>
      <Button size="xs" variant="subtle" onClick={onClear}>
        {word("clearChosen")}
      </Button>
    </section>
  );
}

function Opening({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Popover width={320} withArrow trapFocus shadow="md">
      <Popover.Target>
        <Button size="xs" variant="default">
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{children}</Popover.Dropdown>
    </Popover>
  );
}
