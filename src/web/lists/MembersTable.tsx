import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Creator } from "#core/catalog/creator";
import { latestFigure } from "#core/catalog/latestFigure";
import { largestAccount } from "../compare/compareRows.ts";
import { useNames } from "../doors/names.ts";
import { AsOf } from "../figures/AsOf.tsx";
import { Figure } from "../figures/Figure.tsx";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

export function MembersTable({
  creators,
  chosen,
  onChosen,
  onTakeOut,
}: {
  creators: readonly Creator[];
  chosen: readonly string[];
  onChosen: (ids: readonly string[]) => void;
  onTakeOut: (id: string) => void;
}) {
  const word = useKeptWords();
  const { t, number, date } = useWords();
  const names = useNames();
  const workspace = useWorkspace();
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            <th scope="col" className="no-print" />
            <th scope="col">{word("creator")}</th>
            <th scope="col">{word("accounts")}</th>
            <th scope="col">{word("followers")}</th>
            <th scope="col" className="no-print" />
          </tr>
        </thead>
        <tbody>
          {creators.map((creator) => {
            const { id, displayName: name, accounts } = creator;
            const largest = largestAccount(creator);
            const followers = largest && latestFigure(largest, "followers");
            return (
              <tr key={id}>
                <td className="no-print">
                  <Checkbox
                    aria-label={word("choose", { name })}
                    checked={chosen.includes(id)}
                    onChange={(event) =>
                      onChosen(
                        event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id),
                      )
                    }
                  />
                </td>
                <th scope="row">
                  <Link to="/$workspace/creators/$creatorId" params={{ workspace, creatorId: id }}>
                    {name}
                  </Link>
                </th>
                <td>
                  {accounts
                    .map(({ platform, handle }) => `${names.platform(platform)} ${handle}`)
                    .join(" · ")}
                </td>
                <td>
                  {followers ? (
                    <>
                      <Figure
                        origin={{
                          method: followers.source.method,
                          source: followers.source.source,
                          on: followers.source.observedOn && date(followers.source.observedOn),
                          trust: followers.source.trust,
                        }}
                      >
                        {number(followers.value)}
                      </Figure>
                      <AsOf observedOn={followers.source.observedOn} />
                    </>
                  ) : (
                    <span className="quiet">{t("creators.unknownSize")}</span>
                  )}
                </td>
                <td className="no-print">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={word("takeOutThis", { name })}
                    onClick={() => onTakeOut(id)}
                  >
                    {word("takeOut")}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
