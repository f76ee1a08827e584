export const CONTACT_KINDS = ["email", "phone", "wechat", "line", "whatsapp", "website", "other"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Who answers there: the creator, a manager, or an agency of creators (MCN). */
export const CONTACT_HOLDERS = ["self", "manager", "mcn"] as const;
export type ContactHolder = (typeof CONTACT_HOLDERS)[number];

/**
 * A contact as it is compared: of a number its digits, of an address in the web what names the place, of everything
 * else the folded text. Empty where nothing is left.
 */
export function contactKey(kind: ContactKind, value: string): string {
  const text = value.normalize("NFKC").trim().toLowerCase();
  if (kind === "phone" || kind === "whatsapp") return text.replace(/\D/g, "").replace(/^00/, "");
  if (kind === "website")
    return text
      .replace(/^https?:\/\//, "")
      .replace(/^www\./, "")
      .replace(/\/+$/, "");
  return text.replace(/^@/, "").replace(/\s+/g, " ");
}

/** Whether a value can be what its kind says: an address has an @, a number seven digits, a place in the web a dot. */
export function isContact(kind: ContactKind, value: string): boolean {
  const key = contactKey(kind, value);
  if (key === "" || value.length > CONTACT_MAX) return false;
  if (kind === "email") return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(key);
  if (kind === "phone" || kind === "whatsapp") return /^\d{7,15}$/.test(key);
  if (kind === "website") return /^[^\s/]+\.[^\s/.]+(\/\S*)?$/.test(key);
  return true;
}

const CONTACT_MAX = 200;
