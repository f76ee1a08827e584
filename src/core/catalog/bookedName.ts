import type { LocalNames } from "#core/localNames";
import { deliverablesOf, type Platform } from "./platform.ts";

/**
 * What is booked of an account by its name: "note+video-note" is one of each, "note/video-note" one of the two. An
 * unknown slug stands for itself. Without a platform: by whichever sells it.
 */
export function bookedName(
  platforms: readonly Platform[],
  platform: string | null,
  booked: string,
  language: keyof LocalNames,
): string {
  const kinds =
    platform === null ? platforms.flatMap((each) => each.deliverables) : deliverablesOf(platforms, platform);
  const nameOf = (slug: string) => kinds.find((kind) => kind.slug === slug)?.names[language] ?? slug;
  const oneOf = (part: string) => part.split("/").map(nameOf).join(" / ");
  return booked.split("+").map(oneOf).join(" + ");
}

/** Whether `count` pieces of what is booked are more than one of each: only then is there a number to be said. */
export function isSeveral(booked: string, count: number): boolean {
  return count > booked.split("+").length;
}

export function isMixed(booked: string): boolean {
  return booked.includes("+");
}
