import { NativeSelect } from "@mantine/core";
import { useContext, useState } from "react";
import { BriefEditingContext } from "../briefs/briefEditing.ts";
import { NumberField, TextField } from "../briefs/fields.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";

const KINDS = [
  ["found", "found"],
  ["share", "fixedShare"],
  ["amount", "fixedAmount"],
] as const;
type Kind = (typeof KINDS)[number][0];

/** Whether a campaign's part of the money is fixed, as a share or an amount, or to be found. */
export function CampaignPart({ currency }: { currency?: string }) {
  const word = useProgrammeWord();
  const editing = useContext(BriefEditingContext);
  const written = (["share", "amount"] as const).find((key) => (editing?.document?.[key] ?? null) !== null);
  // A kind that was chosen stays while its value is not written yet.
  const [chosen, setChosen] = useState<Kind>(written ?? "found");
  const kind = written ?? chosen;
  const choose = (next: Kind) => {
    setChosen(next);
    for (const key of ["share", "amount"] as const) if (key !== next) editing?.set(key, undefined);
  };
  return (
    <div className="campaign-part">
      <NativeSelect
        label={word("part")}
        disabled={editing?.document === null}
        value={kind}
        data={KINDS.map(([value, label]) => ({ value, label: word(label) }))}
        onChange={(event) =>
          choose(KINDS.find(([each]) => each === event.currentTarget.value)?.[0] ?? "found")
        }
      />
      {kind === "share" && <TextField path="share" label={word("shareOf")} hint={word("shareHint")} />}
      {kind === "amount" && (
        <NumberField path="amount" label={word("amount")} {...(currency ? { suffix: currency } : {})} />
      )}
    </div>
  );
}
