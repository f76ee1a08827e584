import { useQuery } from "@tanstack/react-query";
import { keptQuery, useKeptChange } from "../doors/kept.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { ContactedPart } from "./ContactedPart.tsx";
import { ContactsPart } from "./ContactsPart.tsx";
import { CraftPart } from "./CraftPart.tsx";
import { useKeptWords } from "./keptWords.ts";
import { ListsPart } from "./ListsPart.tsx";
import { NotesPart } from "./NotesPart.tsx";
import { TagsPart } from "./TagsPart.tsx";
import "./kept.css";

/** What this workspace keeps about a creator: each part changes at once and can be undone. */
export function KeptSection({ creatorId }: { creatorId: string }) {
  const word = useKeptWords();
  const workspace = useWorkspace();
  const found = useQuery(keptQuery(workspace, creatorId));
  const change = useKeptChange(workspace, creatorId);
  if (found.isError) return <ErrorNotice error={found.error} />;
  if (!found.data) return null;
  const kept = found.data;
  return (
    <section className="stack kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{word("ours")}</h2>
      {change.isError && <ErrorNotice error={change.error} />}
      <div className="kept-parts">
        <div className="stack">
          <TagsPart tags={kept.tags} onChange={change.mutate} />
          <ListsPart creatorId={creatorId} lists={kept.lists} />
          <CraftPart key={kept.craft?.at} craft={kept.craft} onChange={change.mutate} />
        </div>
        <NotesPart notes={kept.notes} onChange={change.mutateAsync} />
        <ContactsPart contacts={kept.contacts} onChange={change.mutateAsync} />
        <ContactedPart contacted={kept.contacted} onChange={change.mutateAsync} />
      </div>
    </section>
  );
}
