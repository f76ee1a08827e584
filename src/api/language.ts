import { LANGUAGES, type Language } from "#i18n/messages";
import type { Server } from "./server.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The language in which this request is answered. */
    language: Language;
  }
}

/** `?lang=` first, since a link may carry it; then what the browser prefers. */
export function readLanguage(server: Server): void {
  server.decorateRequest("language", "en");
  server.addHook("onRequest", async (request) => {
    const { lang } = request.query as { readonly lang?: unknown };
    const asked = LANGUAGES.find((language) => language === lang);
    request.language = asked ?? preferredLanguage(request.headers["accept-language"] ?? "");
  });
}

/** The best of ours for an Accept-Language header; English when it names none of them. */
export function preferredLanguage(header: string): Language {
  const ranges = header
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { range, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { range } of ranges) {
    if (/^zh-(hant|tw|hk|mo)/.test(range)) return "zh-TW";
    if (/^zh/.test(range)) return "zh-CN";
    if (/^en/.test(range)) return "en";
  }
  return "en";
}
