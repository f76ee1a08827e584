import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { Assumption } from "#core/forecast/assumption";
import { assumptionsQuery } from "../doors/assumptions.ts";
import { sayAssumption } from "../plans/sayAssumption.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { AssumptionRow } from "./AssumptionRow.tsx";
import { Rates } from "./Rates.tsx";
import "./assumptions.css";

/** Every figure the forecasts rest on, with its source; each can be replaced by the reader's own. */
export function AssumptionsPage() {
  const words = useWords();
  const { t } = words;
  const workspace = useWorkspace();
  const known = useQuery(assumptionsQuery(workspace));
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  useTitle(t("assumptions.title"));
  if (known.isError) return <ErrorNotice error={known.error} />;
  if (known.isPending) return <Waiting />;
  const rows = merged(known.data.shipped, known.data.own);
  const shown = rows.filter(({ row }) =>
    `${sayAssumption(words, row.key)} ${row.key} ${Object.values(row.scope).join(" ")} ${row.source}`
      .toLowerCase()
      .includes(wanted),
  );
  return (
    <div className="stack">
      <header>
        <h1>{t("assumptions.title")}</h1>
        <p className="lede">{t("assumptions.lede")}</p>
      </header>
      <TextInput
        className="assumption-search"
        type="search"
        label={t("assumptions.search")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className="quiet" role="status">
        {t("assumptions.shown", { count: shown.length })}
      </p>
      <ul className="assumption-list">
        {shown.map(({ row, isOwn }) => (
          <AssumptionRow key={rowKey(row)} row={row} isOwn={isOwn} />
        ))}
      </ul>
      <Rates />
    </div>
  );
}

const rowKey = ({ key, scope }: Assumption) =>
  `${key} ${Object.entries(scope)
    .map((entry) => entry.join("="))
    .sort()
    .join(" ")}`;

/** What holds here: the shipped rows, the workspace's own in their place. */
function merged(shipped: readonly Assumption[], own: readonly Assumption[]) {
  const ownByKey = new Map(own.map((row) => [rowKey(row), row]));
  const holding = shipped.map((row) => {
    const replaced = ownByKey.get(rowKey(row));
    ownByKey.delete(rowKey(row));
    return { row: replaced ?? row, isOwn: replaced !== undefined };
  });
  return [...[...ownByKey.values()].map((row) => ({ row, isOwn: true })), ...holding];
}
