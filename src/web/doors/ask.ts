import type { z } from "zod";
import { type ErrorForm, errorForm } from "#api/contract/error";
import { announceChange } from "./changes.ts";

/** An answer of the API that says no: what, where, which rule, in the reader's language. */
export class DoorError extends Error {
  readonly code: ErrorForm["error"]["code"];
  readonly at: string | null;
  readonly details: ErrorForm["error"]["details"];

  constructor({ error }: ErrorForm) {
    super(error.message);
    this.name = "DoorError";
    this.code = error.code;
    this.at = error.at;
    this.details = error.details;
  }
}

/** Several values of a parameter are sent one by one. */
type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

interface Question {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly query?: Query;
  /** Sent as JSON, a Blob as its bytes. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Asks a door of the API and reads the answer with its form. Throws DoorError. */
export async function ask<Form extends z.ZodType>(
  path: string,
  form: Form,
  { method = "GET", query = {}, body, signal }: Question = {},
): Promise<z.infer<Form>> {
  const bytes = body instanceof Blob;
  const answer = await fetch(`/api/v1/${path}${queryText(query)}`, {
    method,
    headers: {
      "accept-language": document.documentElement.lang,
      ...(body === undefined
        ? {}
        : { "content-type": bytes ? "application/octet-stream" : "application/json" }),
    },
    ...(body === undefined ? {} : { body: bytes ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((caught: unknown) => {
    throw unreachable(String(caught));
  });
  const document_: unknown = await answer.json().catch(() => null);
  if (answer.ok) {
    if (method !== "GET") announceChange();
    return form.parse(document_);
  }
  const said = errorForm.safeParse(document_);
  throw said.success ? new DoorError(said.data) : unreachable(`${answer.status}`);
}

function unreachable(message: string): DoorError {
  return new DoorError({ error: { code: "unavailable", message, at: null, details: [] } });
}

function queryText(query: Query): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      each === undefined || each === "" ? [] : [[key, String(each)]],
    ),
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
