import type { Method } from "#core/provenance";
import type { MethodShares } from "./planDocument.ts";

const METHODS = ["measured", "estimated", "assumed"] as const;
const WHOLE = 10_000;

/** Basis points by method that sum to 10,000 (largest remainder); all assumed where nothing weighs anything. */
export function methodShares(
  parts: readonly { readonly method: Method; readonly weight: number }[],
): MethodShares {
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  if (total <= 0) return { measured: 0, estimated: 0, assumed: WHOLE };
  const exact = METHODS.map((method) => ({
    method,
    share: (WHOLE * parts.reduce((sum, part) => sum + (part.method === method ? part.weight : 0), 0)) / total,
  }));
  const left = WHOLE - exact.reduce((sum, { share }) => sum + Math.floor(share), 0);
  const byRemainder = exact.toSorted((a, b) => (b.share % 1) - (a.share % 1)).slice(0, left);
  const shares = exact.map(
    (entry) => [entry.method, Math.floor(entry.share) + Number(byRemainder.includes(entry))] as const,
  );
  return Object.fromEntries(shares) as Readonly<Record<Method, number>>;
}

/** Shares of shares: each weighs what its figure weighs. */
export function mixedShares(
  parts: readonly { readonly shares: MethodShares; readonly weight: number }[],
): MethodShares {
  return methodShares(
    parts.flatMap(({ shares, weight }) =>
      METHODS.map((method) => ({ method, weight: weight * shares[method] })),
    ),
  );
}
