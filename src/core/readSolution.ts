import { badForm, type Json, list, number, numberOrNull, numbers, object, texts } from "./documentForm.ts";
import { recordOf } from "./recordOf.ts";
import type {
  Certificate,
  CertificateBranch,
  CertificateTree,
  InfeasibilityProof,
  Multipliers,
  Solution,
  SolutionStatus,
} from "./solution.ts";

const STATUSES: readonly SolutionStatus[] = ["optimal", "gap", "infeasible", "no-plan"];

/** The form of a solution document, not its truth: that is for `certify`. Throws bad-input with the path that breaks it. */
export function readSolution(value: unknown): Solution {
  const document = object(value, "");
  const status = document["status"];
  if (!STATUSES.some((known) => known === status)) throw badForm("status", "status", status);
  const conflict = document["conflict"];
  return {
    chosen: texts(document["chosen"], "chosen"),
    cost: number(document["cost"], "cost"),
    value: number(document["value"], "value"),
    upperBound: numberOrNull(document["upperBound"], "upperBound"),
    gap: numberOrNull(document["gap"], "gap"),
    seconds: number(document["seconds"] ?? 0, "seconds"),
    passes: number(document["passes"] ?? 0, "passes"),
    status: status as SolutionStatus,
    ...(conflict == null ? {} : { conflict: texts(conflict, "conflict") }),
    certificate: document["certificate"] == null ? null : readCertificate(document["certificate"]),
  };
}

function readCertificate(value: unknown): Certificate | CertificateTree | InfeasibilityProof {
  const given = object(value, "certificate");
  if (given["branches"] === undefined) return readLeaf(given, "certificate");
  const root =
    given["root"] == null ? null : readLeaf(object(given["root"], "certificate.root"), "certificate.root");
  if (root !== null && "proves" in root) throw badForm("certificate.root", "object", "infeasible");
  return {
    root,
    dropped: texts(given["dropped"] ?? [], "certificate.dropped"),
    atoms: list(given["atoms"] ?? [], "certificate.atoms").map((atom, k) =>
      number(atom, `certificate.atoms[${k}]`),
    ),
    branches: readBranch(given["branches"], "certificate.branches"),
  };
}

function readBranch(value: unknown, at: string): CertificateBranch {
  const given = object(value, at);
  const leaf = given["certificate"];
  const certificate = leaf == null ? null : readLeaf(object(leaf, `${at}.certificate`), `${at}.certificate`);
  const dropped = texts(given["dropped"] ?? [], `${at}.dropped`);
  if (given["rest"] != null) return { certificate, dropped, rest: readBranch(given["rest"], `${at}.rest`) };
  if (given["split"] == null) return { certificate, dropped };
  const split = object(given["split"], `${at}.split`);
  const { group } = split;
  if (typeof group !== "string") throw badForm(`${at}.split.group`, "text", group);
  const items = Object.entries(object(split["items"], `${at}.split.items`)).map(
    ([id, branch]) => [id, readBranch(branch, `${at}.split.items.${id}`)] as const,
  );
  const none = readBranch(split["none"], `${at}.split.none`);
  return { certificate, dropped, split: { group, items: recordOf(items), none } };
}

function readLeaf(given: Json, at: string): Certificate | InfeasibilityProof {
  const multipliers: Multipliers = {
    lambda: numbers(given["lambda"] ?? {}, `${at}.lambda`),
    mu: numbers(given["mu"] ?? {}, `${at}.mu`),
    nu: numbers(given["nu"] ?? {}, `${at}.nu`),
  };
  if (given["proves"] === "infeasible") return { proves: "infeasible", ...multipliers };
  return { q: list(given["q"], `${at}.q`).map((q, k) => number(q, `${at}.q[${k}]`)), ...multipliers };
}
