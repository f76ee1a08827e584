/** How the addresses of one platform look: the words of data/paste/links.json. */
export interface LinkRow {
  readonly platform: string;
  readonly hosts: readonly string[];
  readonly handle: string;
  readonly id: string;
  readonly name?: string | undefined;
  readonly short: readonly string[];
  readonly posts: readonly string[];
  readonly pages: readonly string[];
  readonly profiles: readonly string[];
}

/** Whose an address is, or why it does not say. */
export type LinkReading =
  | { readonly is: "profile"; readonly handle?: string; readonly id?: string; readonly name?: string }
  | { readonly is: "short" | "post" | "page" };

interface Template {
  readonly path: RegExp;
  readonly key: string | null;
  readonly value: RegExp | null;
}

/** One row of addresses, ready to be read. */
export class LinkForm {
  readonly row: LinkRow;
  /** What a handle of the platform looks like, from its first character on. */
  readonly handleShape: RegExp;
  readonly #short: readonly Template[];
  readonly #posts: readonly Template[];
  readonly #pages: readonly Template[];
  readonly #profiles: readonly Template[];

  constructor(row: LinkRow) {
    this.row = row;
    this.handleShape = new RegExp(`^(?:${row.handle})(?![A-Za-z0-9_])`, "u");
    const compile = (templates: readonly string[]) => templates.map((template) => templateOf(template, row));
    this.#short = compile(row.short);
    this.#posts = compile(row.posts);
    this.#pages = compile(row.pages.map((page) => `${page}/*`));
    this.#profiles = compile(row.profiles);
  }

  /** How much of a host is one of the row's; 0 for another host. An app's own address has its scheme for a host. */
  fitOf(host: string): number {
    const fitting = this.row.hosts.filter((known) => host === known || host.endsWith(`.${known}`));
    return Math.max(0, ...fitting.map((known) => known.length));
  }

  read(path: string, query: URLSearchParams): LinkReading {
    const fits = (templates: readonly Template[]) =>
      templates.some((template) => find(template, path, query));
    if (fits(this.#short)) return { is: "short" };
    if (fits(this.#posts)) return { is: "post" };
    if (!fits(this.#pages))
      for (const template of this.#profiles) {
        const found = find(template, path, query);
        if (found) return { is: "profile", ...found };
      }
    return { is: "page" };
  }
}

function find(
  { path: pattern, key, value }: Template,
  path: string,
  query: URLSearchParams,
): Record<string, string> | null {
  const inPath = pattern.exec(path);
  if (!inPath) return null;
  const inQuery = key === null || value === null ? null : value.exec(query.get(key) ?? "");
  if (key !== null && !inQuery) return null;
  return { ...inPath.groups, ...inQuery?.groups };
}

function templateOf(template: string, row: LinkRow): Template {
  const [path = "", parameter] = template.split("?");
  const [key = null, value = ""] = parameter?.split("=") ?? [];
  const parts = path.split("/").map((part) => (part === "*" ? "(?:/.*)?" : `/${partPattern(part, row)}`));
  // A handle may be followed by words that were glued to the address: nobody's handle has Chinese in it there.
  const tail = path.endsWith("*") ? "" : "/?";
  return {
    path: new RegExp(`^${parts.join("")}${tail}$`, "iu"),
    key,
    value: key === null ? null : new RegExp(`^${partPattern(value, row)}$`, "u"),
  };
}

function partPattern(part: string, row: LinkRow): string {
  return part
    .split(/(:handle|:id|:name|~)/)
    .map((piece) => {
      if (piece === "~") return "[^/]*?";
      if (piece === ":handle") return `(?<handle>${row.handle})`;
      if (piece === ":id") return `(?<id>${row.id})`;
      if (piece === ":name") return `(?<name>${row.name ?? row.handle})`;
      return piece.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    })
    .join("");
}
