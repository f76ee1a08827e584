import { Button, CloseButton, FocusTrap } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { sentence } from "#core/sentence";
import { useWords } from "../words/words.tsx";
import { onOpenTour, rememberTour } from "./tourState.ts";
import "./tour.css";

/** What each step points at: a page in the navigation by the end of its address, at last the menu. */
const STEPS = [
  { name: "sense", at: '.shell-nav a[href$="/sense"]' },
  { name: "creators", at: '.shell-nav a[href$="/creators"]' },
  { name: "briefs", at: '.shell-nav a[href$="/briefs"]' },
  { name: "plans", at: '.shell-nav a[href$="/plans"]' },
  { name: "assumptions", at: '.shell-nav a[href$="/assumptions"]' },
  { name: "history", at: ".shell-menu" },
] as const;

/** Six steps beside the page, for keys too: arrows go on and back, Escape leaves. */
export function Tour() {
  const { say } = useWords();
  const [step, setStep] = useState<number | null>(null);
  const opener = useRef<Element | null>(null);
  useEffect(
    () =>
      onOpenTour(() => {
        opener.current = document.activeElement;
        setStep(0);
      }),
    [],
  );
  const current = step === null ? undefined : STEPS[step];
  useEffect(() => {
    const target = current && document.querySelector(current.at);
    target?.classList.add("tour-here");
    target?.scrollIntoView({ block: "nearest" });
    return () => target?.classList.remove("tour-here");
  }, [current]);
  if (step === null || current === undefined) return null;
  const word = (key: string, values = {}) => say(sentence(`start.tour.${key}`, values));
  const close = () => {
    rememberTour();
    setStep(null);
    const back = opener.current;
    // What opened it may be gone: then the page itself is where reading goes on.
    const next = back?.isConnected && back !== document.body ? back : document.getElementById("main");
    if (next instanceof HTMLElement) next.focus();
  };
  const isLast = step === STEPS.length - 1;
  const go = (to: number) => setStep(Math.min(STEPS.length - 1, Math.max(0, to)));
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === "Escape") close();
    if (key === "ArrowRight") go(step + 1);
    if (key === "ArrowLeft") go(step - 1);
  };
  return (
    <FocusTrap active>
      <div
        className="tour"
        role="dialog"
        aria-modal="true"
        aria-labelledby="tour-title"
        aria-describedby="tour-says"
        tabIndex={-1}
        onKeyDown={onKey}
      >
        <div className="row tour-head">
          <span className="quiet">{word("step", { step: step + 1, steps: STEPS.length })}</span>
          <CloseButton aria-label={word("skip")} onClick={close} />
        </div>
        <div aria-live="polite">
          <h2 id="tour-title">{word(`${current.name}.title`)}</h2>
          <p id="tour-says">{word(`${current.name}.says`)}</p>
        </div>
        <div className="row">
          {isLast ? (
            <Button size="xs" data-autofocus onClick={close}>
              {word("done")}
            </Button>
          ) : (
            <Button size="xs" data-autofocus onClick={() => go(step + 1)}>
              {word("next")}
            </Button>
          )}
          <Button size="xs" variant="default" aria-disabled={step === 0} onClick={() => go(step - 1)}>
            {word("back")}
          </Button>
          {!isLast && (
            <Button size="xs" variant="subtle" onClick={close}>
              {word("skip")}
            </Button>
          )}
        </div>
      </div>
    </FocusTrap>
  );
}
