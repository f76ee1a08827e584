import type { EChartsCoreOption } from "echarts/core";
import { axisInk, type Ink, tooltipInk } from "./ink.ts";

/** Chance of the target against the budget. The axis is linear: a reader compares money, not its logarithm. */
export function budgetOption(
  ink: Ink,
  points: readonly (readonly [budgetMinor: number, chance: number])[],
  planned: number | null,
  words: { money: (minor: number) => string; chance: (share: number) => string; planned: string },
): EChartsCoreOption {
  return {
    animation: false,
    grid: { left: 8, right: 28, top: 32, bottom: 8, containLabel: true },
    tooltip: {
      ...tooltipInk(ink),
      trigger: "axis",
      formatter: (at: readonly { value: [number, number] }[]) =>
        at[0] ? `${words.money(at[0].value[0])}<br>${words.chance(at[0].value[1])}` : "",
    },
    xAxis: {
      type: "value",
      min: 0,
      max: points.at(-1)?.[0],
      ...axisInk(ink),
      splitLine: { show: false },
      axisLabel: { ...axisInk(ink).axisLabel, formatter: words.money },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      interval: 0.25,
      ...axisInk(ink),
      axisLabel: { ...axisInk(ink).axisLabel, formatter: words.chance },
    },
    series: [
      {
        type: "line",
        data: points,
        symbolSize: 6,
        lineStyle: { color: ink.accent, width: 2.5 },
        itemStyle: { color: ink.accent },
        areaStyle: { color: ink.wash, opacity: 0.7 },
        ...(planned === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: "none",
                lineStyle: { color: ink.ochre, type: "dashed", width: 1.5 },
                label: { formatter: words.planned, color: ink.ink, fontFamily: ink.font },
                data: [{ xAxis: planned }],
              },
            }),
      },
    ],
  };
}
