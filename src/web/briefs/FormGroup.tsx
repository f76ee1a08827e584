import { Fieldset } from "@mantine/core";
import type { ReactNode } from "react";

export function FormGroup({ title, says, children }: { title: string; says?: string; children: ReactNode }) {
  return (
    <Fieldset legend={title} variant="unstyled" className="form-group">
      {says && <p className="quiet">{says}</p>}
      <div className="form-grid">{children}</div>
    </Fieldset>
  );
}
