import { readFileSync } from "node:fs";
import { z } from "zod";

const words = z.array(z.string().min(1));

const linksFile = z.strictObject({
  ...{ source: z.string(), year: z.int(), licence: z.string(), says: z.string() },
  collections: words,
  wrappers: z.array(z.strictObject({ host: z.string(), path: z.string().optional(), key: z.string() })),
  links: z.array(
    z.strictObject({
      platform: z.string(),
      hosts: words.min(1),
      handle: z.string(),
      id: z.string(),
      name: z.string().optional(),
      short: words,
      posts: words,
      pages: words,
      profiles: words,
    }),
  ),
});

/** Reads and checks the shipped forms of addresses: the one place that says which host is of which platform. */
export function readLinks(): z.infer<typeof linksFile> {
  const url = new URL("../../../data/paste/links.json", import.meta.url);
  return linksFile.parse(JSON.parse(readFileSync(url, "utf8")));
}
