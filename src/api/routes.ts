import { registerImports } from "./imports.routes.ts";
import { registerReference } from "./reference.routes.ts";
import type { RegisterRoutes } from "./server.ts";
import { registerStatus } from "./status.routes.ts";

/** Every file of routes, one line each. */
export const ROUTES: readonly RegisterRoutes[] = [registerStatus, registerReference, registerImports];
