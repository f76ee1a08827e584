type BriefDocument = Readonly<Record<string, unknown>>;

/** A brief that books this creator for certain and keeps places for those who are not named yet. */
export function withCreator(document: BriefDocument, creatorId: string): BriefDocument {
  const lists = document["creators"];
  const creators = typeof lists === "object" && lists !== null ? (lists as BriefDocument) : {};
  const written = creators["lock"];
  const lock: readonly unknown[] = Array.isArray(written) ? written : written ? [written] : [];
  return { ...document, creators: { ...creators, lock: [...lock, creatorId], slots: "always" } };
}
