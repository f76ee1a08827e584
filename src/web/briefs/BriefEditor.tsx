import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from "react";
import type { BriefForm as StoredBrief } from "#api/contract/briefs";
import type { AssumedDefault } from "#core/brief/brief";
import type { KnownReference } from "../doors/reference.ts";
import { useWords } from "../words/words.tsx";
import { BriefActions } from "./BriefActions.tsx";
import { BriefForm } from "./BriefForm.tsx";
import { BriefSource } from "./BriefSource.tsx";
import { BriefState } from "./BriefState.tsx";
import { BriefEditingContext } from "./briefEditing.ts";
import { readBriefText, withValue } from "./briefText.ts";
import { checkBrief } from "./checkBrief.ts";
import "./brief.css";

const NO_DEFAULTS: readonly AssumedDefault[] = [];

/** Form and document side by side; both edit the same text, and both are judged as one types. */
export function BriefEditor({
  stored,
  brandId = null,
  initial,
  reference,
  children,
}: {
  stored: StoredBrief | null;
  /** Of a brief that is not kept yet. */
  brandId?: string | null;
  initial: string;
  reference: KnownReference;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const [text, setText] = useState(initial);
  const read = useMemo(() => readBriefText(text), [text]);
  const document_ = useDeferredValue(read.document);
  const check = useMemo(
    () => (document_ === null ? null : checkBrief(document_, reference, reference.today)),
    [document_, reference],
  );
  // While a value is refused no defaults are known; the last ones stay, or the form would flicker.
  const defaults = useRef(NO_DEFAULTS);
  if (check?.brief) defaults.current = check.brief.defaults;
  const [isNext, setIsNext] = useState(false);
  const frozenOn = isNext ? null : (stored?.frozenOn ?? null);
  const frozen = frozenOn !== null;
  const editing = {
    document: read.document,
    problems: check?.problems ?? [],
    defaults: defaults.current,
    frozen,
    set: (path: string, value: Parameters<typeof withValue>[2]) =>
      setText((before) => withValue(before, path.split("."), value)),
  };
  return (
    <BriefEditingContext value={editing}>
      <header className="stack brief-top">
        <div>
          <h1>{t("brief.title")}</h1>
          <p className="lede">{t("brief.lede")}</p>
        </div>
        {children}
      </header>
      <BriefState
        check={check}
        fault={read.fault}
        frozenOn={frozenOn}
        version={stored?.version ?? 1}
        onNextVersion={() => setIsNext(true)}
      />
      <div className="brief-sides">
        <BriefForm reference={reference} />
        <BriefSource name="brief.yaml" text={text} onText={setText} frozen={frozen} />
      </div>
      <BriefActions
        stored={stored}
        brandId={brandId}
        frozen={frozen}
        document={read.document}
        ready={check?.brief != null}
      />
    </BriefEditingContext>
  );
}
