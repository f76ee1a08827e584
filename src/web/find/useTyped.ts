import { type ChangeEvent, useEffect, useRef, useState } from "react";

/** Long enough that a quick hand asks once a word, short enough that nobody waits. */
const PAUSE_MS = 140;

/**
 * What stands in a field while somebody types. It is handed on at a pause, never in the middle of a Chinese word that is
 * still being spelled; a value that comes from elsewhere (the back button) is shown at once.
 */
export function useTyped(value: string, onSettled: (text: string) => void) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Handed on, not yet come back: what comes back late must not overwrite what was typed since.
  const underWay = useRef<string[]>([]);
  useEffect(() => {
    const place = underWay.current.indexOf(value);
    if (place >= 0) underWay.current.splice(0, place + 1);
    else setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (next: string) => {
    clearTimeout(timer.current);
    if (next === (underWay.current.at(-1) ?? value)) return;
    underWay.current.push(next);
    onSettled(next);
  };
  return {
    text,
    settle,
    set: (next: string) => {
      setText(next);
      settle(next);
    },
    field: {
      value: text,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        const next = event.currentTarget.value;
        setText(next);
        clearTimeout(timer.current);
        const isSpelling = "isComposing" in event.nativeEvent && event.nativeEvent.isComposing === true;
        if (!isSpelling) timer.current = setTimeout(() => settle(next), PAUSE_MS);
      },
      onCompositionEnd: (event: { currentTarget: HTMLInputElement }) => settle(event.currentTarget.value),
    },
  };
}
