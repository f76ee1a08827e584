import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Reference } from "#core/catalog/reference";
import type { TierPolicy } from "#core/catalog/tierPolicy";
import type { CreatorRow } from "../doors/creators.ts";
import { useNames } from "../doors/names.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { TierBy } from "./TierBy.tsx";
import { tierOfAccount } from "./tierOfAccount.ts";

const ROW_PX = 64;
// On a phone a tier and whose it is take two lines.
const NARROW_ROW_PX = 84;
const AHEAD_ROWS = 40;

/** A long list of which only the rows in view are drawn. */
export function CreatorRows({
  rows,
  total,
  policy,
  reference,
  onNearEnd,
}: {
  rows: readonly CreatorRow[];
  total: number;
  policy: TierPolicy | null;
  reference: Reference | undefined;
  onNearEnd: () => void;
}) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery("(max-width: 48rem)") ?? false;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => (narrow ? NARROW_ROW_PX : ROW_PX),
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useEffect(() => virtual.measure(), [narrow]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last + AHEAD_ROWS >= rows.length) onNearEnd();
  }, [last, rows.length, onNearEnd]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section ref={box} className="creator-scroll" tabIndex={0} aria-label={t("creators.listTitle")}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <RowLine row={row} policy={policy} reference={reference} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function RowLine({
  row,
  policy,
  reference,
}: {
  row: CreatorRow;
  policy: TierPolicy | null;
  reference: Reference | undefined;
}) {
  const { t, number, date } = useWords();
  const names = useNames();
  const workspace = useWorkspace();
  const tier = reference ? tierOfAccount(reference.tierPolicies, row, policy) : null;
  return (
    <>
      <span className="row-name">
        <Link to="/$workspace/creators/$creatorId" params={{ workspace, creatorId: row.id }}>
          {row.name}
        </Link>
        <span className="quiet">
          {names.platform(row.platform)}
          {row.handle !== row.name && ` · ${row.handle}`}
        </span>
      </span>
      <span className="row-size">
        {row.followers === null
          ? t("creators.unknownSize")
          : t("creators.followersOf", { count: row.followers, shown: number(row.followers) })}
        <span className="quiet">{tier && <TierBy tier={tier.tier} policyId={tier.policy.id} />}</span>
      </span>
      <span className="row-topics quiet">{row.topics.slice(0, 4).map(names.topic).join(" · ")}</span>
      <span className="row-date quiet">{row.observedOn && date(row.observedOn)}</span>
    </>
  );
}
