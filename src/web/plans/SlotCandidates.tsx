import { Button, Radio, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { SlotKind } from "#core/planner/slotKind";
import { creatorsQuery } from "../doors/creators.ts";
import { useNames } from "../doors/names.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWords } from "../words/words.tsx";

/** Everybody of the workspace who could take a place: searched by name or handle, page by page. */
export function SlotCandidates({
  slot,
  says,
  anySize,
  workspace,
  chosen,
  onChosen,
}: {
  slot: SlotKind;
  says: string;
  anySize: boolean;
  workspace: string;
  chosen: string;
  onChosen: (creatorId: string) => void;
}) {
  const { t, number } = useWords();
  const names = useNames();
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const found = useInfiniteQuery(
    creatorsQuery(workspace, {
      ...{ query, platform: slot.platform },
      followersFrom: anySize ? null : slot.from,
      followersBelow: anySize ? null : slot.below,
    }),
  );
  const creators = found.data?.pages.flatMap((page) => page.creators) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  return (
    <>
      <TextInput
        type="search"
        label={t("creators.search")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Radio.Group label={t("plan.fillWith", { slot: says })} value={chosen} onChange={onChosen}>
        <div className="fill-candidates" aria-busy={found.isFetching}>
          {creators.map(({ accountId, city, followers, handle, id, name }) => (
            <Radio
              key={accountId}
              value={id}
              label={[
                name,
                ...(handle === name ? [] : [`@${handle}`]),
                ...(followers === null ? [] : [number(followers)]),
                ...(city === null ? [] : [names.place(city)]),
              ].join(" · ")}
            />
          ))}
          {found.isSuccess && creators.length === 0 && (
            <p className="quiet">
              {t(query === "" ? "plan.fillNobody" : "plan.fillNobodyCalled", { query })}
            </p>
          )}
          {found.hasNextPage && (
            <Button
              size="xs"
              variant="default"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {t("plan.fillMore", { shown: number(creators.length), total: number(total) })}
            </Button>
          )}
        </div>
      </Radio.Group>
      {found.isError && <ErrorNotice error={found.error} />}
    </>
  );
}
