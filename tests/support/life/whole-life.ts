import { TRAINING } from "./acts";
import { AROUND } from "./around-acts";
import { SHARED } from "./shared-acts";

export const ACTS = { ...TRAINING, ...SHARED, ...AROUND };
export type ActName = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as ActName[];

export type Beside = keyof typeof SHARED | keyof typeof AROUND;
const isBeside = (act: ActName): act is Beside => act in SHARED || act in AROUND;
/** They never complete a STEP, and never undo one. */
export const besideTraining = (acts: readonly ActName[]): readonly Beside[] => acts.filter(isBeside);

/** Who would do it, so that more is accepted than chance alone would bring about. */
export const FITTING: Readonly<Record<Beside, "trainee" | "mentor" | "manager" | "admin">> = {
  logsEvent: "trainee",
  correctsEvent: "trainee",
  cancelsEvent: "trainee",
  annotatesEvent: "mentor",
  confirmsProposal: "trainee",
  declinesProposal: "trainee",
  verifiesEvent: "mentor",
  bringsWorkIn: "manager",
  verifiesImport: "mentor",
  entersLeave: "trainee",
  endsLeave: "manager",
  takesLeaveBack: "trainee",
  transfers: "manager",
  changesTracks: "manager",
  setsPolicy: "manager",
  rebases: "manager",
  asksOpinion: "mentor",
  givesOpinion: "mentor",
  declinesOpinion: "mentor",
  exempts: "manager",
  addsItem: "manager",
  takesChangeBack: "manager",
  movesToEdition: "manager",
  deactivates: "admin",
  reactivates: "admin",
};
