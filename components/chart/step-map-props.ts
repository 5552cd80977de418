/** One stop of a line. `notAsked`: the line has no such stop. */
export type StationState = "signedOff" | "recognised" | "current" | "open" | "notAsked";

export type Station = {
  readonly state: StationState;
  /** 承認済み, 既得認定, 進行中, これから */
  readonly stateWord: string;
  /** Under the stop: the day of the sign-off, "先行記録 5". */
  readonly caption?: string;
};

/** The STEP in progress. */
export type CurrentStep = {
  readonly met: number;
  readonly all: number;
  /** Mean progress of the criteria not met, 0–1. */
  readonly partial: number;
  /** "承認まで あと3項目" */
  readonly headline: string;
  /** "2026/02/12 開始" */
  readonly since?: string;
};

/** Common education and STEP1 to 3. */
type LineStations = readonly [Station, Station, Station, Station];

export type StepMapLine = {
  readonly key: string;
  /** The role group. */
  readonly name: string;
  /** "指導者 高橋 健一" */
  readonly note?: string;
  /** "STEP2 0 / 3", for the short form. */
  readonly summary: string;
  readonly stations: LineStations;
  readonly current?: CurrentStep;
};

export type StepMapProps = {
  /** Of the table that says the same: "育成STEPの進み具合". */
  readonly caption: string;
  /** 役割グループ */
  readonly roleGroupWord: string;
  /** 基礎教育, 共通教育, STEP1, STEP2, STEP3 */
  readonly heads: readonly [string, string, string, string, string];
  /** The same, as short as a telephone needs: 基礎, 共通, STEP1 … */
  readonly shortHeads: readonly [string, string, string, string, string];
  /** 初心者, 見習い, 一人前: reached behind STEP1, 2, 3. */
  readonly proficiencies: readonly [string, string, string];
  /** Basic education belongs to the person. */
  readonly trunk: Station;
  readonly trunkCurrent?: CurrentStep;
  readonly lines: readonly StepMapLine[];
};
