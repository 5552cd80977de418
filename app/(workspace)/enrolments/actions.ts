"use server";

import { endEnrolment, enrolPerson } from "@/lib/enrolment/commands";
import { enrolmentEnd, newEnrolment } from "@/lib/enrolment/schema";
import { defineAction } from "@/lib/platform/action";
import { changeTracks } from "@/lib/tracks/commands";
import { trackForm } from "@/lib/tracks/schema";
import { transferEnrolment } from "@/lib/transfer/commands";
import { transferForm } from "@/lib/transfer/schema";

export const enrolAction = defineAction(newEnrolment, enrolPerson, {
  at: { EnrolledInFuture: "enrolledOn", TracksNeeded: "tracks", TeamIsClosed: "teamId" },
  onDone: () => ({ redirect: "/enrolments", notice: { code: "personEnrolled" } }),
});

export const transferEnrolmentAction = defineAction(transferForm, transferEnrolment, {
  at: {
    TransferToSameTeam: "toTeamId",
    TeamIsClosed: "toTeamId",
    DayInFuture: "movedOn",
    TransferBeforeItBegan: "movedOn",
  },
  onDone: () => ({ redirect: "/enrolments", notice: { code: "enrolmentTransferred" } }),
});

export const endEnrolmentAction = defineAction(enrolmentEnd, endEnrolment, {
  at: { EndsBeforeItBegins: "endedOn", EndsInFuture: "endedOn" },
  onDone: () => ({ redirect: "/enrolments", notice: { code: "enrolmentEnded" } }),
});

export const changeTracksAction = defineAction(trackForm, changeTracks, {
  onDone: () => ({ redirect: "/enrolments", notice: { code: "tracksChanged" } }),
});
