import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { creatorsQuery } from "../doors/creators.ts";
import { useNames } from "../doors/names.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

const OFFERED = 8;
const WAIT_MS = 250;

/** Looks a creator up by name or handle, to stand beside the others. */
export function AddCreator({ without, onAdd }: { without: readonly string[]; onAdd: (id: string) => void }) {
  const word = useKeptWords();
  const { t } = useWords();
  const names = useNames();
  const [typed, setTyped] = useState("");
  const [query] = useDebouncedValue(typed.trim(), WAIT_MS);
  const filter = { query, platform: "", followersFrom: null, followersBelow: null };
  const found = useInfiniteQuery({ ...creatorsQuery(useWorkspace(), filter), enabled: query !== "" });
  const rows = query === "" ? [] : (found.data?.pages[0]?.creators ?? []);
  const offered = rows.filter(({ id }) => !without.includes(id)).slice(0, OFFERED);
  return (
    <search className="stack no-print">
      <TextInput
        label={word("compareAdd")}
        placeholder={t("creators.search")}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="row">
        {offered.map(({ accountId, id, name, platform, handle }) => (
          <Button
            key={accountId}
            size="xs"
            variant="default"
            onClick={() => {
              setTyped("");
              onAdd(id);
            }}
          >
            {name} · {names.platform(platform)}
            {handle === name ? "" : ` ${handle}`}
          </Button>
        ))}
      </div>
    </search>
  );
}
