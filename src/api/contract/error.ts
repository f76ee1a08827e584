import { z } from "zod";

/** How every door of the API says no; the status follows the code. Words are in the language the request asked for. */
export const errorForm = z.object({
  error: z.object({
    code: z.enum(["bad-input", "usage", "not-found", "conflict", "refused", "unavailable", "internal"]),
    message: z.string(),
    at: z.string().nullable(),
    details: z.array(
      z.object({
        at: z.string(),
        rule: z.string(),
        value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
      }),
    ),
  }),
});
export type ErrorForm = z.infer<typeof errorForm>;
