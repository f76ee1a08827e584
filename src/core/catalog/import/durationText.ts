/** Seconds of `PT10M5S`, `10:05`, `1:02:03` or a bare number of seconds; null when it is none. */
export function readDurationSeconds(text: string): number | null {
  const folded = text.normalize("NFKC").trim();
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(folded);
  if (iso && folded.length > 2) {
    const [, days = 0, hours = 0, minutes = 0, seconds = 0] = iso;
    return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  }
  if (/^\d+(:[0-5]\d){1,2}$/.test(folded))
    return folded.split(":").reduce((total, part) => total * 60 + Number(part), 0);
  return /^\d+(\.\d+)?s?$/.test(folded) ? Number.parseFloat(folded) : null;
}
