import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { sentence } from "#core/sentence";
import { catalogQuery } from "../doors/find.ts";
import { templateAddress } from "../doors/imports.ts";
import { FindCreators } from "../find/FindCreators.tsx";
import { useFindWords } from "../find/useFindWords.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { PasteBox } from "../paste/PasteBox.tsx";
import { Empty } from "../shell/Empty.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { DropFiles } from "./DropFiles.tsx";
import { ImportCard } from "./ImportCard.tsx";
import "./creators.css";

interface Dropped {
  readonly key: number;
  readonly file: File;
}

/** Finds creators, and takes new ones in: the ways in stand open while there are none. */
export function CreatorsPage() {
  const { language, t } = useWords();
  const [dropped, setDropped] = useState<readonly Dropped[]>([]);
  const [pasted, setPasted] = useState({ key: 0, text: "" });
  const workspace = useWorkspace();
  const word = useKeptWords();
  const findWord = useFindWords();
  const size = useQuery(catalogQuery(workspace));
  const [isUnfolded, setUnfolded] = useState<boolean | null>(null);
  useTitle(t("creators.title"));
  const drop = (files: readonly File[]) =>
    setDropped((before) => [
      ...before,
      ...files.map((file, i) => ({ key: (before.at(-1)?.key ?? 0) + 1 + i, file })),
    ]);
  // A text is a list of handles or a table: the box tells which.
  const take = (files: readonly File[]) => {
    drop(files.filter((file) => !isText(file)));
    if (files.some(isText)) setUnfolded(true);
    for (const file of files.filter(isText))
      void file.text().then((text) => setPasted(({ key }) => ({ key: key + 1, text })));
  };
  const isEmpty = size.data === 0;
  const unfold = isUnfolded ?? isEmpty;
  return (
    <div className="stack">
      <header className="creators-head">
        <h1>{t("creators.title")}</h1>
        <p>
          <Link to="/$workspace/lists" params={{ workspace }}>
            {word("listsTitle")}
          </Link>{" "}
          ·{" "}
          <Link to="/$workspace/duplicates" params={{ workspace }}>
            {word("duplicates")}
          </Link>{" "}
          ·{" "}
          <Link to="/$workspace/finder" params={{ workspace }}>
            {t("finder.link")}
          </Link>
        </p>
      </header>
      <details
        className="ways-fold"
        open={unfold}
        // What is being brought in stays in sight, however many there are by then.
        onToggle={(event) => setUnfolded(event.currentTarget.open)}
      >
        <summary>{findWord("add")}</summary>
        <div className="stack">
          <p className="lede">{t("creators.lede")}</p>
          <div className="ways-in">
            <DropFiles onFiles={take} />
            <PasteBox key={pasted.key} text={pasted.text} onSheet={(file) => drop([file])} />
          </div>
          <p>
            <a href={templateAddress(language)} download>
              {t("creators.template")}
            </a>
          </p>
        </div>
      </details>
      {dropped.map(({ key, file }) => (
        <ImportCard
          key={key}
          file={file}
          onClose={() => setDropped((before) => before.filter((each) => each.key !== key))}
        />
      ))}
      {(size.isPending || size.data === null) && <Waiting />}
      {size.isError && <ErrorNotice error={size.error} />}
      {isEmpty && <NoCreators />}
      {size.data !== undefined && size.data !== null && !isEmpty && <FindCreators />}
    </div>
  );
}

function NoCreators() {
  const { t, say } = useWords();
  const workspace = useWorkspace();
  return (
    <Empty title={t("creators.none")} says={t("creators.noneSays")}>
      <Link to="/$workspace/finder" params={{ workspace }}>
        {t("finder.link")}
      </Link>
      <Link to="/$workspace/start" params={{ workspace }}>
        {say(sentence("start.link"))}
      </Link>
      <Link to="/$workspace/briefs" params={{ workspace }}>
        {t("creators.shapeFirst")}
      </Link>
    </Empty>
  );
}

const TEXT_BYTES_MOST = 200_000;

function isText({ name, size }: File): boolean {
  return /\.txt$/i.test(name) && size <= TEXT_BYTES_MOST;
}
