import { z } from "zod";
import { listForm } from "#api/contract/kept";
import {
  listRemovedForm,
  listRequest,
  listsForm,
  membersForm,
  membersRequest,
  openListForm,
} from "#api/contract/lists";
import { addToList } from "#app/addToList";
import { listLists } from "#app/listLists";
import { openList } from "#app/openList";
import { removeFromList } from "#app/removeFromList";
import { removeList } from "#app/removeList";
import { saveList } from "#app/saveList";
import type { HouseProvider, Server } from "./server.ts";

const params = z.object({ id: z.string() });

export function registerLists(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/lists",
    { schema: { summary: "Every list of creators", response: { 200: listsForm } } },
    async (request) => ({ lists: await listLists(await house(request)) }),
  );
  server.put(
    "/api/v1/lists",
    { schema: { summary: "Makes a list, or renames one", body: listRequest, response: { 200: listForm } } },
    async (request) => saveList(await house(request), { ...request.body, actor: "owner" }),
  );
  server.get(
    "/api/v1/lists/:id",
    { schema: { summary: "A list with its creators", params, response: { 200: openListForm } } },
    async (request) => openList(await house(request), request.params.id),
  );
  server.delete(
    "/api/v1/lists/:id",
    {
      schema: {
        summary: "Takes a list away; its creators stay",
        params,
        response: { 200: listRemovedForm },
      },
    },
    async (request) => {
      const { id } = request.params;
      await removeList(await house(request), { id, actor: "owner" });
      return { id };
    },
  );
  const members = { params, body: membersRequest, response: { 200: membersForm } };
  server.put(
    "/api/v1/lists/:id/members",
    { schema: { summary: "Puts creators into a list", ...members } },
    async (request) => {
      const change = { listId: request.params.id, ...request.body, actor: "owner" };
      return { moved: await addToList(await house(request), change) };
    },
  );
  server.delete(
    "/api/v1/lists/:id/members",
    { schema: { summary: "Takes creators out of a list", ...members } },
    async (request) => {
      const change = { listId: request.params.id, ...request.body, actor: "owner" };
      return { moved: await removeFromList(await house(request), change) };
    },
  );
}
