import enAppointments from "@/content/messages/en/appointments.json";
import enAudit from "@/content/messages/en/audit.json";
import enBarriers from "@/content/messages/en/barriers.json";
import enChart from "@/content/messages/en/chart.json";
import enCurriculum from "@/content/messages/en/curriculum.json";
import enDelivery from "@/content/messages/en/delivery.json";
import enDrills from "@/content/messages/en/drills.json";
import enEditions from "@/content/messages/en/editions.json";
import enEnrolments from "@/content/messages/en/enrolments.json";
import enErrors from "@/content/messages/en/errors.json";
import enEventsAudit from "@/content/messages/en/events/audit.json";
import enEventsDrill from "@/content/messages/en/events/drill.json";
import enEventsIdentity from "@/content/messages/en/events/identity.json";
import enEventsManager from "@/content/messages/en/events/manager.json";
import enEventsMentoring from "@/content/messages/en/events/mentoring.json";
import enEventsNotice from "@/content/messages/en/events/notice.json";
import enEventsPeople from "@/content/messages/en/events/people.json";
import enEventsReviews from "@/content/messages/en/events/reviews.json";
import enEventsStanding from "@/content/messages/en/events/standing.json";
import enEventsTraining from "@/content/messages/en/events/training.json";
import enEventsWorkImport from "@/content/messages/en/events/work-import.json";
import enIdentity from "@/content/messages/en/identity.json";
import enImport from "@/content/messages/en/import.json";
import enInbox from "@/content/messages/en/inbox.json";
import enLeave from "@/content/messages/en/leave.json";
import enLocalCurriculum from "@/content/messages/en/local-curriculum.json";
import enMaterials from "@/content/messages/en/materials.json";
import enMentoring from "@/content/messages/en/mentoring.json";
import enMyRecords from "@/content/messages/en/my-records.json";
import enNoticesAudit from "@/content/messages/en/notices/audit.json";
import enNoticesDrill from "@/content/messages/en/notices/drill.json";
import enNoticesIdentity from "@/content/messages/en/notices/identity.json";
import enNoticesInbox from "@/content/messages/en/notices/inbox.json";
import enNoticesManager from "@/content/messages/en/notices/manager.json";
import enNoticesMentoring from "@/content/messages/en/notices/mentoring.json";
import enNoticesPeople from "@/content/messages/en/notices/people.json";
import enNoticesPolicy from "@/content/messages/en/notices/policy.json";
import enNoticesRecords from "@/content/messages/en/notices/records.json";
import enNoticesReviews from "@/content/messages/en/notices/reviews.json";
import enNoticesStanding from "@/content/messages/en/notices/standing.json";
import enNoticesTraining from "@/content/messages/en/notices/training.json";
import enNoticesWorkImport from "@/content/messages/en/notices/work-import.json";
import enNotices from "@/content/messages/en/notices.json";
import enPeople from "@/content/messages/en/people.json";
import enPolicy from "@/content/messages/en/policy.json";
import enProfile from "@/content/messages/en/profile.json";
import enProgress from "@/content/messages/en/progress.json";
import enPurpose from "@/content/messages/en/purpose.json";
import enReadiness from "@/content/messages/en/readiness.json";
import enRebasing from "@/content/messages/en/rebasing.json";
import enRecognition from "@/content/messages/en/recognition.json";
import enRecords from "@/content/messages/en/records.json";
import enRefusalsDelivery from "@/content/messages/en/refusals/delivery.json";
import enRefusalsDrill from "@/content/messages/en/refusals/drill.json";
import enRefusalsIdentity from "@/content/messages/en/refusals/identity.json";
import enRefusalsManager from "@/content/messages/en/refusals/manager.json";
import enRefusalsMentoring from "@/content/messages/en/refusals/mentoring.json";
import enRefusalsPeople from "@/content/messages/en/refusals/people.json";
import enRefusalsPlatform from "@/content/messages/en/refusals/platform.json";
import enRefusalsPolicy from "@/content/messages/en/refusals/policy.json";
import enRefusalsRecords from "@/content/messages/en/refusals/records.json";
import enRefusalsReviews from "@/content/messages/en/refusals/reviews.json";
import enRefusalsSignOff from "@/content/messages/en/refusals/sign-off.json";
import enRefusalsStanding from "@/content/messages/en/refusals/standing.json";
import enRefusalsTraining from "@/content/messages/en/refusals/training.json";
import enRefusalsWorkImport from "@/content/messages/en/refusals/work-import.json";
import enReviews from "@/content/messages/en/reviews.json";
import enRevocation from "@/content/messages/en/revocation.json";
import enRules from "@/content/messages/en/rules.json";
import enSearch from "@/content/messages/en/search.json";
import enSharedEvents from "@/content/messages/en/shared-events.json";
import enShell from "@/content/messages/en/shell.json";
import enSignOff from "@/content/messages/en/sign-off.json";
import enSignedStep from "@/content/messages/en/signed-step.json";
import enTaskBook from "@/content/messages/en/task-book.json";
import enTeams from "@/content/messages/en/teams.json";
import enTracks from "@/content/messages/en/tracks.json";
import enTrainees from "@/content/messages/en/trainees.json";
import enTraining from "@/content/messages/en/training.json";
import enTrainingRecord from "@/content/messages/en/training-record.json";
import enTransfer from "@/content/messages/en/transfer.json";
import enUi from "@/content/messages/en/ui.json";
import enValidation from "@/content/messages/en/validation.json";
import enWorkImport from "@/content/messages/en/work-import.json";
import jaAppointments from "@/content/messages/ja/appointments.json";
import jaAudit from "@/content/messages/ja/audit.json";
import jaBarriers from "@/content/messages/ja/barriers.json";
import jaChart from "@/content/messages/ja/chart.json";
import jaCurriculum from "@/content/messages/ja/curriculum.json";
import jaDelivery from "@/content/messages/ja/delivery.json";
import jaDrills from "@/content/messages/ja/drills.json";
import jaEditions from "@/content/messages/ja/editions.json";
import jaEnrolments from "@/content/messages/ja/enrolments.json";
import jaErrors from "@/content/messages/ja/errors.json";
import jaEventsAudit from "@/content/messages/ja/events/audit.json";
import jaEventsDrill from "@/content/messages/ja/events/drill.json";
import jaEventsIdentity from "@/content/messages/ja/events/identity.json";
import jaEventsManager from "@/content/messages/ja/events/manager.json";
import jaEventsMentoring from "@/content/messages/ja/events/mentoring.json";
import jaEventsNotice from "@/content/messages/ja/events/notice.json";
import jaEventsPeople from "@/content/messages/ja/events/people.json";
import jaEventsReviews from "@/content/messages/ja/events/reviews.json";
import jaEventsStanding from "@/content/messages/ja/events/standing.json";
import jaEventsTraining from "@/content/messages/ja/events/training.json";
import jaEventsWorkImport from "@/content/messages/ja/events/work-import.json";
import jaIdentity from "@/content/messages/ja/identity.json";
import jaImport from "@/content/messages/ja/import.json";
import jaInbox from "@/content/messages/ja/inbox.json";
import jaLeave from "@/content/messages/ja/leave.json";
import jaLocalCurriculum from "@/content/messages/ja/local-curriculum.json";
import jaMaterials from "@/content/messages/ja/materials.json";
import jaMentoring from "@/content/messages/ja/mentoring.json";
import jaMyRecords from "@/content/messages/ja/my-records.json";
import jaNoticesAudit from "@/content/messages/ja/notices/audit.json";
import jaNoticesDrill from "@/content/messages/ja/notices/drill.json";
import jaNoticesIdentity from "@/content/messages/ja/notices/identity.json";
import jaNoticesInbox from "@/content/messages/ja/notices/inbox.json";
import jaNoticesManager from "@/content/messages/ja/notices/manager.json";
import jaNoticesMentoring from "@/content/messages/ja/notices/mentoring.json";
import jaNoticesPeople from "@/content/messages/ja/notices/people.json";
import jaNoticesPolicy from "@/content/messages/ja/notices/policy.json";
import jaNoticesRecords from "@/content/messages/ja/notices/records.json";
import jaNoticesReviews from "@/content/messages/ja/notices/reviews.json";
import jaNoticesStanding from "@/content/messages/ja/notices/standing.json";
import jaNoticesTraining from "@/content/messages/ja/notices/training.json";
import jaNoticesWorkImport from "@/content/messages/ja/notices/work-import.json";
import jaNotices from "@/content/messages/ja/notices.json";
import jaPeople from "@/content/messages/ja/people.json";
import jaPolicy from "@/content/messages/ja/policy.json";
import jaProfile from "@/content/messages/ja/profile.json";
import jaProgress from "@/content/messages/ja/progress.json";
import jaPurpose from "@/content/messages/ja/purpose.json";
import jaReadiness from "@/content/messages/ja/readiness.json";
import jaRebasing from "@/content/messages/ja/rebasing.json";
import jaRecognition from "@/content/messages/ja/recognition.json";
import jaRecords from "@/content/messages/ja/records.json";
import jaRefusalsDelivery from "@/content/messages/ja/refusals/delivery.json";
import jaRefusalsDrill from "@/content/messages/ja/refusals/drill.json";
import jaRefusalsIdentity from "@/content/messages/ja/refusals/identity.json";
import jaRefusalsManager from "@/content/messages/ja/refusals/manager.json";
import jaRefusalsMentoring from "@/content/messages/ja/refusals/mentoring.json";
import jaRefusalsPeople from "@/content/messages/ja/refusals/people.json";
import jaRefusalsPlatform from "@/content/messages/ja/refusals/platform.json";
import jaRefusalsPolicy from "@/content/messages/ja/refusals/policy.json";
import jaRefusalsRecords from "@/content/messages/ja/refusals/records.json";
import jaRefusalsReviews from "@/content/messages/ja/refusals/reviews.json";
import jaRefusalsSignOff from "@/content/messages/ja/refusals/sign-off.json";
import jaRefusalsStanding from "@/content/messages/ja/refusals/standing.json";
import jaRefusalsTraining from "@/content/messages/ja/refusals/training.json";
import jaRefusalsWorkImport from "@/content/messages/ja/refusals/work-import.json";
import jaReviews from "@/content/messages/ja/reviews.json";
import jaRevocation from "@/content/messages/ja/revocation.json";
import jaRules from "@/content/messages/ja/rules.json";
import jaSearch from "@/content/messages/ja/search.json";
import jaSharedEvents from "@/content/messages/ja/shared-events.json";
import jaShell from "@/content/messages/ja/shell.json";
import jaSignOff from "@/content/messages/ja/sign-off.json";
import jaSignedStep from "@/content/messages/ja/signed-step.json";
import jaTaskBook from "@/content/messages/ja/task-book.json";
import jaTeams from "@/content/messages/ja/teams.json";
import jaTracks from "@/content/messages/ja/tracks.json";
import jaTrainees from "@/content/messages/ja/trainees.json";
import jaTraining from "@/content/messages/ja/training.json";
import jaTrainingRecord from "@/content/messages/ja/training-record.json";
import jaTransfer from "@/content/messages/ja/transfer.json";
import jaUi from "@/content/messages/ja/ui.json";
import jaValidation from "@/content/messages/ja/validation.json";
import jaWorkImport from "@/content/messages/ja/work-import.json";
import type { Locale as KnownLocale } from "./format";

/** Every word of the interface, namespace = file name; the files in refusals/ are one namespace, as are those in notices/ and events/. */
const ja = {
  delivery: jaDelivery,
  inbox: jaInbox,
  records: jaRecords,
  mentoring: jaMentoring,
  myRecords: jaMyRecords,
  training: jaTraining,
  trainingRecord: jaTrainingRecord,
  taskBook: jaTaskBook,
  progress: jaProgress,
  audit: jaAudit,
  barriers: jaBarriers,
  chart: jaChart,
  errors: jaErrors,
  events: {
    ...jaEventsDrill,
    ...jaEventsAudit,
    ...jaEventsIdentity,
    ...jaEventsManager,
    ...jaEventsNotice,
    ...jaEventsPeople,
    ...jaEventsReviews,
    ...jaEventsStanding,
    ...jaEventsMentoring,
    ...jaEventsTraining,
    ...jaEventsWorkImport,
  },
  identity: jaIdentity,
  import: jaImport,
  leave: jaLeave,
  notices: {
    ...jaNoticesDrill,
    ...jaNoticesInbox,
    ...jaNoticesManager,
    ...jaNoticesPolicy,
    ...jaNotices,
    ...jaNoticesAudit,
    ...jaNoticesIdentity,
    ...jaNoticesPeople,
    ...jaNoticesReviews,
    ...jaNoticesStanding,
    ...jaNoticesMentoring,
    ...jaNoticesTraining,
    ...jaNoticesWorkImport,
    ...jaNoticesRecords,
  },
  people: jaPeople,
  profile: jaProfile,
  purpose: jaPurpose,
  readiness: jaReadiness,
  policy: jaPolicy,
  materials: jaMaterials,
  tracks: jaTracks,
  localCurriculum: jaLocalCurriculum,
  editions: jaEditions,
  rebasing: jaRebasing,
  enrolments: jaEnrolments,
  recognition: jaRecognition,
  appointments: jaAppointments,
  refusals: {
    ...jaRefusalsDrill,
    ...jaRefusalsDelivery,
    ...jaRefusalsManager,
    ...jaRefusalsPolicy,
    ...jaRefusalsIdentity,
    ...jaRefusalsPlatform,
    ...jaRefusalsPeople,
    ...jaRefusalsReviews,
    ...jaRefusalsMentoring,
    ...jaRefusalsSignOff,
    ...jaRefusalsStanding,
    ...jaRefusalsTraining,
    ...jaRefusalsWorkImport,
    ...jaRefusalsRecords,
  },
  reviews: jaReviews,
  shell: jaShell,
  signOff: jaSignOff,
  signedStep: jaSignedStep,
  teams: jaTeams,
  trainees: jaTrainees,
  transfer: jaTransfer,
  ui: jaUi,
  curriculum: jaCurriculum,
  revocation: jaRevocation,
  drills: jaDrills,
  sharedEvents: jaSharedEvents,
  rules: jaRules,
  search: jaSearch,
  validation: jaValidation,
  workImport: jaWorkImport,
};

const en = {
  delivery: enDelivery,
  inbox: enInbox,
  records: enRecords,
  mentoring: enMentoring,
  myRecords: enMyRecords,
  training: enTraining,
  trainingRecord: enTrainingRecord,
  taskBook: enTaskBook,
  progress: enProgress,
  audit: enAudit,
  barriers: enBarriers,
  chart: enChart,
  errors: enErrors,
  events: {
    ...enEventsDrill,
    ...enEventsAudit,
    ...enEventsIdentity,
    ...enEventsManager,
    ...enEventsNotice,
    ...enEventsPeople,
    ...enEventsReviews,
    ...enEventsStanding,
    ...enEventsMentoring,
    ...enEventsTraining,
    ...enEventsWorkImport,
  },
  identity: enIdentity,
  import: enImport,
  leave: enLeave,
  notices: {
    ...enNoticesDrill,
    ...enNoticesInbox,
    ...enNoticesManager,
    ...enNoticesPolicy,
    ...enNotices,
    ...enNoticesAudit,
    ...enNoticesIdentity,
    ...enNoticesPeople,
    ...enNoticesReviews,
    ...enNoticesStanding,
    ...enNoticesMentoring,
    ...enNoticesTraining,
    ...enNoticesWorkImport,
    ...enNoticesRecords,
  },
  people: enPeople,
  profile: enProfile,
  purpose: enPurpose,
  readiness: enReadiness,
  policy: enPolicy,
  materials: enMaterials,
  tracks: enTracks,
  localCurriculum: enLocalCurriculum,
  editions: enEditions,
  rebasing: enRebasing,
  enrolments: enEnrolments,
  recognition: enRecognition,
  appointments: enAppointments,
  refusals: {
    ...enRefusalsDrill,
    ...enRefusalsDelivery,
    ...enRefusalsManager,
    ...enRefusalsPolicy,
    ...enRefusalsIdentity,
    ...enRefusalsPlatform,
    ...enRefusalsPeople,
    ...enRefusalsReviews,
    ...enRefusalsMentoring,
    ...enRefusalsSignOff,
    ...enRefusalsStanding,
    ...enRefusalsTraining,
    ...enRefusalsWorkImport,
    ...enRefusalsRecords,
  },
  reviews: enReviews,
  shell: enShell,
  signOff: enSignOff,
  signedStep: enSignedStep,
  teams: enTeams,
  trainees: enTrainees,
  transfer: enTransfer,
  ui: enUi,
  curriculum: enCurriculum,
  revocation: enRevocation,
  drills: enDrills,
  sharedEvents: enSharedEvents,
  rules: enRules,
  search: enSearch,
  validation: enValidation,
  workImport: enWorkImport,
};

export type Locale = KnownLocale;
export type Messages = typeof ja;

/** Japanese is the type of truth; a key that only one language has does not compile. */
const MESSAGES = { ja, en } satisfies Record<Locale, typeof ja & typeof en>;

export const messagesIn = (locale: Locale): Messages => MESSAGES[locale];
