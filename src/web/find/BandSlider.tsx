import { RangeSlider } from "@mantine/core";
import { useState } from "react";
import type { BandSpan } from "./bands.ts";
import { useFindWords } from "./useFindWords.ts";

// Fewer bands are ticked sooner than slid over.
const BANDS_LEAST = 3;

/** Two thumbs on the bounds of the bands; the search follows them as they move. Both at the ends ask for nothing. */
export function BandSlider({
  name,
  bands,
  span,
  edge,
  onSpan,
}: {
  name: string;
  bands: number;
  span: BandSpan | null;
  edge: (place: number) => string;
  onSpan: (span: BandSpan | null) => void;
}) {
  const word = useFindWords();
  // Where the hand holds the thumbs, while the address is a step behind it.
  const [held, setHeld] = useState<[number, number] | null>(null);
  const asked: [number, number] = span ? [span.low, span.high + 1] : [0, bands];
  if (bands < BANDS_LEAST) return null;
  return (
    <RangeSlider
      className="facet-slider"
      size={3}
      min={0}
      max={bands}
      step={1}
      minRange={1}
      value={held ?? asked}
      onChange={([low, high]) => {
        setHeld([low, high]);
        onSpan(low === 0 && high === bands ? null : { low, high: high - 1 });
      }}
      onChangeEnd={() => setHeld(null)}
      label={edge}
      thumbFromLabel={word("fromOf", { name })}
      thumbToLabel={word("toOf", { name })}
    />
  );
}
