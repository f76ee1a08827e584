import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useWords } from "../words/words.tsx";

export function LightSwitch() {
  const { t } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={t(dark ? "shell.toLight" : "shell.toDark")}
      onClick={() => setColorScheme(dark ? "light" : "dark")}
    >
      <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <path d={dark ? "M8 1.5a6.5 6.5 0 0 0 0 13z" : "M8 1.5a6.5 6.5 0 0 1 0 13z"} fill="currentColor" />
      </svg>
    </ActionIcon>
  );
}
