import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

/** A text that somebody gave, without blanks around it. Throws bad-input when it is empty or too long. */
export function givenText(text: string, at: string, max: number): string {
  const given = text.trim();
  if (given !== "" && given.length <= max) return given;
  const rule = sentence("brief.rule.text", { max });
  throw new ChoraleError("bad-input", rule, at, [{ at, rule, value: given.slice(0, 80) }]);
}

/** The same where it may be left out: nothing given is null. */
export function givenTextOrNone(text: string | null, at: string, max: number): string | null {
  return text === null || text.trim() === "" ? null : givenText(text, at, max);
}
