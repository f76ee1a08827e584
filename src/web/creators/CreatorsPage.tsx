import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { templateAddress } from "../doors/imports.ts";
import { useKeptWords } from "../kept/keptWords.ts";
import { PasteBox } from "../paste/PasteBox.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { CreatorList } from "./CreatorList.tsx";
import { DropFiles } from "./DropFiles.tsx";
import { ImportCard } from "./ImportCard.tsx";
import "./creators.css";

interface Dropped {
  readonly key: number;
  readonly file: File;
}

/** Files in at the top, creators below. */
export function CreatorsPage() {
  const { language, t } = useWords();
  const [dropped, setDropped] = useState<readonly Dropped[]>([]);
  const [pasted, setPasted] = useState({ key: 0, text: "" });
  const workspace = useWorkspace();
  const word = useKeptWords();
  useTitle(t("creators.title"));
  const drop = (files: readonly File[]) =>
    setDropped((before) => [
      ...before,
      ...files.map((file, i) => ({ key: (before.at(-1)?.key ?? 0) + 1 + i, file })),
    ]);
  // A text is a list of handles or a table: the box tells which.
  const take = (files: readonly File[]) => {
    drop(files.filter((file) => !isText(file)));
    for (const file of files.filter(isText))
      void file.text().then((text) => setPasted(({ key }) => ({ key: key + 1, text })));
  };
  return (
    <div className="stack">
      <header>
        <h1>{t("creators.title")}</h1>
        <p className="lede">{t("creators.lede")}</p>
      </header>
      <div className="ways-in">
        <DropFiles onFiles={take} />
        <PasteBox key={pasted.key} text={pasted.text} onSheet={(file) => drop([file])} />
      </div>
      <p>
        <a href={templateAddress(language)} download>
          {t("creators.template")}
        </a>{" "}
        ·{" "}
        <Link to="/$workspace/finder" params={{ workspace }}>
          {t("finder.link")}
        </Link>{" "}
        ·{" "}
        <Link to="/$workspace/lists" params={{ workspace }}>
          {word("listsTitle")}
        </Link>{" "}
        ·{" "}
        <Link to="/$workspace/duplicates" params={{ workspace }}>
          {word("duplicates")}
        </Link>
      </p>
      {dropped.map(({ key, file }) => (
        <ImportCard
          key={key}
          file={file}
          onClose={() => setDropped((before) => before.filter((each) => each.key !== key))}
        />
      ))}
      <CreatorList />
    </div>
  );
}

const TEXT_BYTES_MOST = 200_000;

function isText({ name, size }: File): boolean {
  return /\.txt$/i.test(name) && size <= TEXT_BYTES_MOST;
}
