import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { FigureOrigins } from "#core/catalog/discovery/figureOrigins";
import type { FoundCreator } from "#core/catalog/discovery/find/findDocument";
import { NUMBER_PARAMS } from "#core/catalog/discovery/find/findParams";
import type { Reference } from "#core/catalog/reference";
import type { TierPolicy } from "#core/catalog/tierPolicy";
import { TierBy } from "../creators/TierBy.tsx";
import { tierOfAccount } from "../creators/tierOfAccount.ts";
import { rowOf } from "../doors/creators.ts";
import { useNames } from "../doors/names.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import type { NumberParam } from "./bands.ts";
import { FitFigure } from "./FitFigure.tsx";
import { FoundFigure } from "./FoundFigure.tsx";
import { ROW_FIGURES } from "./FoundHead.tsx";
import type { Sort } from "./SortControl.tsx";
import { useFindWords } from "./useFindWords.ts";
import type { SayFind } from "./useSayFind.ts";

/** An account with the figures it is judged by at a glance, and the one it is sorted by. */
export function FoundRow({
  row,
  origins,
  isChosen,
  onChosen,
  sort,
  policy,
  reference,
  say,
}: {
  row: FoundCreator;
  origins: FigureOrigins | null;
  isChosen: boolean;
  onChosen: (isChosen: boolean) => void;
  sort: Sort;
  policy: TierPolicy | null;
  reference: Reference | undefined;
  say: SayFind;
}) {
  const word = useFindWords();
  const { number } = useWords();
  const names = useNames();
  const workspace = useWorkspace();
  const plain = rowOf(row);
  const tier = reference ? tierOfAccount(reference.tierPolicies, plain, policy) : null;
  const figure = (param: NumberParam, under?: ReactNode) => {
    const { name } = NUMBER_PARAMS[param];
    return (
      <FoundFigure param={param} value={row.numbers[name]} origin={origins?.[name] ?? null} say={say}>
        {under}
      </FoundFigure>
    );
  };
  const place = row.categories.city ?? row.categories.country;
  const platform = names.platform(row.platform);
  const isOther = sort.by !== "fit" && sort.by !== "match" && !ROW_FIGURES.some((each) => each === sort.by);
  return (
    <>
      <Checkbox
        size="sm"
        aria-label={word("choose", { name: row.name, platform })}
        checked={isChosen}
        onChange={(event) => onChosen(event.currentTarget.checked)}
      />
      <span className="found-name">
        <Link to="/$workspace/creators/$creatorId" params={{ workspace, creatorId: row.id }} title={row.name}>
          {row.name}
        </Link>
        <span className="quiet">
          {row.isNew === true && <strong className="found-new">{word("new")} </strong>}
          {platform}
          {row.handle !== row.name && ` · ${row.handle}`}
          {place !== null && ` · ${row.categories.city ? names.place(place) : names.country(place)}`}
        </span>
      </span>
      <Cell name={word("facet.followers")}>
        {figure(
          "followers",
          tier && (
            <span className="quiet found-tier">
              <TierBy tier={tier.tier} policyId={tier.policy.id} isShort />
            </span>
          ),
        )}
      </Cell>
      <Cell name={word("facet.engagement")}>{figure("engagement")}</Cell>
      <Cell name={word("facet.views")}>{figure("views")}</Cell>
      <Cell name={word("facet.price")}>{figure("price")}</Cell>
      {row.fit !== null ? (
        <Cell name={word("fit")}>
          <FitFigure fit={row.fit} />
        </Cell>
      ) : isOther ? (
        <Cell name={word(`facet.${sort.by as NumberParam}`)}>{figure(sort.by as NumberParam)}</Cell>
      ) : (
        row.match !== null && <Cell name={word("match")}>{number(row.match, 1)}</Cell>
      )}
      <span className="found-about">
        <span>{row.topics.slice(0, 3).map(names.topic).join(" · ")}</span>
      </span>
    </>
  );
}

function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="found-figure">
      <span className="found-label">{name}</span>
      {children}
    </span>
  );
}
