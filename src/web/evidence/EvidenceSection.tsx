import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Creator } from "#core/catalog/creator";
import { evidenceAddress, evidenceQuery, markEvidence } from "../doors/evidence.ts";
import { MethodDot } from "../figures/MethodDot.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { EvidenceForm } from "./EvidenceForm.tsx";
import "./evidence.css";

/** The media kits and screenshots of a creator: open, take back, put back, add. */
export function EvidenceSection({ creator }: { creator: Creator }) {
  const { date, t } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [isAdding, setIsAdding] = useState(false);
  const found = useQuery(evidenceQuery(workspace, creator.id));
  const refresh = () => client.invalidateQueries({ queryKey: ["creators", workspace] });
  const mark = useMutation({
    mutationFn: ({ id, verb }: { readonly id: string; readonly verb: "remove" | "restore" }) =>
      markEvidence(workspace, id, verb),
    onSuccess: refresh,
  });
  const evidence = found.data?.evidence ?? [];
  return (
    <section className="stack evidence" aria-labelledby="evidence-title">
      <header>
        <h2 id="evidence-title">{t("evidence.title")}</h2>
        <p className="quiet">{evidence.length === 0 ? t("evidence.none") : t("evidence.says")}</p>
      </header>
      {found.isError && <ErrorNotice error={found.error} />}
      {mark.isError && <ErrorNotice error={mark.error} />}
      {evidence.length > 0 && (
        <ul className="evidence-list">
          {evidence.map(({ id, fileName, method, observedOn, isRemoved }) => (
            <li key={id} className={isRemoved ? "quiet" : undefined}>
              <span className="evidence-name">
                <MethodDot method={method} /> {fileName} · {date(observedOn)}
                {isRemoved && ` · ${t("evidence.removed")}`}
              </span>
              <span className="row no-print">
                <a href={evidenceAddress(workspace, id)} download>
                  {t("evidence.open")}
                </a>
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={mark.isPending && mark.variables.id === id}
                  onClick={() => mark.mutate({ id, verb: isRemoved ? "restore" : "remove" })}
                >
                  {t(isRemoved ? "evidence.restore" : "evidence.remove")}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <EvidenceForm
          creator={creator}
          onDone={async () => {
            await refresh();
            setIsAdding(false);
          }}
          onCancel={() => setIsAdding(false)}
        />
      ) : (
        <div className="no-print">
          <Button variant="default" onClick={() => setIsAdding(true)}>
            {t("evidence.add")}
          </Button>
        </div>
      )}
    </section>
  );
}
