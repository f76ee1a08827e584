import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { BrandChoice, StoredBrandChoice } from "../brands/BrandChoice.tsx";
import { briefQuery } from "../doors/briefs.ts";
import { type KnownReference, referenceQuery } from "../doors/reference.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { TemplateRow } from "../shell/TemplateRow.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { BriefEditor } from "./BriefEditor.tsx";
import { briefTextOf } from "./briefText.ts";
import { startingBrief, takeDraft } from "./startingBrief.ts";

export const NEW_BRIEF = "new";

export function BriefPage() {
  const workspace = useWorkspace();
  const { briefId = NEW_BRIEF } = useParams({ strict: false });
  const { t } = useWords();
  const reference = useQuery(referenceQuery(workspace));
  const brief = useQuery({ ...briefQuery(workspace, briefId), enabled: briefId !== NEW_BRIEF });
  useTitle(t("brief.title"));
  if (reference.isError) return <ErrorNotice error={reference.error} />;
  if (reference.isPending) return <Waiting />;
  if (briefId === NEW_BRIEF) return <NewBrief reference={reference.data} />;
  if (brief.isError) return <ErrorNotice error={brief.error} />;
  if (brief.isPending) return <Waiting />;
  return (
    <BriefEditor
      key={`${brief.data.id} ${brief.data.version}`}
      stored={brief.data}
      initial={briefTextOf(brief.data.document)}
      reference={reference.data}
    >
      <StoredBrandChoice briefId={brief.data.id} brandId={brief.data.brandId} />
    </BriefEditor>
  );
}

function NewBrief({ reference }: { reference: KnownReference }) {
  const { language } = useWords();
  const { brand } = useSearch({ from: "/$workspace/briefs/$briefId" });
  const [brandId, setBrandId] = useState(brand ?? null);
  const [initial, setInitial] = useState(() => takeDraft() ?? startingBrief(language, reference.today));
  return (
    <BriefEditor key={initial} stored={null} brandId={brandId} initial={initial} reference={reference}>
      <BrandChoice value={brandId} onChange={setBrandId} />
      <TemplateRow templates={reference.templates} onPick={(template) => setInitial(template.text)} />
    </BriefEditor>
  );
}
