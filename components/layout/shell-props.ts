import type { FormAction } from "@/lib/platform/action-state";
import type { Locale } from "@/lib/platform/format";

export const NAV_GROUPS = ["self", "mentoring", "organisation", "learn", "operate"] as const;
type NavGroup = (typeof NAV_GROUPS)[number];

/** Every page that the navigation can name; its words are in shell.json under `nav`. */
export type NavCode =
  | "myTraining"
  | "records"
  | "signOff"
  | "notices"
  | "events"
  | "drills"
  | "reviews"
  | "trainees"
  | "workImport"
  | "readiness"
  | "enrolments"
  | "recognitions"
  | "appointments"
  | "countersign"
  | "curriculum"
  | "people"
  | "teams"
  | "policy"
  | "materials"
  | "localCurriculum"
  | "delivery"
  | "audit";

export type NavItem = {
  readonly code: NavCode;
  readonly href: string;
  /** Another address that belongs to it. */
  readonly alsoHref?: string | undefined;
  readonly group: NavGroup;
  readonly count?: number | undefined;
  /** The count is of things that wait too long. */
  readonly isDue?: boolean | undefined;
};

/** What `findShell` knows of the reader: shown are only the pages of the capacities that the person holds. */
type ShellFacts = {
  readonly personName: string;
  readonly organisationName: string;
  readonly items: readonly NavItem[];
  /** Up to three of the items for the bottom bar on a telephone, by capacity. */
  readonly tabs: readonly NavCode[];
  /** Holds an enrolment: sees 実績を記録 and its key. */
  readonly canLog: boolean;
  /** Single-letter keys are switched on in the profile. */
  readonly hasKeys: boolean;
};

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export type ShellProps = ShellFacts & {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly actions: {
    /** Receives `locale`. */
    readonly setLocale: FormAction;
    /** Receives `theme`: system, light or dark. */
    readonly setTheme: FormAction;
    readonly signOut: FormAction;
  };
};
