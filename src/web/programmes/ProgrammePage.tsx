import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { programmeQuery } from "../doors/programmes.ts";
import { referenceQuery } from "../doors/reference.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { ProgrammeEditor } from "./ProgrammeEditor.tsx";
import { programmeTextOf, startingProgramme } from "./programmeText.ts";
import { useProgrammeWord } from "./useProgrammeWord.ts";

const NEW = "new";

export function ProgrammePage() {
  const workspace = useWorkspace();
  const { programmeId = NEW } = useParams({ strict: false });
  const { language } = useWords();
  const word = useProgrammeWord();
  const reference = useQuery(referenceQuery(workspace));
  const stored = useQuery({ ...programmeQuery(workspace, programmeId), enabled: programmeId !== NEW });
  useTitle(stored.data?.name ?? word("title"));
  if (reference.isError) return <ErrorNotice error={reference.error} />;
  if (stored.isError) return <ErrorNotice error={stored.error} />;
  if (reference.isPending || (programmeId !== NEW && stored.isPending)) return <Waiting />;
  const name = (number: number) => word("campaign", { number });
  return (
    <ProgrammeEditor
      key={stored.data ? `${stored.data.id} ${stored.data.version}` : NEW}
      stored={stored.data ?? null}
      initial={
        stored.data
          ? programmeTextOf(stored.data.document)
          : startingProgramme(language, reference.data.today, name)
      }
      reference={reference.data}
    />
  );
}
