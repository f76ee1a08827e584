import { z } from "zod";
import { CONTACT_HOLDERS, CONTACT_KINDS } from "#core/catalog/contact";

export const listForm = z.object({ id: z.string(), name: z.string(), members: z.number() });
export type ListRow = z.infer<typeof listForm>;

/** GET /api/v1/creators/:id/kept, and the answer of every door that changes it: what this workspace keeps about a creator. */
export const keptForm = z.object({
  tags: z.array(z.string()).readonly(),
  lists: z.array(listForm).readonly(),
  craft: z
    .object({ mark: z.number(), note: z.string().nullable(), actor: z.string(), at: z.string() })
    .nullable(),
  notes: z
    .array(z.object({ id: z.string(), text: z.string(), actor: z.string(), at: z.string() }))
    .readonly(),
  contacts: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(CONTACT_KINDS),
        value: z.string(),
        holder: z.enum(CONTACT_HOLDERS),
        source: z.string(),
      }),
    )
    .readonly(),
  contacted: z
    .array(
      z.object({
        id: z.string(),
        onDate: z.string(),
        note: z.string().nullable(),
        actor: z.string(),
        at: z.string(),
      }),
    )
    .readonly(),
  merges: z
    .array(
      z.object({
        id: z.string(),
        mergedId: z.string(),
        mergedName: z.string(),
        accountIds: z.array(z.string()).readonly(),
        actor: z.string(),
        at: z.string(),
      }),
    )
    .readonly(),
});
export type KeptForm = z.infer<typeof keptForm>;

/** PUT /api/v1/creators/:id/tags */
export const tagRequest = z.object({ tag: z.string() });

/** PUT /api/v1/tags: a tag for creators, in one change; the answer says how many did not carry it before. */
export const tagManyRequest = z.object({
  tag: z.string(),
  creatorIds: z.array(z.string()).max(10_000).readonly(),
});
export const taggedForm = z.object({ tagged: z.number() });

/** POST /api/v1/creators/:id/notes */
export const noteRequest = z.object({ text: z.string() });

/** PUT /api/v1/creators/:id/craft: a person's own mark, 1 to 5; null takes it away. */
export const craftRequest = z.object({
  mark: z.number().nullable(),
  note: z.string().nullable().default(null),
});

/** POST /api/v1/creators/:id/contacts */
export const contactRequest = z.object({
  kind: z.enum(CONTACT_KINDS),
  value: z.string(),
  holder: z.enum(CONTACT_HOLDERS).default("self"),
  source: z.string().nullable().default(null),
});
export type ContactRequest = z.input<typeof contactRequest>;

/** POST /api/v1/creators/:id/contacted */
export const contactedRequest = z.object({ onDate: z.string(), note: z.string().nullable().default(null) });

/** POST /api/v1/creators/:id/merges: this other creator is the same person or team. */
export const mergeRequest = z.object({ mergedId: z.string() });

/** GET /api/v1/tags: every tag with how many creators carry it, the most used first. */
export const tagsForm = z.object({
  tags: z.array(z.object({ tag: z.string(), creators: z.number() })).readonly(),
});
