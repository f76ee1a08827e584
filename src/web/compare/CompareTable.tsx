import { CloseButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { AsOf } from "../figures/AsOf.tsx";
import { Figure } from "../figures/Figure.tsx";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWorkspace } from "../shell/workspace.ts";
import type { CompareCell, CompareRow } from "./compareRows.ts";

/** A column a creator, a row a figure. The bar is a number's size beside the row's largest, and no more than that. */
export function CompareTable({
  columns,
  rows,
  onDrop,
}: {
  columns: readonly { readonly id: string; readonly name: string }[];
  rows: readonly CompareRow[];
  onDrop: (id: string) => void;
}) {
  const word = useKeptWords();
  const workspace = useWorkspace();
  return (
    <section className="wide" aria-label={word("compareTitle")}>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{word("compareFigure")}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                <span className="compare-head">
                  <Link to="/$workspace/creators/$creatorId" params={{ workspace, creatorId: id }}>
                    {name}
                  </Link>
                  <CloseButton
                    className="no-print"
                    size="sm"
                    aria-label={word("compareDrop", { name })}
                    onClick={() => onDrop(id)}
                  />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, cells }) => {
            const largest = Math.max(0, ...cells.map((cell) => cell?.number ?? 0));
            return (
              <tr key={key}>
                <th scope="row">{label}</th>
                {cells.map((cell, i) => (
                  <td key={columns[i]?.id}>
                    <Cell cell={cell} largest={largest} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, largest }: { cell: CompareCell | null; largest: number }) {
  const word = useKeptWords();
  if (cell === null) return <span className="quiet">{word("compareUnknown")}</span>;
  const { text, number, source } = cell;
  if (source === null) return text;
  return (
    <>
      <Figure
        origin={{
          method: source.method,
          source: source.source,
          on: source.observedOn,
          trust: source.trust,
        }}
      >
        {text}
      </Figure>
      {number !== null && largest > 0 && (
        <span className="compare-bar" aria-hidden="true" style={{ width: `${(100 * number) / largest}%` }} />
      )}
      <AsOf observedOn={source.observedOn} />
    </>
  );
}
