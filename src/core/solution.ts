/**
 * The multipliers of the lifted bound (docs/methods/certificate.md): with these and the instance, anyone can recompute
 * the bound. Each is ≥ 0; q is in (0, 1].
 */
export interface Multipliers {
  /** By budget name; the money is "budget". */
  readonly lambda: Readonly<Record<string, number>>;
  /** By quota label; "*" counts all items. `mu` prices a minimum, `nu` a maximum. */
  readonly mu: Readonly<Record<string, number>>;
  readonly nu: Readonly<Record<string, number>>;
}

export interface Certificate extends Multipliers {
  /** One for each atom of the instance; in a branch, for each of the tree's `atoms`. */
  readonly q: readonly number[];
}

/** Multipliers under which even a worthless plan has a bound below zero: no plan keeps all rows and locks. */
export interface InfeasibilityProof extends Multipliers {
  readonly proves: "infeasible";
}

/**
 * A proof by cases. `root` holds for all plans and shows that each of `dropped` can only belong to plans within the
 * claimed bound; `branches` splits what is left group by group. The bound is the largest of the leaves'.
 */
export interface CertificateTree {
  readonly root: Certificate | null;
  readonly dropped: readonly string[];
  /** The atoms that every `q` of the branches lists, in that order; elsewhere q is 1. */
  readonly atoms: readonly number[];
  readonly branches: CertificateBranch;
}

/**
 * The plans with the items bought on the way here. Their atoms keep only what those items leave, which is what the
 * multipliers price. A leaf needs them for its bound, an inner branch to drop items from what follows.
 */
export interface CertificateBranch {
  readonly certificate: Certificate | InfeasibilityProof | null;
  readonly dropped?: readonly string[];
  readonly split?: {
    readonly group: string;
    /** By item: the plans that hold it. */
    readonly items: Readonly<Record<string, CertificateBranch>>;
    /** The plans with no item of the group. */
    readonly none: CertificateBranch;
  };
  /** In place of a split: the same plans without the dropped items. */
  readonly rest?: CertificateBranch;
}

export type SolutionStatus = "optimal" | "gap" | "infeasible" | "no-plan";

/** The document `chorale solve` prints; keys are a contract (DOORS). `gap` = (upperBound − value) ÷ upperBound, 0 if upperBound = 0. */
export interface Solution {
  readonly chosen: readonly string[];
  readonly cost: number;
  readonly value: number;
  readonly upperBound: number | null;
  readonly gap: number | null;
  readonly seconds: number;
  readonly passes: number;
  readonly status: SolutionStatus;
  /**
   * Infeasible: one irreducible set of rows that cannot hold together: budget names, quota labels ("*" for minItems
   * and maxItems), "lock:<item>", "exclude:<item>".
   */
  readonly conflict?: readonly string[];
  readonly certificate: Certificate | CertificateTree | InfeasibilityProof | null;
}

export interface SolveOptions {
  readonly secondsMax: number;
  /** Stops after that many passes; with the seed it decides every byte but `seconds`. */
  readonly passesMax: number | null;
  readonly seed: number;
  /** Item ids to start from, such as the plan of a neighbouring budget; what does not fit is left out. */
  readonly warmStart?: readonly string[];
  /**
   * Numbers that a proof by cases may hold: about 8 bytes each in the document. Fewer make a shorter document and a wider
   * gap; it decides the bytes as the passes do. Default 3 million.
   */
  readonly certificateNumbersMax?: number;
  /** Seconds since the search began, from the caller's clock. */
  readonly elapsedSeconds: () => number;
  readonly onProgress?: (progress: { passes: number; value: number; upperBound: number | null }) => void;
  /** Asked once a pass; true ends the search with the plan and certificate so far. */
  readonly shouldStop?: () => boolean;
}
