import { createServer } from "node:net";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Server } from "./server.ts";

/** Nobody signs in yet, so nobody from elsewhere may reach the door. */
const ADDRESS = "127.0.0.1";

/** Listens on this machine only; gives the address to open. Throws conflict, naming a free port, when it is taken. */
export async function listen(server: Server, port: number): Promise<string> {
  try {
    return await server.listen({ host: ADDRESS, port });
  } catch (caught) {
    const { code } = caught as NodeJS.ErrnoException;
    if (code === "EACCES")
      throw new ChoraleError("refused", sentence("server.portForbidden", { port }), "--port");
    if (code !== "EADDRINUSE") throw caught;
    const key = (await isChorale(port)) ? "server.alreadyRuns" : "server.portTaken";
    const free = await freePort();
    throw new ChoraleError("conflict", sentence(key, { port: `${port}`, free: `${free}` }), "--port");
  }
}

async function isChorale(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://${ADDRESS}:${port}/api/v1/status`, {
      signal: AbortSignal.timeout(1000),
    });
    return ((await answer.json()) as { name?: unknown }).name === "chorale";
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, ADDRESS, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
