import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FindParams } from "#core/catalog/discovery/find/findParams";
import type { Currency } from "#core/money";
import { download } from "../doors/download.ts";
import { allFound } from "../doors/find.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { foundCsv } from "./foundCsv.ts";
import { useFindWords } from "./useFindWords.ts";

/** More rows nobody works through in a spreadsheet; what is left out is said on the button. */
const ROWS_MAX = 5000;

export function CsvOfAll({
  params,
  isTyping,
  total,
  currency,
}: {
  params: FindParams;
  isTyping: boolean;
  total: number;
  currency: Currency;
}) {
  const word = useFindWords();
  const workspace = useWorkspace();
  const save = useMutation({
    mutationFn: async () => {
      const rows = await allFound(workspace, params, isTyping, ROWS_MAX);
      download(`${workspace}.csv`, "text/csv", foundCsv(rows, currency));
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={save.isPending}
        disabled={total === 0}
        onClick={() => save.mutate()}
      >
        {total > ROWS_MAX ? word("csvFirst", { most: ROWS_MAX }) : word("csvAll")}
      </Button>
      {save.isError && <ErrorNotice error={save.error} />}
    </>
  );
}
