import { useWords } from "../words/words.tsx";
import { Empty } from "./Empty.tsx";

export function NotFound() {
  const { t } = useWords();
  return <Empty title={t("shell.notFound")} says={t("shell.notFoundSays")} />;
}
