import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { historyForm } from "#api/contract/history";
import {
  contactedRequest,
  contactRequest,
  craftRequest,
  keptForm,
  mergeRequest,
  noteRequest,
  taggedForm,
  tagManyRequest,
  tagRequest,
  tagsForm,
} from "#api/contract/kept";
import { addContact } from "#app/addContact";
import { eraseContact } from "#app/eraseContact";
import type { House } from "#app/house";
import type { OfCreator } from "#app/keepOfCreator";
import { listHistoryOfCreator } from "#app/listHistoryOfCreator";
import { listTags } from "#app/listTags";
import { markCraft } from "#app/markCraft";
import { mergeCreators } from "#app/mergeCreators";
import { noteCreator } from "#app/noteCreator";
import { type KeptOfCreator, openKept } from "#app/openKept";
import { recordContacted } from "#app/recordContacted";
import { removeContacted } from "#app/removeContacted";
import { removeNote } from "#app/removeNote";
import { splitCreators } from "#app/splitCreators";
import { tagCreator } from "#app/tagCreator";
import { tagCreators } from "#app/tagCreators";
import { untagCreator } from "#app/untagCreator";
import type { HouseProvider, Server } from "./server.ts";

const ofCreator = z.object({ id: z.string() });
const ofPart = z.object({ id: z.string(), part: z.string() });
const response = { 200: keptForm };

/** What a workspace keeps about a creator. Every door that changes it answers all of it. */
export function registerKept(server: Server, house: HouseProvider): void {
  const creators = "/api/v1/creators/:id";
  const schema = (summary: string) => ({ summary, params: ofCreator, response });
  const after = async (
    request: FastifyRequest,
    id: string,
    work: (at: House, of: OfCreator) => Promise<void>,
  ) => {
    const at = await house(request);
    await work(at, { creatorId: id, actor: "owner" });
    return keptOf(at, id);
  };
  const partSchema = (summary: string) => ({ summary, params: ofPart, response });

  server.get(
    `${creators}/kept`,
    { schema: schema("Tags, lists, craft mark, notes, contacts, talks and merges of a creator") },
    async (request) => keptOf(await house(request), request.params.id),
  );
  server.put(`${creators}/tags`, { schema: { ...schema("Tags a creator"), body: tagRequest } }, (request) =>
    after(request, request.params.id, (at, of) => tagCreator(at, { ...of, tag: request.body.tag })),
  );
  server.delete(`${creators}/tags/:part`, { schema: partSchema("Takes a tag off a creator") }, (request) =>
    after(request, request.params.id, (at, of) => untagCreator(at, { ...of, tag: request.params.part })),
  );
  server.post(
    `${creators}/notes`,
    { schema: { ...schema("Writes a note about a creator"), body: noteRequest } },
    (request) =>
      after(request, request.params.id, (at, of) => noteCreator(at, { ...of, text: request.body.text })),
  );
  server.delete(`${creators}/notes/:part`, { schema: partSchema("Takes a note away") }, async (request) => {
    const at = await house(request);
    const { id: creatorId, part: id } = request.params;
    await removeNote(at, { creatorId, actor: "owner", id });
    return keptOf(at, creatorId);
  });
  server.put(
    `${creators}/craft`,
    {
      schema: { ...schema("Marks a creator's craft, 1 to 5; null takes the mark away"), body: craftRequest },
    },
    (request) => after(request, request.params.id, (at, of) => markCraft(at, { ...of, ...request.body })),
  );
  server.post(
    `${creators}/contacts`,
    { schema: { ...schema("Keeps where a creator can be reached"), body: contactRequest } },
    (request) => after(request, request.params.id, (at, of) => addContact(at, { ...of, ...request.body })),
  );
  server.delete(
    `${creators}/contacts/:part`,
    { schema: partSchema("Deletes a contact for good, from what undoing keeps too") },
    (request) =>
      after(request, request.params.id, (at, of) => eraseContact(at, { ...of, id: request.params.part })),
  );
  server.post(
    `${creators}/contacted`,
    { schema: { ...schema("Records a day on which a creator was contacted"), body: contactedRequest } },
    (request) =>
      after(request, request.params.id, (at, of) => recordContacted(at, { ...of, ...request.body })),
  );
  server.delete(`${creators}/contacted/:part`, { schema: partSchema("Takes such a day away") }, (request) =>
    after(request, request.params.id, (at, of) => removeContacted(at, { ...of, id: request.params.part })),
  );
  server.post(
    `${creators}/merges`,
    { schema: { ...schema("Says that another creator is the same person or team"), body: mergeRequest } },
    (request) =>
      after(request, request.params.id, (at, of) =>
        mergeCreators(at, { keptId: of.creatorId, actor: of.actor, mergedId: request.body.mergedId }),
      ),
  );
  server.delete(
    `${creators}/merges/:part`,
    { schema: partSchema("Takes a merge apart: each has again what was theirs") },
    (request) =>
      after(request, request.params.id, (at, of) => splitCreators(at, { ...of, id: request.params.part })),
  );
  server.get(
    `${creators}/events`,
    {
      schema: {
        summary: "What was done about a creator and to their figures, newest first",
        params: ofCreator,
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
        response: { 200: historyForm },
      },
    },
    async (request) => {
      const { limit } = request.query;
      const entries = await listHistoryOfCreator(await house(request), request.params.id, limit);
      return { events: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })) };
    },
  );
  server.get(
    "/api/v1/tags",
    { schema: { summary: "Every tag with how many creators carry it", response: { 200: tagsForm } } },
    async (request) => ({ tags: await listTags(await house(request)) }),
  );
  server.put(
    "/api/v1/tags",
    {
      schema: { summary: "Tags creators in one change", body: tagManyRequest, response: { 200: taggedForm } },
    },
    async (request) => ({
      tagged: await tagCreators(await house(request), { ...request.body, actor: "owner" }),
    }),
  );
}

async function keptOf(house: House, id: string) {
  const { craft, notes, contacted, merges, ...rest }: KeptOfCreator = await openKept(house, id);
  const dated = <T extends { readonly at: Date }>(record: T) => ({ ...record, at: record.at.toISOString() });
  return {
    ...rest,
    craft: craft && dated(craft),
    notes: notes.map(dated),
    contacted: contacted.map(dated),
    merges: merges.map(dated),
  };
}
