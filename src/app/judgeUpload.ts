import { dayOf } from "#core/period";
import { briefMarket } from "./briefMarket.ts";
import type { House } from "./house.ts";
import { judgeProposal, type RunningJudgement } from "./judgeProposal.ts";
import { forgetUpload, keepUpload } from "./keepUpload.ts";
import { openBrief } from "./openBrief.ts";
import { planGrounds } from "./planGrounds.ts";
import { readProposal } from "./readProposal.ts";
import type { OnProgress } from "./runOnThread.ts";

export interface UploadedList {
  readonly name: string;
  readonly bytes: NodeJS.ReadableStream;
  readonly briefId: string;
  /** Where the list says neither. */
  readonly platform: string | null;
  readonly currency: string | null;
  readonly seed: number;
  readonly secondsMax: number;
}

/**
 * Judges a list that a page sent by a stored brief and the creators of its workspace. The bytes are forgotten once they
 * are read: judging imports nobody. Throws bad-input for a list that is refused, and not-found for the brief.
 */
export async function judgeUpload(
  house: House,
  { name, bytes, briefId, platform, currency, seed, secondsMax }: UploadedList,
  onProgress: OnProgress,
): Promise<RunningJudgement> {
  const today = dayOf(house.now().getTime());
  const upload = await keepUpload(house, name, bytes);
  try {
    const { document: briefDocument } = await openBrief(house, briefId);
    const mapping = currency === null ? {} : { currency };
    const market = briefMarket(briefDocument);
    const proposal = await readProposal(upload.path, { platform, mapping, today, market });
    const grounds = await planGrounds(house);
    const { creators: catalog } = grounds;
    return judgeProposal(
      {
        ...{ briefDocument, proposal, catalog, grounds, seed, secondsMax, today },
        ...{ ownAssumptions: null, passesMax: null },
      },
      onProgress,
    );
  } finally {
    await forgetUpload(house, upload.id);
  }
}
