import { z } from "zod";
import { bookingsForm, brandForm, brandRequest, brandsForm, briefBrandRequest } from "#api/contract/brands";
import { listBookings } from "#app/listBookings";
import { listBrands } from "#app/listBrands";
import { saveBrand } from "#app/saveBrand";
import { setBrandOfBrief } from "#app/setBrandOfBrief";
import type { HouseProvider, Server } from "./server.ts";

export function registerBrands(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/brands",
    { schema: { summary: "Every brand of the workspace", response: { 200: brandsForm } } },
    async (request) => ({ brands: await listBrands(await house(request)) }),
  );
  server.put(
    "/api/v1/brands",
    {
      schema: { summary: "Makes a brand, or renames one", body: brandRequest, response: { 200: brandForm } },
    },
    async (request) => saveBrand(await house(request), { ...request.body, actor: "owner" }),
  );
  server.put(
    "/api/v1/briefs/:id/brand",
    {
      schema: {
        summary: "Says which brand a brief is for",
        params: z.object({ id: z.string() }),
        body: briefBrandRequest,
        response: { 200: briefBrandRequest },
      },
    },
    async (request) => {
      const { brandId } = request.body;
      await setBrandOfBrief(await house(request), { briefId: request.params.id, brandId, actor: "owner" });
      return { brandId };
    },
  );
  server.get(
    "/api/v1/bookings",
    {
      schema: {
        summary: "Creators whom approved plans of several brands book",
        response: { 200: bookingsForm },
      },
    },
    async (request) => ({ creators: await listBookings(await house(request)) }),
  );
}
