import { Loader } from "@mantine/core";
import { useWords } from "../words/words.tsx";

export function Waiting() {
  const { t } = useWords();
  return (
    <p className="row quiet" role="status">
      <Loader size="sm" /> {t("shell.waiting")}
    </p>
  );
}
