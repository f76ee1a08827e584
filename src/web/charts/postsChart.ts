import type { EChartsCoreOption } from "echarts/core";
import { axisInk, type Ink, tooltipInk } from "./ink.ts";

// Below, months would repeat along the axis.
const SHORT_DAYS = 240;

/** A dot a post, by day; a log axis, since the best post has a hundred times the middle one. */
export function postsOption(
  ink: Ink,
  points: readonly (readonly [ms: number, value: number])[],
  words: {
    day: (ms: number) => string;
    month: (ms: number) => string;
    value: (value: number) => string;
    measure: string;
  },
): EChartsCoreOption {
  const times = points.map(([ms]) => ms);
  const days = (Math.max(...times) - Math.min(...times)) / 86_400_000;
  return {
    animation: false,
    grid: { left: 8, right: 40, top: 28, bottom: 8, containLabel: true },
    tooltip: {
      ...tooltipInk(ink),
      trigger: "item",
      formatter: (at: { value: [number, number] }) =>
        `${words.day(at.value[0])}<br>${words.measure}: ${words.value(at.value[1])}`,
    },
    xAxis: {
      type: "time",
      ...axisInk(ink),
      splitLine: { show: false },
      axisLabel: {
        ...axisInk(ink).axisLabel,
        formatter: days < SHORT_DAYS ? words.day : words.month,
        hideOverlap: true,
        // Beyond the last dot there is no room for half a date.
        alignMaxLabel: "right",
      },
    },
    yAxis: {
      type: "log",
      name: words.measure,
      ...axisInk(ink),
      axisLabel: { ...axisInk(ink).axisLabel, formatter: words.value },
    },
    series: [
      {
        type: "scatter",
        // A log axis has no zero: a post without any stands at 1.
        data: points.map(([ms, value]) => [ms, Math.max(1, value)]),
        symbolSize: 6,
        itemStyle: { color: ink.accent, opacity: 0.55 },
      },
    ],
  };
}
