import { createHash } from "node:crypto";
import type { Instance } from "#core/instance";
import { instanceLines } from "#core/instanceLines";
import type { PlanCertificate } from "#core/planner/planCertificate";

/** A plan that names the problem its certificate speaks of, where there is one. */
export function certifiedPlan<Document extends { readonly certificate: PlanCertificate }>({
  document,
  instance,
}: {
  readonly document: Document;
  readonly instance: Instance | null;
}): { readonly document: Document; readonly instanceSha256: string | null } {
  const sha256 = instance && instanceSha256(instance);
  const certificate = { ...document.certificate, instanceSha256: sha256 };
  return { document: { ...document, certificate }, instanceSha256: sha256 };
}

/** SHA-256, hex, of an instance's file: what a plan names so that a certificate cannot be read against another problem. */
export function instanceSha256(instance: Instance): string {
  const hash = createHash("sha256");
  for (const line of instanceLines(instance)) hash.update(`${line}\n`);
  return hash.digest("hex");
}
