import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AccountFactsForm } from "#api/contract/creatorFacts";
import { useNames } from "../doors/names.ts";
import { FigureTable } from "../figures/FigureTable.tsx";
import { useWords } from "../words/words.tsx";

type Depth = AccountFactsForm["depths"][number]["depth"];

/** How deep the account is in its own topics, or in one that is asked for. Unknown is shown as unknown. */
export function TopicDepths({
  depths,
  topic,
  onTopic,
}: {
  depths: AccountFactsForm["depths"];
  topic: string;
  onTopic: (topic: string) => void;
}) {
  const { date, number, percent, t } = useWords();
  const names = useNames();
  const [typed, setTyped] = useState(topic);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    onTopic(typed.trim());
  };
  const share = ({ shareBp, recentOnTopic, recentReadable }: Depth) =>
    shareBp === null
      ? t("facts.tooFew", { count: recentReadable })
      : t("facts.shareOf", { share: percent(shareBp / 10_000), on: recentOnTopic, of: recentReadable });
  const span = ({ spanDays, firstOn, lastOn }: Depth) =>
    spanDays === null || firstOn === null || lastOn === null
      ? t("facts.never")
      : t("facts.spanOf", { count: spanDays, from: date(firstOn), to: date(lastOn) });
  const rate = ({ byViewsBp, posts }: Depth["comments"]) =>
    byViewsBp === null
      ? t("facts.unknown")
      : t("facts.perThousand", { rate: number(byViewsBp / 10, 1), count: posts });
  return (
    <div>
      <h3>{t("facts.depth")}</h3>
      {depths.length === 0 && <p className="quiet">{t("facts.noTopic")}</p>}
      {depths.length > 0 && (
        <div className="wide">
          <FigureTable
            caption={t("facts.depth")}
            head={[
              t("facts.topic"),
              t("facts.shareOfRecent"),
              t("facts.span"),
              t("facts.commentsPerView"),
              t("facts.savesPerView"),
            ]}
            rows={depths.map(({ topic: slug, depth }) => [
              names.topic(slug),
              share(depth),
              span(depth),
              rate(depth.comments),
              rate(depth.saves),
            ])}
          />
        </div>
      )}
      <form className="row no-print fact-ask" onSubmit={ask}>
        <TextInput
          aria-label={t("facts.askTopic")}
          placeholder={t("facts.askTopic")}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t("facts.measure")}
        </Button>
      </form>
    </div>
  );
}
