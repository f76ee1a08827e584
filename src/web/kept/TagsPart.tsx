import { TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { tagKey } from "#core/catalog/tag";
import { changes, type KeptChange, tagsQuery } from "../doors/kept.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useKeptWords } from "./keptWords.ts";

/** The tags of a creator; those of the workspace are offered, and one in another spelling is the same. */
export function TagsPart({
  tags,
  onChange,
}: {
  tags: readonly string[];
  onChange: (change: KeptChange) => void;
}) {
  const word = useKeptWords();
  const known = useQuery(tagsQuery(useWorkspace())).data?.tags ?? [];
  return (
    <TagsInput
      label={word("tags")}
      description={word("tagsHint")}
      data={known.map(({ tag }) => tag)}
      value={[...tags]}
      maxLength={60}
      isDuplicate={(typed, chosen) => chosen.some((tag) => tagKey(tag) === tagKey(typed))}
      onChange={(next) => {
        const added = next.find((tag) => !tags.includes(tag));
        const removed = tags.find((tag) => !next.includes(tag));
        if (added !== undefined) onChange(changes.tag(added));
        else if (removed !== undefined) onChange(changes.untag(removed));
      }}
    />
  );
}
