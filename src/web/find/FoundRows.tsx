import { useMediaQuery } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import type { FoundCreator } from "#core/catalog/discovery/find/findDocument";
import { useFindWords } from "./useFindWords.ts";

const ROW_PX = 60;
// On a phone the figures stand below the name.
const NARROW_ROW_PX = 108;
const AHEAD_ROWS = 30;

/** A long list of which only the rows in view are drawn; `about` changes when it is another list. */
export function FoundRows({
  rows,
  total,
  about,
  isStale,
  onNearEnd,
  line,
}: {
  rows: readonly FoundCreator[];
  total: number;
  about: string;
  isStale: boolean;
  onNearEnd: () => void;
  line: (row: FoundCreator) => ReactNode;
}) {
  const word = useFindWords();
  const box = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery("(max-width: 48rem)") ?? false;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: (place) => rows[place]?.accountId ?? place,
    estimateSize: () => (narrow ? NARROW_ROW_PX : ROW_PX),
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useEffect(() => virtual.measure(), [narrow]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => {
    box.current?.scrollTo(0, 0);
  }, [about]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last + AHEAD_ROWS >= rows.length) onNearEnd();
  }, [last, rows.length, onNearEnd]);
  return (
    <section
      ref={box}
      className={isStale ? "found found-stale" : "found"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
      tabIndex={0}
      aria-label={word("results")}
    >
      <ul style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              className="found-row"
              aria-setsize={total}
              aria-posinset={item.index + 1}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {line(row)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
