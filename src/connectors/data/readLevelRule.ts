import { readFileSync } from "node:fs";
import { z } from "zod";
import type { LevelRule } from "#core/catalog/professionalLevel";

const shareBp = z.int().min(1).max(10_000);
const file = z.object({
  source: z.string().min(1),
  year: z.int(),
  trust: z.enum(["A", "B", "C"]),
  professional: z.strictObject({
    sponsoredLeastBp: shareBp,
    postsPerWeekLeast: z.number().positive(),
    why: z.string().min(1),
  }),
  semiProfessional: z.strictObject({ sponsoredLeastBp: shareBp, why: z.string().min(1) }),
  withoutManager: z.array(z.string().min(1)),
});

let known: LevelRule | null = null;

/** Reads and checks the shipped rule, once. Throws when the file breaks its form. */
export function readLevelRule(): LevelRule {
  if (known) return known;
  const url = new URL("../../../data/levels/professional.json", import.meta.url);
  const { professional, semiProfessional, ...rest } = file.parse(JSON.parse(readFileSync(url, "utf8")));
  known = {
    ...rest,
    professionalSponsoredLeastBp: professional.sponsoredLeastBp,
    professionalPostsPerWeekLeast: professional.postsPerWeekLeast,
    semiProfessionalSponsoredLeastBp: semiProfessional.sponsoredLeastBp,
  };
  return known;
}
