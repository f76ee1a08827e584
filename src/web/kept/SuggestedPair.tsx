import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { DuplicatePair } from "#api/contract/duplicates";
import { useNames } from "../doors/names.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

/** Creators who are probably one, with what they share, and the button that says they are. */
export function SuggestedPair({
  shown,
  evidence,
  action,
  label,
  isBusy,
  onMerge,
}: {
  shown: readonly DuplicatePair["creators"][number][];
  evidence: DuplicatePair["evidence"];
  action: string;
  label: string;
  isBusy: boolean;
  onMerge: () => void;
}) {
  const { say } = useWords();
  const names = useNames();
  const workspace = useWorkspace();
  return (
    <li>
      <div>
        {shown.map(({ id, name, accounts }) => (
          <p key={id}>
            <Link to="/$workspace/creators/$creatorId" params={{ workspace, creatorId: id }}>
              {name}
            </Link>{" "}
            <span className="quiet">
              {accounts.map(({ platform, handle }) => `${names.platform(platform)} ${handle}`).join(" · ")}
            </span>
          </p>
        ))}
        <ul className="kept-evidence">
          {evidence.map((reason) => (
            <li key={JSON.stringify(reason)}>{say(reason)}</li>
          ))}
        </ul>
      </div>
      <Button
        className="no-print"
        size="compact-sm"
        variant="default"
        aria-label={label}
        loading={isBusy}
        onClick={onMerge}
      >
        {action}
      </Button>
    </li>
  );
}
