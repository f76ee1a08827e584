import type { EChartsCoreOption } from "echarts/core";
import { axisInk, type Ink, tooltipInk } from "./ink.ts";

/** One figure of an account by day; null where its day has none. */
export interface Course {
  readonly name: string;
  readonly points: readonly (readonly [ms: number, value: number])[];
}

/** Followers as a line on the left axis, an engagement rate in percent on the right one. */
export function courseOption(
  ink: Ink,
  followers: Course,
  engagement: Course | null,
  words: {
    day: (ms: number) => string;
    count: (value: number) => string;
    percent: (value: number) => string;
  },
): EChartsCoreOption {
  const axis = (name: string, format: (value: number) => string) => ({
    type: "value",
    name,
    scale: true,
    ...axisInk(ink),
    nameTextStyle: { ...axisInk(ink).nameTextStyle, align: "left" },
    axisLabel: { ...axisInk(ink).axisLabel, formatter: format },
  });
  const line = (course: Course, yAxisIndex: number, color: string, type: "solid" | "dashed") => ({
    ...{ type: "line", name: course.name, data: course.points, yAxisIndex, symbolSize: 6 },
    ...{ lineStyle: { color, width: 2.2, type }, itemStyle: { color } },
  });
  const right = engagement && {
    ...axis(engagement.name, words.percent),
    nameTextStyle: { ...axisInk(ink).nameTextStyle, align: "right" },
    splitLine: { show: false },
  };
  return {
    animation: false,
    grid: { left: 8, right: engagement ? 8 : 40, top: 36, bottom: 8, containLabel: true },
    tooltip: {
      ...tooltipInk(ink),
      trigger: "axis",
      formatter: (at: readonly { seriesIndex: number; seriesName: string; value: [number, number] }[]) =>
        at[0]
          ? [
              words.day(at[0].value[0]),
              ...at.map(
                ({ seriesIndex, seriesName, value }) =>
                  `${seriesName}: ${(seriesIndex === 0 ? words.count : words.percent)(value[1])}`,
              ),
            ].join("<br>")
          : "",
    },
    xAxis: {
      type: "time",
      ...axisInk(ink),
      splitLine: { show: false },
      axisLabel: { ...axisInk(ink).axisLabel, formatter: words.day, alignMaxLabel: "right" },
    },
    yAxis: right ? [axis(followers.name, words.count), right] : [axis(followers.name, words.count)],
    series: [
      line(followers, 0, ink.accent, "solid"),
      ...(engagement ? [line(engagement, 1, ink.ochre, "dashed")] : []),
    ],
  };
}
