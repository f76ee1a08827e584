import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { saveBrand } from "../doors/brands.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { BrandEntry } from "./BrandEntry.tsx";

/** Names a brand: a new one, or one that is there. */
export function BrandName({
  id,
  name,
  label,
  action,
  onSaved,
  children,
}: {
  id: string | null;
  name: string;
  label: string;
  action: string;
  onSaved?: () => void;
  children?: ReactNode;
}) {
  const workspace = useWorkspace();
  const [typed, setTyped] = useState(name);
  return (
    <BrandEntry
      action={action}
      isReady={typed.trim() !== ""}
      onSave={() => saveBrand(workspace, id, typed)}
      onSaved={() => {
        if (id === null) setTyped("");
        onSaved?.();
      }}
      field={
        <TextInput
          label={label}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      }
    >
      {children}
    </BrandEntry>
  );
}
