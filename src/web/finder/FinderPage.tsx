import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ImportCard } from "../creators/ImportCard.tsx";
import { download } from "../doors/download.ts";
import { type FinderAsked, finderQuery } from "../doors/finder.ts";
import { referenceQuery } from "../doors/reference.ts";
import { PasteBox } from "../paste/PasteBox.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { FinderChoices } from "./FinderChoices.tsx";
import { FinderPlatform } from "./FinderPlatform.tsx";
import { finderCsv } from "./finderCsv.ts";
import "../creators/creators.css";
import "./finder.css";

const OWN = ["customers", "followers", "tagged"] as const;
const SIGNS = ["recent", "place", "comments", "views", "paid", "fit"] as const;

/** Where to look for creators by hand: of a brief, or of a topic, a market and a platform. */
export function FinderPage() {
  const words = useWords();
  const { language, say, t } = words;
  const workspace = useWorkspace();
  const { brief } = useSearch({ from: "/$workspace/finder" });
  const [chosen, setChosen] = useState<FinderAsked>({
    topics: "food",
    market: language === "zh-CN" ? "CN" : language === "zh-TW" ? "HK" : "FR",
  });
  const [sheets, setSheets] = useState<readonly File[]>([]);
  const reference = useQuery(referenceQuery(workspace)).data;
  const finder = useQuery({
    ...finderQuery(workspace, brief === undefined ? chosen : { brief }),
    placeholderData: keepPreviousData,
  });
  useTitle(t("finder.title"));
  if (finder.isError) return <ErrorNotice error={finder.error} />;
  if (finder.isPending) return <Waiting />;
  const { name, platforms, unknownTopics } = finder.data;
  return (
    <div className="stack">
      <header>
        <h1>{t("finder.title")}</h1>
        <p className="lede">{t("finder.lede")}</p>
        {name !== null && <p className="quiet">{t("finder.from", { name })}</p>}
      </header>
      {brief === undefined && reference && (
        <FinderChoices chosen={chosen} onChosen={setChosen} reference={reference} />
      )}
      <div className="finder-advice">
        <section>
          <h2>{say({ key: "finder.own.title", values: {} })}</h2>
          <ol>
            {OWN.map((own) => (
              <li key={own}>{say({ key: `finder.own.${own}`, values: {} })}</li>
            ))}
          </ol>
        </section>
        <section>
          <h2>{t("finder.signs")}</h2>
          <ul>
            {SIGNS.map((sign) => (
              <li key={sign}>{say({ key: `finder.sign.${sign}`, values: {} })}</li>
            ))}
          </ul>
        </section>
      </div>
      <div className="row no-print">
        <Button variant="default" onClick={() => window.print()}>
          {t("finder.print")}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            download(`${name ?? t("finder.title")}.csv`, "text/csv", finderCsv(finder.data, words))
          }
        >
          {t("finder.csv")}
        </Button>
        <span className="quiet">{say({ key: "finder.fetchesNothing", values: {} })}</span>
      </div>
      {unknownTopics.length > 0 && (
        <p role="status">{t("finder.unknown", { topics: unknownTopics.join(", ") })}</p>
      )}
      {platforms.map((each) => (
        <FinderPlatform key={each.platform} platform={each} />
      ))}
      <section className="stack no-print" aria-label={t("finder.paste")}>
        <header>
          <h2>{t("finder.paste")}</h2>
          <p>{t("finder.pasteSays")}</p>
        </header>
        <PasteBox text="" onSheet={(file) => setSheets((before) => [...before, file])} />
        {sheets.map((file, i) => (
          <ImportCard
            // biome-ignore lint/suspicious/noArrayIndexKey: two pasted blocks may be alike, and none moves
            key={i}
            file={file}
            onClose={() => setSheets((before) => before.filter((each) => each !== file))}
          />
        ))}
      </section>
    </div>
  );
}
