import { fileURLToPath } from "node:url";
import pino from "pino";
import type { Houses } from "#app/openHouses";
import { listen } from "./listen.ts";
import { makeServer } from "./server.ts";

const WEB_DIR = fileURLToPath(new URL("../../dist/web/", import.meta.url));

export interface RunningServer {
  /** What to open in a browser. */
  readonly address: string;
  /** Answers what is under way, then stops listening. */
  close(): Promise<void>;
}

/** Serves pages and API of these houses on 127.0.0.1. Its log goes to stderr. */
export async function startServer(houses: Houses, port: number): Promise<RunningServer> {
  const logger = pino({ base: null }, pino.destination({ fd: 2, sync: false }));
  const server = await makeServer({ openHouse: houses.open, webDir: WEB_DIR, logger });
  const address = await listen(server, port);
  return { address, close: () => server.close() };
}
