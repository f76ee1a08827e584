import { Button, Popover } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { download } from "../doors/download.ts";
import { changeMembers, listQuery } from "../doors/lists.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { PlanWithList } from "../plans/PlanWithList.tsx";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { listCsv } from "./listCsv.ts";
import { MembersTable } from "./MembersTable.tsx";
import "../kept/kept.css";

/** The creators of a list: compare some, take some out, take the list elsewhere. */
export function ListPage() {
  const word = useKeptWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { listId = "" } = useParams({ strict: false });
  const found = useQuery(listQuery(workspace, listId));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const takeOut = useMutation({
    mutationFn: (id: string) => changeMembers(workspace, listId, "DELETE", [id]),
    onSuccess: () =>
      Promise.all(
        ["lists", "creators"].map((noun) => client.invalidateQueries({ queryKey: [noun, workspace] })),
      ),
  });
  useTitle(found.data?.list.name);
  if (found.isPending) return <Waiting />;
  if (found.isError) return <ErrorNotice error={found.error} />;
  const { list, creators } = found.data;
  const ids = chosen.filter((id) => creators.some((creator) => creator.id === id));
  return (
    <div className="stack">
      <header>
        <p className="no-print">
          <Link to="/$workspace/lists" params={{ workspace }}>
            {word("backToLists")}
          </Link>
        </p>
        <h1>{list.name}</h1>
        <p className="quiet">{word("listMembers", { count: creators.length })}</p>
      </header>
      {takeOut.isError && <ErrorNotice error={takeOut.error} />}
      {creators.length === 0 ? (
        <Empty title={word("listEmpty")} says={word("listEmptySays")}>
          <Button component={Link} to={`/${workspace}/creators`}>
            {word("toCreators")}
          </Button>
        </Empty>
      ) : (
        <>
          <div className="row no-print">
            <Button
              component={Link}
              to={`/${workspace}/compare?ids=${ids.join(",")}`}
              disabled={ids.length === 0}
            >
              {word("compareChosen")}
            </Button>
            <span className="quiet">{word("chosen", { count: ids.length })}</span>
            <Button
              variant="default"
              onClick={() => download(`${list.name}.csv`, "text/csv", listCsv(creators))}
            >
              CSV
            </Button>
            <Popover width={320} withArrow trapFocus shadow="md">
              <Popover.Target>
                <Button variant="default">{word("planThis")}</Button>
              </Popover.Target>
              <Popover.Dropdown>
                <PlanWithList toList={async () => listId} />
              </Popover.Dropdown>
            </Popover>
            <Button component={Link} variant="default" to={`/${workspace}/judge?list=${listId}`}>
              {word("judgeThis")}
            </Button>
          </div>
          <MembersTable
            creators={creators}
            chosen={ids}
            onChosen={setChosen}
            onTakeOut={(id) => takeOut.mutate(id)}
          />
        </>
      )}
    </div>
  );
}
