import type { Socket } from "node:net";
import type { ConnectionError, FastifyError, FastifySchemaValidationError } from "fastify";
import { ChoraleError, type ErrorCode, type ErrorDetail } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Language } from "#i18n/messages";
import { say } from "#i18n/say";
import type { Server } from "./server.ts";

const STATUS: Readonly<Record<ErrorCode, number>> = {
  "bad-input": 400,
  usage: 400,
  "not-found": 404,
  conflict: 409,
  refused: 422,
  unavailable: 503,
  internal: 500,
};

/** The document of DOORS, in the language of the request. */
export function errorDocument(error: ChoraleError, language: Language) {
  const details = error.details.map(({ at, rule, value }) => ({ at, rule: say(language, rule), value }));
  return { error: { code: error.code, message: say(language, error.sentence), at: error.at, details } };
}

/** What cannot be read as a request has no language, nor a route: its socket is answered, and closed. */
export function answerUnreadable(caught: ConnectionError, socket: Socket): void {
  if (caught.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, key] =
    caught.code === "HPE_HEADER_OVERFLOW"
      ? ["431 Request Header Fields Too Large", "server.request.addressTooLong"]
      : ["400 Bad Request", "server.request.unreadable"];
  const body = JSON.stringify(errorDocument(new ChoraleError("bad-input", sentence(key)), "en"));
  const head = `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close`;
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

export function answerErrors(server: Server): void {
  server.setErrorHandler((caught: FastifyError, request, reply) => {
    const error = asChoraleError(caught);
    if (error.code === "internal") {
      // The message may quote what came in; where it happened may not.
      const frames = caught.stack?.split("\n").filter((line) => /^\s+at /.test(line));
      request.log.error({ name: caught.name, code: caught.code, frames }, "internal error");
    }
    const status = error === caught ? STATUS[error.code] : (caught.statusCode ?? STATUS[error.code]);
    return reply.status(status).send(errorDocument(error, request.language));
  });
}

/** What is not ours and not the request's fault is internal, and says nothing of what it was about. */
function asChoraleError(thrown: unknown): ChoraleError {
  if (thrown instanceof ChoraleError) return thrown;
  const caught = thrown as FastifyError;
  if (caught.validation) {
    const details = caught.validation.map((fault) => invalid(fault, caught.validationContext ?? "body"));
    const at = details[0]?.at ?? null;
    return new ChoraleError("bad-input", sentence("server.invalid", { count: details.length }), at, details);
  }
  if (caught.statusCode !== undefined && caught.statusCode < 500) {
    const key = `server.request.${REQUEST_FAULTS[caught.code] ?? "other"}`;
    return new ChoraleError("bad-input", sentence(key, { reason: caught.message }));
  }
  return new ChoraleError("internal", sentence("server.internal"));
}

const REQUEST_FAULTS: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "tooLarge",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "mediaType",
  FST_ERR_CTP_INVALID_JSON_BODY: "json",
  FST_ERR_CTP_EMPTY_JSON_BODY: "json",
};

// The kinds of zod's issues that a form can meet, to our sentences and what each is filled with.
const RULES: Readonly<Record<string, readonly [key: string, parameter: string]>> = {
  invalid_type: ["type", "expected"],
  invalid_value: ["value", "values"],
  invalid_format: ["format", "format"],
  too_small: ["least", "minimum"],
  too_big: ["most", "maximum"],
  unrecognized_keys: ["unknown", "keys"],
};

function invalid(fault: FastifySchemaValidationError, context: string): ErrorDetail {
  const path = fault.instancePath.split("/").filter(Boolean).join(".");
  const [key, parameter] = RULES[fault.keyword] ?? ["other", ""];
  const allowed = key === "other" ? (fault.message ?? "") : String(fault.params[parameter]);
  return { at: path === "" ? context : path, rule: sentence(`server.rule.${key}`, { allowed }), value: null };
}
