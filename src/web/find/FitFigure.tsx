import { Popover } from "@mantine/core";
import type { FitParts } from "#core/catalog/discovery/find/fit";
import { useWords } from "../words/words.tsx";
import { useFindWords } from "./useFindWords.ts";

/** Points of fit to the brief, that open to the parts they are the sum of. */
export function FitFigure({ fit }: { fit: FitParts }) {
  const word = useFindWords();
  const { language } = useWords();
  const format = new Intl.NumberFormat(language, {
    ...{ signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 },
  });
  const points = format.format(fit.points);
  return (
    <Popover width={320} position="bottom-end" withArrow trapFocus shadow="md">
      <Popover.Target>
        <button type="button" className="figure" aria-label={word("fitOf", { points })}>
          {points}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="origin-card">
        <h3 className="origin-title">{word("fitOf", { points })}</h3>
        <p>{word("fitSays")}</p>
        <table>
          <tbody>
            {fit.parts.map(({ name, points: part, isKnown }) => (
              <tr key={name}>
                <th scope="row">{word(`part.${name}`)}</th>
                <td className="num">{isKnown ? format.format(part) : word("fitUnknown")}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{word("fitSum")}</th>
              <td className="num">{points}</td>
            </tr>
          </tbody>
        </table>
      </Popover.Dropdown>
    </Popover>
  );
}
