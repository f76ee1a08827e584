import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const INK_TEAL: MantineColorsTuple = [
  "#e2eeeb",
  "#c6deda",
  "#97c9c1",
  "#6cc6b8",
  "#3d9a8f",
  "#1f7a72",
  "#0d5f5a",
  "#0b524d",
  "#094742",
  "#063531",
];

export const theme = createTheme({
  fontFamily: "var(--sans)",
  headings: { fontFamily: "var(--serif)" },
  primaryColor: "ink",
  primaryShade: { light: 6, dark: 3 },
  colors: { ink: INK_TEAL },
  autoContrast: true,
  defaultRadius: 3,
  respectReducedMotion: true,
  cursorType: "pointer",
});

/** Mantine's surfaces take the paper's own colours, in light and dark alike. */
export const paperVariables: CSSVariablesResolver = () => {
  const surfaces = {
    "--mantine-color-body": "var(--paper)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-faint)",
    "--mantine-color-default": "var(--sheet)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--rule-strong)",
    "--mantine-color-default-hover": "var(--accent-wash)",
    "--mantine-color-placeholder": "var(--ink-faint)",
    "--mantine-color-error": "var(--brick)",
    "--mantine-color-anchor": "var(--accent)",
  };
  return { variables: {}, light: surfaces, dark: surfaces };
};
