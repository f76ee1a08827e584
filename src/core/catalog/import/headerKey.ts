/** A header without what its spelling may vary in: case, width, blanks, line breaks, underscores, dots, dashes, percent signs. */
export function headerKey(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.\-:/*"'#%]+/g, "")
    .replace(/[()[\]【】]/g, "");
}

/** The header without what stands in brackets, "图文报价(RMB)" → "图文报价", and what stood there. */
export function splitNote(header: string): { readonly name: string; readonly note: string } {
  const folded = header.normalize("NFKC");
  const notes = [...folded.matchAll(/[([【]([^)\]】]*)[)\]】]/g)].map((match) => match[1] ?? "");
  return { name: folded.replace(/[([【][^)\]】]*[)\]】]/g, " ").trim(), note: notes.join(" ") };
}
