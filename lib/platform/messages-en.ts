import appointments from "@/content/messages/en/appointments.json";
import audit from "@/content/messages/en/audit.json";
import barriers from "@/content/messages/en/barriers.json";
import chart from "@/content/messages/en/chart.json";
import curriculum from "@/content/messages/en/curriculum.json";
import delivery from "@/content/messages/en/delivery.json";
import drills from "@/content/messages/en/drills.json";
import editions from "@/content/messages/en/editions.json";
import enrolments from "@/content/messages/en/enrolments.json";
import errors from "@/content/messages/en/errors.json";
import eventsAudit from "@/content/messages/en/events/audit.json";
import eventsDrill from "@/content/messages/en/events/drill.json";
import eventsIdentity from "@/content/messages/en/events/identity.json";
import eventsManager from "@/content/messages/en/events/manager.json";
import eventsMentoring from "@/content/messages/en/events/mentoring.json";
import eventsNotice from "@/content/messages/en/events/notice.json";
import eventsPeople from "@/content/messages/en/events/people.json";
import eventsReviews from "@/content/messages/en/events/reviews.json";
import eventsStanding from "@/content/messages/en/events/standing.json";
import eventsTraining from "@/content/messages/en/events/training.json";
import eventsWorkImport from "@/content/messages/en/events/work-import.json";
import identity from "@/content/messages/en/identity.json";
import imports from "@/content/messages/en/import.json";
import inbox from "@/content/messages/en/inbox.json";
import leave from "@/content/messages/en/leave.json";
import localCurriculum from "@/content/messages/en/local-curriculum.json";
import materials from "@/content/messages/en/materials.json";
import mentoring from "@/content/messages/en/mentoring.json";
import myRecords from "@/content/messages/en/my-records.json";
import noticesAudit from "@/content/messages/en/notices/audit.json";
import noticesDrill from "@/content/messages/en/notices/drill.json";
import noticesIdentity from "@/content/messages/en/notices/identity.json";
import noticesInbox from "@/content/messages/en/notices/inbox.json";
import noticesManager from "@/content/messages/en/notices/manager.json";
import noticesMentoring from "@/content/messages/en/notices/mentoring.json";
import noticesPeople from "@/content/messages/en/notices/people.json";
import noticesPolicy from "@/content/messages/en/notices/policy.json";
import noticesRecords from "@/content/messages/en/notices/records.json";
import noticesReviews from "@/content/messages/en/notices/reviews.json";
import noticesStanding from "@/content/messages/en/notices/standing.json";
import noticesTraining from "@/content/messages/en/notices/training.json";
import noticesWorkImport from "@/content/messages/en/notices/work-import.json";
import notices from "@/content/messages/en/notices.json";
import people from "@/content/messages/en/people.json";
import policy from "@/content/messages/en/policy.json";
import profile from "@/content/messages/en/profile.json";
import progress from "@/content/messages/en/progress.json";
import purpose from "@/content/messages/en/purpose.json";
import readiness from "@/content/messages/en/readiness.json";
import reading from "@/content/messages/en/reading.json";
import rebasing from "@/content/messages/en/rebasing.json";
import recognition from "@/content/messages/en/recognition.json";
import records from "@/content/messages/en/records.json";
import refusalsDelivery from "@/content/messages/en/refusals/delivery.json";
import refusalsDrill from "@/content/messages/en/refusals/drill.json";
import refusalsIdentity from "@/content/messages/en/refusals/identity.json";
import refusalsManager from "@/content/messages/en/refusals/manager.json";
import refusalsMentoring from "@/content/messages/en/refusals/mentoring.json";
import refusalsPeople from "@/content/messages/en/refusals/people.json";
import refusalsPlatform from "@/content/messages/en/refusals/platform.json";
import refusalsPolicy from "@/content/messages/en/refusals/policy.json";
import refusalsRecords from "@/content/messages/en/refusals/records.json";
import refusalsReviews from "@/content/messages/en/refusals/reviews.json";
import refusalsSignOff from "@/content/messages/en/refusals/sign-off.json";
import refusalsStanding from "@/content/messages/en/refusals/standing.json";
import refusalsTraining from "@/content/messages/en/refusals/training.json";
import refusalsWorkImport from "@/content/messages/en/refusals/work-import.json";
import reviews from "@/content/messages/en/reviews.json";
import revocation from "@/content/messages/en/revocation.json";
import rules from "@/content/messages/en/rules.json";
import search from "@/content/messages/en/search.json";
import sharedEvents from "@/content/messages/en/shared-events.json";
import shell from "@/content/messages/en/shell.json";
import signOff from "@/content/messages/en/sign-off.json";
import signedStep from "@/content/messages/en/signed-step.json";
import targetDate from "@/content/messages/en/target-date.json";
import taskBook from "@/content/messages/en/task-book.json";
import teams from "@/content/messages/en/teams.json";
import tracks from "@/content/messages/en/tracks.json";
import trainees from "@/content/messages/en/trainees.json";
import training from "@/content/messages/en/training.json";
import trainingRecord from "@/content/messages/en/training-record.json";
import transfer from "@/content/messages/en/transfer.json";
import ui from "@/content/messages/en/ui.json";
import validation from "@/content/messages/en/validation.json";
import workImport from "@/content/messages/en/work-import.json";

/** Every word of the interface in English, namespace = file name; the files in refusals/ are one namespace, as are those in notices/ and events/. */
export const en = {
  delivery,
  inbox,
  records,
  mentoring,
  myRecords,
  training,
  trainingRecord,
  taskBook,
  targetDate,
  progress,
  audit,
  barriers,
  chart,
  errors,
  events: {
    ...eventsDrill,
    ...eventsAudit,
    ...eventsIdentity,
    ...eventsManager,
    ...eventsNotice,
    ...eventsPeople,
    ...eventsReviews,
    ...eventsStanding,
    ...eventsMentoring,
    ...eventsTraining,
    ...eventsWorkImport,
  },
  identity,
  import: imports,
  leave,
  notices: {
    ...noticesDrill,
    ...noticesInbox,
    ...noticesManager,
    ...noticesPolicy,
    ...notices,
    ...noticesAudit,
    ...noticesIdentity,
    ...noticesPeople,
    ...noticesReviews,
    ...noticesStanding,
    ...noticesMentoring,
    ...noticesTraining,
    ...noticesWorkImport,
    ...noticesRecords,
  },
  people,
  profile,
  purpose,
  readiness,
  reading,
  policy,
  materials,
  tracks,
  localCurriculum,
  editions,
  rebasing,
  enrolments,
  recognition,
  appointments,
  refusals: {
    ...refusalsDrill,
    ...refusalsDelivery,
    ...refusalsManager,
    ...refusalsPolicy,
    ...refusalsIdentity,
    ...refusalsPlatform,
    ...refusalsPeople,
    ...refusalsReviews,
    ...refusalsMentoring,
    ...refusalsSignOff,
    ...refusalsStanding,
    ...refusalsTraining,
    ...refusalsWorkImport,
    ...refusalsRecords,
  },
  reviews,
  shell,
  signOff,
  signedStep,
  teams,
  trainees,
  transfer,
  ui,
  curriculum,
  revocation,
  drills,
  sharedEvents,
  rules,
  search,
  validation,
  workImport,
};
