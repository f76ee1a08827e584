import type { EChartsCoreOption } from "echarts/core";
import { axisInk, type Ink, tooltipInk } from "./ink.ts";

export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
}

/** The forecast's draws as bars; the 5–95 band shaded, the target and the middle marked. */
export function histogramOption(
  ink: Ink,
  histogram: Histogram,
  marks: { low: number; high: number; middle: number; target: number | null },
  words: {
    value: (value: number) => string;
    share: (share: number) => string;
    middle: string;
    target: string;
  },
): EChartsCoreOption {
  const bins = histogram.counts.length;
  const width = (histogram.to - histogram.from) / bins;
  const total = histogram.counts.reduce((sum, count) => sum + count, 0);
  const data = histogram.counts.map((count, i) => [histogram.from + (i + 0.5) * width, count / total]);
  const line = (at: number, name: string, color: string, dashed: boolean) => ({
    xAxis: at,
    lineStyle: { color, type: dashed ? "dashed" : "solid", width: 1.5 },
    // On two levels: target and middle often lie side by side.
    label: { formatter: name, color: ink.ink, fontFamily: ink.font, distance: dashed ? 20 : 4 },
  });
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 48, bottom: 8, containLabel: true },
    tooltip: {
      ...tooltipInk(ink),
      trigger: "item",
      formatter: (at: { value: [number, number] }) =>
        `${words.value(at.value[0] - width / 2)} – ${words.value(at.value[0] + width / 2)}<br>${words.share(at.value[1])}`,
    },
    xAxis: {
      type: "value",
      min: histogram.from,
      max: histogram.to,
      ...axisInk(ink),
      splitLine: { show: false },
      axisLabel: {
        ...axisInk(ink).axisLabel,
        formatter: words.value,
        showMinLabel: false,
        showMaxLabel: false,
      },
    },
    yAxis: { type: "value", show: false },
    series: [
      {
        type: "bar",
        data,
        barWidth: "96%",
        barCategoryGap: 0,
        itemStyle: { color: ink.accent, opacity: 0.75 },
        markArea: {
          silent: true,
          itemStyle: { color: ink.wash, opacity: 0.8 },
          data: [[{ xAxis: marks.low }, { xAxis: marks.high }]],
        },
        markLine: {
          silent: true,
          symbol: "none",
          data: [
            line(marks.middle, words.middle, ink.ink, false),
            ...(marks.target === null ? [] : [line(marks.target, words.target, ink.ochre, true)]),
          ],
        },
      },
    ],
  };
}
