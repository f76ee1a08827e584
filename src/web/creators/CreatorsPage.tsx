import { useState } from "react";
import { templateAddress } from "../doors/imports.ts";
import { useTitle } from "../shell/useTitle.ts";
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
  useTitle(t("creators.title"));
  return (
    <div className="stack">
      <header>
        <h1>{t("creators.title")}</h1>
        <p className="lede">{t("creators.lede")}</p>
      </header>
      <DropFiles
        onFiles={(files) =>
          setDropped((before) => [
            ...before,
            ...files.map((file, i) => ({ key: (before.at(-1)?.key ?? 0) + 1 + i, file })),
          ])
        }
      />
      <p>
        <a href={templateAddress(language)} download>
          {t("creators.template")}
        </a>
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
