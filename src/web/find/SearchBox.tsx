import { CloseButton, TextInput } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useRef } from "react";
import { useFindWords } from "./useFindWords.ts";
import { useTyped } from "./useTyped.ts";

/** The words of a search. `onText` hears of every pause, with whether the last word may go on. */
export function SearchBox({
  text,
  onText,
}: {
  text: string;
  onText: (text: string, isTyping: boolean) => void;
}) {
  const word = useFindWords();
  const box = useRef<HTMLInputElement>(null);
  const typed = useTyped(text, (next) => onText(next, true));
  useHotkeys([["/", () => box.current?.focus()]]);
  return (
    <TextInput
      ref={box}
      className="find-words"
      type="search"
      size="md"
      label={word("what")}
      placeholder={word("whatHint")}
      maxLength={1000}
      {...typed.field}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
        typed.settle(typed.text);
        onText(typed.text, false);
      }}
      rightSection={
        typed.text !== "" && (
          <CloseButton
            size="sm"
            aria-label={word("clearText")}
            onClick={() => {
              typed.set("");
              box.current?.focus();
            }}
          />
        )
      }
    />
  );
}
