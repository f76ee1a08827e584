import { Progress } from "@mantine/core";
import type { ImportState } from "#api/contract/imports";
import { rejectsAddress } from "../doors/imports.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

/** How far the import is; then what came in, what was refused and why. */
export function ImportProgress({ state, id }: { state: ImportState; id: string }) {
  const { t, number } = useWords();
  const workspace = useWorkspace();
  if (state.state === "failed")
    return (
      <div className="notice notice-error" role="alert">
        <strong>{t("creators.refusedWhole")}</strong>
        <p>
          {state.error?.at && <code>{state.error.at}</code>} {state.error?.message}
        </p>
      </div>
    );
  if (state.report === null)
    return (
      <div role="status">
        <Progress value={state.share * 100} aria-label={t("creators.importing")} />
        <p className="quiet">{t("creators.rowsSoFar", { count: state.rows })}</p>
      </div>
    );
  const { rows, accepted, rejected, unchanged, matched, notes, rejects } = state.report;
  return (
    <div className="stack" role="status">
      <dl className="facts">
        {(
          [
            ["creators.rows", rows],
            ["creators.accepted", accepted],
            ["creators.unchanged", unchanged],
            ["creators.rejected", rejected],
            ...(matched === null ? [] : [["creators.matched", matched] as const]),
          ] as const
        ).map(([word, value]) => (
          <div key={word}>
            <dt>{t(word)}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 && (
        <ul className="quiet">
          {notes.map((note) => (
            <li key={note.says}>{note.says}</li>
          ))}
        </ul>
      )}
      {rejected > 0 && (
        <>
          <p>
            {t(matched === null ? "creators.rejectsSay" : "creators.rejectsOfCustomers")}{" "}
            <a href={rejectsAddress(workspace, id)} download>
              {t("creators.rejectsFile")}
            </a>
          </p>
          <div className="wide mapping">
            <table>
              <caption className="hidden-words">{t("creators.rejected")}</caption>
              <thead>
                <tr>
                  <th scope="col" className="num">
                    {t("creators.line")}
                  </th>
                  <th scope="col">{t("creators.column")}</th>
                  <th scope="col">{t("creators.value")}</th>
                  <th scope="col">{t("creators.rule")}</th>
                </tr>
              </thead>
              <tbody>
                {rejects.map((reject) => (
                  <tr key={`${reject.line} ${reject.column}`}>
                    <td className="num">{number(reject.line)}</td>
                    <td>{reject.column}</td>
                    <td className="samples">{reject.value}</td>
                    <td>{reject.rule}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}
