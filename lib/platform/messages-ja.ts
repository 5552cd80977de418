import appointments from "@/content/messages/ja/appointments.json";
import audit from "@/content/messages/ja/audit.json";
import barriers from "@/content/messages/ja/barriers.json";
import chart from "@/content/messages/ja/chart.json";
import curriculum from "@/content/messages/ja/curriculum.json";
import delivery from "@/content/messages/ja/delivery.json";
import drills from "@/content/messages/ja/drills.json";
import editions from "@/content/messages/ja/editions.json";
import enrolments from "@/content/messages/ja/enrolments.json";
import errors from "@/content/messages/ja/errors.json";
import eventsAudit from "@/content/messages/ja/events/audit.json";
import eventsDrill from "@/content/messages/ja/events/drill.json";
import eventsIdentity from "@/content/messages/ja/events/identity.json";
import eventsManager from "@/content/messages/ja/events/manager.json";
import eventsMentoring from "@/content/messages/ja/events/mentoring.json";
import eventsNotice from "@/content/messages/ja/events/notice.json";
import eventsPeople from "@/content/messages/ja/events/people.json";
import eventsReviews from "@/content/messages/ja/events/reviews.json";
import eventsStanding from "@/content/messages/ja/events/standing.json";
import eventsTraining from "@/content/messages/ja/events/training.json";
import eventsWorkImport from "@/content/messages/ja/events/work-import.json";
import identity from "@/content/messages/ja/identity.json";
import imports from "@/content/messages/ja/import.json";
import inbox from "@/content/messages/ja/inbox.json";
import leave from "@/content/messages/ja/leave.json";
import localCurriculum from "@/content/messages/ja/local-curriculum.json";
import materials from "@/content/messages/ja/materials.json";
import mentoring from "@/content/messages/ja/mentoring.json";
import myRecords from "@/content/messages/ja/my-records.json";
import noticesAudit from "@/content/messages/ja/notices/audit.json";
import noticesDrill from "@/content/messages/ja/notices/drill.json";
import noticesIdentity from "@/content/messages/ja/notices/identity.json";
import noticesInbox from "@/content/messages/ja/notices/inbox.json";
import noticesManager from "@/content/messages/ja/notices/manager.json";
import noticesMentoring from "@/content/messages/ja/notices/mentoring.json";
import noticesPeople from "@/content/messages/ja/notices/people.json";
import noticesPolicy from "@/content/messages/ja/notices/policy.json";
import noticesRecords from "@/content/messages/ja/notices/records.json";
import noticesReviews from "@/content/messages/ja/notices/reviews.json";
import noticesStanding from "@/content/messages/ja/notices/standing.json";
import noticesTraining from "@/content/messages/ja/notices/training.json";
import noticesWorkImport from "@/content/messages/ja/notices/work-import.json";
import notices from "@/content/messages/ja/notices.json";
import people from "@/content/messages/ja/people.json";
import policy from "@/content/messages/ja/policy.json";
import profile from "@/content/messages/ja/profile.json";
import progress from "@/content/messages/ja/progress.json";
import purpose from "@/content/messages/ja/purpose.json";
import readiness from "@/content/messages/ja/readiness.json";
import reading from "@/content/messages/ja/reading.json";
import rebasing from "@/content/messages/ja/rebasing.json";
import recognition from "@/content/messages/ja/recognition.json";
import records from "@/content/messages/ja/records.json";
import refusalsDelivery from "@/content/messages/ja/refusals/delivery.json";
import refusalsDrill from "@/content/messages/ja/refusals/drill.json";
import refusalsIdentity from "@/content/messages/ja/refusals/identity.json";
import refusalsManager from "@/content/messages/ja/refusals/manager.json";
import refusalsMentoring from "@/content/messages/ja/refusals/mentoring.json";
import refusalsPeople from "@/content/messages/ja/refusals/people.json";
import refusalsPlatform from "@/content/messages/ja/refusals/platform.json";
import refusalsPolicy from "@/content/messages/ja/refusals/policy.json";
import refusalsRecords from "@/content/messages/ja/refusals/records.json";
import refusalsReviews from "@/content/messages/ja/refusals/reviews.json";
import refusalsSignOff from "@/content/messages/ja/refusals/sign-off.json";
import refusalsStanding from "@/content/messages/ja/refusals/standing.json";
import refusalsTraining from "@/content/messages/ja/refusals/training.json";
import refusalsWorkImport from "@/content/messages/ja/refusals/work-import.json";
import reviews from "@/content/messages/ja/reviews.json";
import revocation from "@/content/messages/ja/revocation.json";
import rules from "@/content/messages/ja/rules.json";
import search from "@/content/messages/ja/search.json";
import sharedEvents from "@/content/messages/ja/shared-events.json";
import shell from "@/content/messages/ja/shell.json";
import signOff from "@/content/messages/ja/sign-off.json";
import signedStep from "@/content/messages/ja/signed-step.json";
import targetDate from "@/content/messages/ja/target-date.json";
import taskBook from "@/content/messages/ja/task-book.json";
import teams from "@/content/messages/ja/teams.json";
import tracks from "@/content/messages/ja/tracks.json";
import trainees from "@/content/messages/ja/trainees.json";
import training from "@/content/messages/ja/training.json";
import trainingRecord from "@/content/messages/ja/training-record.json";
import transfer from "@/content/messages/ja/transfer.json";
import ui from "@/content/messages/ja/ui.json";
import validation from "@/content/messages/ja/validation.json";
import workImport from "@/content/messages/ja/work-import.json";

/** Every word of the interface in Japanese, namespace = file name; the files in refusals/ are one namespace, as are those in notices/ and events/. */
export const ja = {
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
