import { z } from "zod";
import {
  type ProgrammeForm,
  programmeForm,
  programmeListForm,
  programmePlanForm,
  programmePlanListForm,
  programmeRequest,
} from "#api/contract/programmes";
import { listProgrammePlans } from "#app/listProgrammePlans";
import { listProgrammes } from "#app/listProgrammes";
import { openProgramme } from "#app/openProgramme";
import { openProgrammePlan } from "#app/openProgrammePlan";
import { saveProgramme } from "#app/saveProgramme";
import { dayOf } from "#core/period";
import type { HouseProvider, Server } from "./server.ts";

const params = z.object({ id: z.string() });

/** Several campaigns under one budget: kept as written, and the plans that were made of them. */
export function registerProgrammes(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/programmes",
    { schema: { summary: "The newest version of every programme", response: { 200: programmeListForm } } },
    async (request) => {
      const programmes = await listProgrammes(await house(request));
      return { programmes: programmes.map(({ id, name, version }) => ({ id, name, version })) };
    },
  );
  server.get(
    "/api/v1/programmes/:id",
    {
      schema: {
        summary: "A programme as it was written; ?version= for an earlier one",
        params,
        querystring: z.object({ version: z.coerce.number().int().min(1).optional() }),
        response: { 200: programmeForm },
      },
    },
    async (request) =>
      toForm(await openProgramme(await house(request), request.params.id, request.query.version ?? null)),
  );
  server.post(
    "/api/v1/programmes",
    {
      schema: {
        summary: "Keeps several campaigns under one budget, with an id as the next version",
        body: programmeRequest,
        response: { 200: programmeForm },
      },
    },
    async (request) => toForm(await saveProgramme(await house(request), { ...request.body, actor: "owner" })),
  );
  server.get(
    "/api/v1/programme-plans",
    {
      schema: {
        summary: "Every plan of every programme, newest first",
        response: { 200: programmePlanListForm },
      },
    },
    async (request) => {
      const plans = await listProgrammePlans(await house(request));
      return {
        plans: plans.map(({ id, programmeId, programmeName, head, madeAt }) => ({
          ...{ id, programmeId, name: programmeName, head },
          madeOn: dayOf(madeAt.getTime()),
        })),
      };
    },
  );
  server.get(
    "/api/v1/programme-plans/:id",
    {
      schema: { summary: "A programme's plan as it was made", params, response: { 200: programmePlanForm } },
    },
    async (request) => {
      const plan = await openProgrammePlan(await house(request), request.params.id);
      const { id, programmeId, programmeVersion, programmeName: name, document } = plan;
      return { id, programmeId, programmeVersion, name, document };
    },
  );
}

function toForm({ id, version, name, document }: Awaited<ReturnType<typeof openProgramme>>): ProgrammeForm {
  return { id, version, name, document: document as ProgrammeForm["document"] };
}
