import { type DragEvent, useId, useState } from "react";
import { useWords } from "../words/words.tsx";

/** A place to drop files, and the same as an ordinary file choice for keyboard and screen reader. */
export function DropFiles({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <label
      htmlFor={id}
      className={over ? "drop drop-over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <strong>{t("creators.drop")}</strong>
      <span className="quiet">{t("creators.dropSays")}</span>
      <span className="drop-button" aria-hidden="true">
        {t("creators.chooseFiles")}
      </span>
      <input
        id={id}
        className="hidden-words"
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.json"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
