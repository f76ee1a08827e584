import { TextInput, type TextInputProps } from "@mantine/core";
import { useTyped } from "./useTyped.ts";

/** A small field of which the search hears at every pause. */
export function TypedField({
  value,
  onText,
  ...rest
}: Omit<TextInputProps, "value" | "onChange" | "size"> & { value: string; onText: (text: string) => void }) {
  const typed = useTyped(value, onText);
  return <TextInput size="xs" {...rest} {...typed.field} />;
}
