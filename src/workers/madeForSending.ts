import type { Instance } from "#core/instance";
import type { PlanCertificate } from "#core/planner/planCertificate";

/** A plan of whatever kind with the problem that its certificate speaks of. */
export interface MadeForSending<Document> {
  readonly document: Document;
  /** Null where the caller did not ask for it: it is large. */
  readonly instance: Instance | null;
}

/** What a caller says about it. */
export interface InstanceWanted {
  readonly withInstance: boolean;
}

/** A proof by cases can be longer than the rest of the plan: it travels only with the problem it proves. */
export function madeForSending<Document extends { readonly certificate: PlanCertificate }>(
  { document, instance }: { readonly document: Document; readonly instance: Instance },
  { withInstance }: InstanceWanted,
): MadeForSending<Document> {
  if (withInstance) return { document, instance };
  return {
    document: { ...document, certificate: { ...document.certificate, solution: null } },
    instance: null,
  };
}
