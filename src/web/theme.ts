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

// From paper to ink, with the same green in the grey as the paper has.
const GREY: MantineColorsTuple = [
  "#f5f7f5",
  "#eaeeec",
  "#dfe5e2",
  "#d8dfdb",
  "#b4c0ba",
  "#93a09a",
  "#7a8882",
  "#64716c",
  "#46544f",
  "#15211f",
];
const NIGHT: MantineColorsTuple = [
  "#e4ebe8",
  "#b2beb9",
  "#8d9b95",
  "#64716c",
  "#475551",
  "#2a3532",
  "#161e1c",
  "#121918",
  "#0f1514",
  "#0b100f",
];

// Help stands below its field: fields of one row begin at one height.
const labelled = { defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] } };

export const theme = createTheme({
  fontFamily: "var(--sans)",
  headings: { fontFamily: "var(--serif)" },
  primaryColor: "ink",
  primaryShade: { light: 6, dark: 3 },
  colors: { ink: INK_TEAL, gray: GREY, dark: NIGHT },
  autoContrast: true,
  defaultRadius: 3,
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    TextInput: labelled,
    NumberInput: labelled,
    Select: labelled,
    NativeSelect: labelled,
    MultiSelect: labelled,
    TagsInput: labelled,
  },
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
