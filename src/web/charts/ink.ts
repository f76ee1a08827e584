/** The paper's colours and type as a chart needs them: read from the page, so light and dark stay one source. */
export interface Ink {
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly rule: string;
  readonly accent: string;
  readonly wash: string;
  readonly ochre: string;
  readonly sheet: string;
  readonly font: string;
}

export function readInk(element: Element): Ink {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token("--ink"),
    soft: token("--ink-soft"),
    faint: token("--ink-faint"),
    rule: token("--rule"),
    accent: token("--accent"),
    wash: token("--accent-wash"),
    ochre: token("--ochre"),
    sheet: token("--sheet"),
    font: style.fontFamily,
  };
}

/** Axis lines, labels and tooltips shared by every chart. */
export function axisInk(ink: Ink) {
  return {
    axisLabel: { color: ink.soft, fontFamily: ink.font, fontSize: 12, hideOverlap: true },
    axisLine: { lineStyle: { color: ink.rule } },
    axisTick: { lineStyle: { color: ink.rule } },
    splitLine: { lineStyle: { color: ink.rule } },
    nameTextStyle: { color: ink.soft, fontFamily: ink.font, fontSize: 12 },
  };
}

export function tooltipInk(ink: Ink) {
  return {
    backgroundColor: ink.sheet,
    borderColor: ink.rule,
    textStyle: { color: ink.ink, fontFamily: ink.font, fontSize: 13 },
    confine: true,
  };
}

const SCHEME = "data-mantine-color-scheme";

/** The light ink, whatever the page wears: paper from a printer is white. */
export function readPrintInk(element: Element): Ink {
  const root = document.documentElement;
  const worn = root.getAttribute(SCHEME);
  root.setAttribute(SCHEME, "light");
  const ink = readInk(element);
  if (worn !== null) root.setAttribute(SCHEME, worn);
  return ink;
}
