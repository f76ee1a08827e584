import { Button, Textarea } from "@mantine/core";
import { download } from "../doors/download.ts";
import { useWords } from "../words/words.tsx";

/** The document itself: what `chorale plan` reads on the terminal. */
export function BriefSource({
  name,
  text,
  onText,
  frozen,
}: {
  /** What the file is called that it can be taken away as. */
  name: string;
  text: string;
  onText: (text: string) => void;
  frozen: boolean;
}) {
  const { t } = useWords();
  return (
    <div className="brief-source">
      <Textarea
        label={t("brief.source")}
        description={t("brief.sourceHint")}
        classNames={{ input: "brief-yaml" }}
        autosize
        minRows={14}
        spellCheck={false}
        readOnly={frozen}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <div className="row">
        <Button variant="default" size="xs" onClick={() => void navigator.clipboard.writeText(text)}>
          {t("brief.copy")}
        </Button>
        <Button variant="default" size="xs" onClick={() => download(name, "application/yaml", text)}>
          {t("brief.download")}
        </Button>
      </div>
    </div>
  );
}
