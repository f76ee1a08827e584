const SEEN = "chorale.tour-seen";
const OPEN = "chorale:tour";

/** Whether this browser has seen the tour, or said no to it. */
export function hasSeenTour(): boolean {
  return localStorage.getItem(SEEN) !== null;
}

export function rememberTour(): void {
  localStorage.setItem(SEEN, "1");
}

export function openTour(): void {
  window.dispatchEvent(new Event(OPEN));
}

export function onOpenTour(listener: () => void): () => void {
  window.addEventListener(OPEN, listener);
  return () => window.removeEventListener(OPEN, listener);
}
