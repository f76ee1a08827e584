const CHANGED = "chorale:changed";

/** Says that the server may have written something; whoever offers to undo looks what it was. */
export function announceChange(): void {
  window.dispatchEvent(new Event(CHANGED));
}

export function onChange(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}
