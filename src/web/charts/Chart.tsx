import { useComputedColorScheme } from "@mantine/core";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../words/words.tsx";
import { type Ink, readInk, readPrintInk } from "./ink.ts";
import "./chart.css";

// The text width of A4 at 96 pixels an inch, within the margins of print.css.
const PRINT_PX = 680;

/** A picture with its title, and the same figures as a table for those who would rather read or listen. */
export function Chart({
  title,
  option,
  table,
  height = 260,
}: {
  title: string;
  option: (ink: Ink, width: number) => EChartsCoreOption;
  table: ReactNode;
  height?: number;
}) {
  const { t, language } = useWords();
  const scheme = useComputedColorScheme("light");
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: language and scheme redraw the picture
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let chart: EChartsType | null = null;
    let gone = false;
    const draw = () => chart?.setOption(option(readInk(element), element.clientWidth), true);
    const fit = () => {
      chart?.resize({ width: "auto" });
      draw();
    };
    const print = () => {
      chart?.resize({ width: PRINT_PX });
      chart?.setOption(option(readPrintInk(element), PRINT_PX), true);
    };
    const resized = new ResizeObserver(fit);
    window.addEventListener("beforeprint", print);
    window.addEventListener("afterprint", fit);
    void import("./echarts.ts").then(({ init }) => {
      if (gone) return;
      chart = init(element, null, { renderer: "svg" });
      draw();
      resized.observe(element);
    });
    return () => {
      gone = true;
      resized.disconnect();
      window.removeEventListener("beforeprint", print);
      window.removeEventListener("afterprint", fit);
      chart?.dispose();
    };
  }, [option, language, scheme]);
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div ref={box} className="chart-box" style={{ height }} role="img" aria-label={title} />
      <details className="chart-table">
        <summary>{t("chart.asTable")}</summary>
        <div className="wide">{table}</div>
      </details>
    </figure>
  );
}
