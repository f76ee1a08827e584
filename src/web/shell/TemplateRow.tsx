import { Button } from "@mantine/core";
import type { KnownReference } from "../doors/reference.ts";
import { useWords } from "../words/words.tsx";

type Template = KnownReference["templates"][number];

const NAMES = ["wine", "travel", "education", "beauty", "food"] as const;

/** Examples to start from: nobody should face an empty form. */
export function TemplateRow({
  templates,
  onPick,
}: {
  templates: readonly Template[];
  onPick: (template: Template) => void;
}) {
  const { t } = useWords();
  const name = (template: Template) => {
    const known = NAMES.find((each) => each === template.name);
    return known ? t(`template.${known}`) : template.name;
  };
  return (
    <div className="row">
      <span className="quiet">{t("template.start")}</span>
      {templates.map((template) => (
        <Button key={template.name} variant="default" size="xs" onClick={() => onPick(template)}>
          {name(template)}
        </Button>
      ))}
    </div>
  );
}
