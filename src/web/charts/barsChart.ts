import type { EChartsCoreOption } from "echarts/core";
import { axisInk, type Ink, tooltipInk } from "./ink.ts";

/** Named amounts, one bar each, the name to the left. */
export function barsOption(
  ink: Ink,
  bars: readonly { readonly name: string; readonly value: number }[],
  say: (value: number) => string,
): EChartsCoreOption {
  return {
    animation: false,
    grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
    tooltip: { ...tooltipInk(ink), trigger: "item", valueFormatter: say },
    xAxis: { type: "value", show: false },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map((bar) => bar.name),
      ...axisInk(ink),
      axisTick: { show: false },
      axisLabel: { ...axisInk(ink).axisLabel, hideOverlap: false, color: ink.ink },
    },
    series: [
      {
        type: "bar",
        data: bars.map((bar) => bar.value),
        barMaxWidth: 22,
        itemStyle: { color: ink.accent },
        label: {
          show: true,
          position: "right",
          color: ink.ink,
          fontFamily: ink.font,
          formatter: (at: { value: number }) => say(at.value),
        },
      },
    ],
  };
}
