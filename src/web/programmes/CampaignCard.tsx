import { Button } from "@mantine/core";
import { useContext, useState } from "react";
import type { Programme } from "#core/brief/programme";
import { BriefForm } from "../briefs/BriefForm.tsx";
import { type BriefEditing, BriefEditingContext, editingBelow } from "../briefs/briefEditing.ts";
import type { BriefDocument } from "../briefs/briefText.ts";
import { FormGroup } from "../briefs/FormGroup.tsx";
import { NumberField, TextField } from "../briefs/fields.tsx";
import type { KnownReference } from "../doors/reference.ts";
import { CampaignPart } from "./CampaignPart.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";

/** One campaign: its part of the money, and its brief as on a brief's own page, folded until it is wanted. */
export function CampaignCard({
  at,
  campaign,
  programme,
  reference,
}: {
  /** Its place in the list, from 0. */
  at: number;
  campaign: unknown;
  programme: Programme | null;
  reference: KnownReference;
}) {
  const word = useProgrammeWord();
  const whole = useContext(BriefEditingContext);
  if (whole === null) throw new Error("CampaignCard outside a programme");
  const own = editingBelow(whole, ["campaigns", String(at)], `campaigns[${at}]`);
  const given = editingBelow(own, ["brief"], "brief");
  // Open where something is still to be said, and from then on as the reader leaves it.
  const [isOpen, setIsOpen] = useState(given.problems.length > 0);
  const { market, currency } = whole.document ?? {};
  const brief: BriefEditing = {
    ...given,
    // What the brief leaves out is the programme's, and is shown as it counts.
    document: given.document && { market, currency, ...given.document },
    defaults: programme?.campaigns[at]?.brief.defaults ?? [],
  };
  const name = (campaign as BriefDocument | null)?.["name"];
  const title = typeof name === "string" && name !== "" ? name : word("campaign", { number: at + 1 });
  return (
    <article className="sheet campaign" aria-label={title}>
      <BriefEditingContext value={own}>
        <FormGroup title={title}>
          <TextField path="name" label={word("campaignName")} required />
          <NumberField path="priority" label={word("priority")} hint={word("priorityHint")} />
        </FormGroup>
        <CampaignPart {...(typeof currency === "string" ? { currency } : {})} />
      </BriefEditingContext>
      <details className="fold" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{word("brief")}</summary>
        <BriefEditingContext value={brief}>
          <BriefForm reference={reference} inProgramme />
        </BriefEditingContext>
      </details>
      <div>
        <Button variant="subtle" size="compact-sm" onClick={() => whole.set(`campaigns.${at}`, undefined)}>
          {word("remove")}
        </Button>
      </div>
    </article>
  );
}
