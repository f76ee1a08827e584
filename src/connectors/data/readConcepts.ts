import { readFileSync } from "node:fs";
import { ConceptLexicon } from "#core/catalog/discovery/lexicon";
import { WrittenWords } from "#core/catalog/discovery/writtenWords";
import { readReference } from "./readReference.ts";
import { conceptsFile } from "./referenceForms.ts";

let known: ConceptLexicon | null = null;

/** Reads and checks the shipped lexicon of searching, once a process. Throws when the file breaks its form. */
export function readConcepts(): ConceptLexicon {
  known ??= new ConceptLexicon(readFile().concepts, readReference().topics);
  return known;
}

function readFile() {
  const url = new URL("../../../data/topics/lexicon.json", import.meta.url);
  return conceptsFile.parse(JSON.parse(readFileSync(url, "utf8")));
}

let written: WrittenWords | null = null;

/** How the words of the lexicon and of the topics are written. */
export function readWrittenWords(): WrittenWords {
  written ??= new WrittenWords(readConcepts().words());
  return written;
}
