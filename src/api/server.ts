import swagger from "@fastify/swagger";
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from "fastify";
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import type { House } from "#app/house";
import { acceptBodies } from "./bodies.ts";
import { answerErrors, answerUnreadable } from "./errors.ts";
import { guardOrigins } from "./guards.ts";
import { setHeaders } from "./headers.ts";
import { readLanguage } from "./language.ts";
import { logRequests } from "./logging.ts";
import { ROUTES } from "./routes.ts";
import { servePages } from "./webPages.ts";
import { readWorkspace } from "./workspace.ts";

export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The house of the request's workspace: `?workspace=` or the header x-chorale-workspace, else main. */
export type HouseProvider = (request: FastifyRequest) => Promise<House>;

/** A file of routes, `<noun>.routes.ts`, adds its doors by one of these; routes.ts lists them. */
export type RegisterRoutes = (server: Server, house: HouseProvider) => void;

export interface ServerOptions {
  readonly openHouse: (workspace: string) => Promise<House>;
  /** Built pages; null serves the API alone. */
  readonly webDir: string | null;
  readonly logger: FastifyBaseLogger | null;
  readonly routes?: readonly RegisterRoutes[];
}

const JSON_BYTES_MAX = 1024 * 1024;
/** A search stands in the address, where 10,000 Chinese characters take nine bytes each and an emoji twelve. */
const HEADER_BYTES_MAX = 256 * 1024;

/** The HTTP doors, guarded, not yet listening. */
export async function makeServer(options: ServerOptions): Promise<Server> {
  const server: Server = fastify({
    ...(options.logger ? { loggerInstance: options.logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_BYTES_MAX,
    http: { maxHeaderSize: HEADER_BYTES_MAX },
    clientErrorHandler: answerUnreadable,
    // A page that listens to a long plan must not keep the server from stopping.
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);

  logRequests(server);
  setHeaders(server);
  readLanguage(server);
  answerErrors(server);
  guardOrigins(server);
  readWorkspace(server);
  acceptBodies(server);

  await server.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "Chorale", version: "1" } },
    transform: jsonSchemaTransform,
  });
  const house: HouseProvider = (request) => options.openHouse(request.workspace);
  for (const register of options.routes ?? ROUTES) register(server, house);
  server.get("/api/v1/openapi.json", { schema: { hide: true } }, () => server.swagger());

  await servePages(server, options.webDir);
  return server;
}
