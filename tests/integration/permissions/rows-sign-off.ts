import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { decideRequest } from "@/lib/sign-off/commands";
import type { RequestDecision } from "@/lib/sign-off/schema";
import { findGround } from "@/lib/training/queries";
import { aSignature, aSignOffRequest } from "@/tests/support/practice";
import { tasksDone } from "@/tests/support/training";
import { callerOf, type MatrixWorld, NOW, REASON, type Row, type Rows } from "./row";

/** Misaki has learned all of common education and asks for it to be signed off. */
async function asked(world: MatrixWorld) {
  const { actor, now } = await callerOf(world, "misaki");
  const { editions } = await findGround(actor, now);
  const topics = [...editions.values()].flatMap((edition) => edition.topicsOf("liaison-coordination"));
  await tasksDone(world.enrolments.liaison, topics);
  const request = await aSignOffRequest(world.enrolments.liaison, world.people.misaki, { step: 0 });
  return { request, topics };
}

/** The organisation wants a second signature there, and the mentor has given the first. */
async function askedAndSigned(world: MatrixWorld) {
  const setting = { id: newId(), code: "platform.countersign.step0", value: true, holdsFrom: toDbDay("2024-01-01") };
  await db().policySetting.create({ data: { ...setting, reason: REASON, setById: world.people.shin.id, setAt: NOW } });
  const { request, topics } = await asked(world);
  await aSignature(request, world.people.kenichi);
  return { request, topics };
}

const form = (requestId: string, decision: RequestDecision["decision"]): RequestDecision => ({
  requestId,
  decision,
  comment: "",
  marks: new Map(),
  reasons: [],
});

const SIGNING: Row = {
  on: "Misaki's request, as her mentor",
  runs: ["decideRequest"],
  allowed: ["kenichi"],
  prepare: async (world) => {
    const { request } = await asked(world);
    return (caller) => decideRequest(form(request.id, "signOff"), caller);
  },
};
const COUNTERSIGNING: Row = {
  on: "Misaki's request, as the second to sign",
  runs: ["decideRequest"],
  allowed: ["makoto", "taro"],
  prepare: async (world) => {
    const { request } = await askedAndSigned(world);
    return (caller) => decideRequest(form(request.id, "countersign"), caller);
  },
};
const SENDING_BACK: Row = {
  on: "Misaki's request, sending it back",
  runs: ["decideRequest"],
  allowed: ["kenichi"],
  prepare: async (world) => {
    const { request, topics } = await asked(world);
    const criterionCode = topics[0] ?? "";
    const back = {
      ...form(request.id, "sendBack"),
      marks: new Map([[criterionCode, "back" as const]]),
      reasons: [{ criterionCode, reason: REASON }],
    };
    return (caller) => decideRequest(back, caller);
  },
};

export const SIGN_OFF: Rows = { decideRequestAction: [SIGNING, COUNTERSIGNING, SENDING_BACK] };
