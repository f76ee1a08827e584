import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ProgrammePlanForm } from "#api/contract/programmes";
import { download } from "../doors/download.ts";
import { useNames } from "../doors/names.ts";
import { useIsDemo } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { programmeCsv } from "./programmeCsv.ts";
import { useProgrammeWord } from "./useProgrammeWord.ts";

/** Take the lines away as CSV, print, go back to what was planned. */
export function ProgrammePlanActions({ plan, workspace }: { plan: ProgrammePlanForm; workspace: string }) {
  const words = useWords();
  const { t } = words;
  const word = useProgrammeWord();
  const names = useNames();
  const watermark = useIsDemo() ? t("demo.csv") : null;
  const { programmeId } = plan;
  return (
    <div className="row plan-actions no-print">
      <Button
        variant="default"
        onClick={() =>
          download(`${plan.name}.csv`, "text/csv", programmeCsv(plan.document, words, names, watermark))
        }
      >
        {t("plan.csv")}
      </Button>
      <Button variant="default" onClick={() => window.print()}>
        {t("plan.print")}
      </Button>
      <Link to="/$workspace/programmes/$programmeId" params={{ workspace, programmeId }}>
        {word("toProgramme")}
      </Link>
    </div>
  );
}
