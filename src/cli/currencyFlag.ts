import { isCurrency } from "#core/money";
import { sentence } from "#core/sentence";
import { misuse } from "./flags.ts";

/** `--currency eur` is EUR; null when it is not given. Throws usage for what is no code of ISO 4217. */
export function currencyFlag(command: string, text: string | undefined): string | null {
  const code = text?.toUpperCase() ?? null;
  if (code === null || isCurrency(code)) return code;
  throw misuse(
    command,
    sentence("cli.usage.oneOf", { flag: "--currency", value: text ?? "", allowed: "ISO 4217" }),
  );
}
