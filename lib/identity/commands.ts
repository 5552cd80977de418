import "server-only";
import type { Caller } from "@/lib/domain/access";
import { acceptPassword, type LinkKind, offerLink, type PasswordOwner } from "@/lib/domain/identity";
import { accept, refuse } from "@/lib/domain/result";
import { type AuditAction, recordEvent } from "@/lib/platform/audit";
import { inTransaction, lockPeople } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { messagesIn } from "@/lib/platform/messages";
import { forgetTries, type Limit, takeTry } from "@/lib/platform/rate-limit";
import { hashToken, isToken } from "@/lib/platform/tokens";
import type { Visitor } from "@/lib/platform/visitor";
import { isCommonPassword } from "./common-passwords";
import { hashPassword, isPasswordOf } from "./password-hash";
import {
  createLink,
  createOrganisation,
  createSession,
  loadAccount,
  loadLink,
  loadLinkPerson,
  loadOwner,
  putPassword,
  spendLink,
} from "./records";
import type { ChangePasswordForm, PasswordByLinkForm, SetUpForm, SignInForm } from "./schema";

const MINUTE = 60;
/** Somebody at one place guessing one account; one account from anywhere; one place guessing any account. */
const HERE: Limit = { name: "sign-in-here", points: 10, seconds: 15 * MINUTE };
const ACCOUNT: Limit = { name: "sign-in-account", points: 100, seconds: 60 * MINUTE };
const ADDRESS: Limit = { name: "sign-in-address", points: 200, seconds: 15 * MINUTE };
const CHANGE: Limit = { name: "change-password", points: 10, seconds: 15 * MINUTE };

const tooManyTries = (waitMs: number) => refuse({ code: "TooManyTries", minutes: Math.ceil(waitMs / 60_000) });

async function takeSignInTry(email: string, address: string): Promise<number | null> {
  return (await takeTry(ADDRESS, address)) ?? (await takeTry(HERE, address, email)) ?? (await takeTry(ACCOUNT, email));
}

/** The same answer, in the same time, whether the address is unknown, the password wrong or the person gone. */
export async function signIn({ email, password, next }: SignInForm, visitor: Visitor) {
  const waitMs = await takeSignInTry(email, visitor.address);
  if (waitMs !== null) {
    log.warn({ event: "SignInLimited" });
    return tooManyTries(waitMs);
  }
  const account = await loadAccount(email, visitor.now);
  const isRight = await isPasswordOf(account?.passwordHash ?? null, password);
  if (!account?.isActive || !isRight) {
    log.warn({ event: "SignInRefused", personId: account?.id ?? null });
    return refuse({ code: "WrongCredentials" });
  }
  await forgetTries(HERE, visitor.address, email);
  return inTransaction(async (tx) => {
    await lockPeople(tx, [account.id]);
    const session = await createSession(tx, account.id, visitor);
    await recordEvent(tx, {
      action: "SignedIn",
      actorId: account.id,
      subjectId: account.id,
      body: { sessionId: session.sessionId, factor: "pwd" },
    });
    return accept({ ...session, personId: account.id, locale: account.locale, next });
  });
}

/** Ends the session that the cookie names, if it still stands. */
export async function signOut(token: string | null) {
  if (token === null || !isToken(token)) return accept({ ended: 0 });
  return inTransaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { tokenHash: hashToken(token) } });
    if (!session) return accept({ ended: 0 });
    const { count } = await tx.session.deleteMany({ where: { id: session.id } });
    if (count === 0) return accept({ ended: 0 });
    const { personId } = session;
    await recordEvent(tx, {
      action: "SignedOut",
      actorId: personId,
      subjectId: personId,
      body: { sessionId: session.id },
    });
    return accept({ ended: 1 });
  });
}

const passwordFor = (password: string, owner: PasswordOwner) => acceptPassword(password, owner, isCommonPassword);

/** An invitation or a reset link, used once: sets the password, ends every session of before, begins one. */
const setPasswordBy =
  (kind: "invitation" | "reset", action: AuditAction) =>
  async ({ token, password }: PasswordByLinkForm, visitor: Visitor) => {
    const person = (await loadLink(token, kind, visitor.now))?.person;
    if (!person || person.deactivatedAt) return refuse({ code: "LinkSpent" });
    const accepted = passwordFor(password, person);
    if (!accepted.ok) return accepted;
    const passwordHash = await hashPassword(accepted.value);

    return inTransaction(async (tx) => {
      await lockPeople(tx, [person.id]);
      if (!(await spendLink(tx, token, kind, visitor.now))) return refuse({ code: "LinkSpent" });
      await putPassword(tx, person.id, passwordHash, visitor.now);
      await tx.session.deleteMany({ where: { personId: person.id } });
      const session = await createSession(tx, person.id, visitor);
      await recordEvent(tx, {
        action,
        actorId: person.id,
        subjectId: person.id,
        body: { sessionId: session.sessionId },
      });
      return accept({ ...session, locale: person.locale });
    });
  };

export const acceptInvitation = setPasswordBy("invitation", "InvitationAccepted");
export const resetPassword = setPasswordBy("reset", "PasswordReset");

/** Link for a person, made by an administrator; shown once. */
const makeLink =
  (kind: Exclude<LinkKind, "setup">, action: AuditAction) =>
  ({ personId }: { personId: string }, { actor, now }: Caller) =>
    inTransaction(async (tx) => {
      await lockPeople(tx, [personId]);
      const offered = offerLink(kind, await loadLinkPerson(tx, personId), actor);
      if (!offered.ok) return offered;
      const { linkId, token, expiresAt } = await createLink(tx, { kind, personId, madeById: actor.id, now });
      await recordEvent(tx, { action, actorId: actor.id, subjectId: personId, body: { linkId } });
      return accept({ link: linkTo(kind, token), expiresAt: expiresAt.toISOString() });
    });

export const makeInvitation = makeLink("invitation", "PersonInvited");
export const makeResetLink = makeLink("reset", "PasswordResetOffered");

const PLACES: Record<LinkKind, string> = { setup: "/set-up", invitation: "/invitation", reset: "/reset" };
const linkTo = (kind: LinkKind, token: string) => `${env().APP_ORIGIN}${PLACES[kind]}/${token}`;

/** The first run: the organisation, its first team and its first administrator. Only while nobody is there. */
export async function setUp(form: SetUpForm, visitor: Visitor) {
  const { now } = visitor;
  if (!(await loadLink(form.token, "setup", now))) return refuse({ code: "LinkSpent" });
  const accepted = passwordFor(form.password, form);
  if (!accepted.ok) return accepted;
  const passwordHash = await hashPassword(accepted.value);
  const grantReason = messagesIn(form.locale).identity.setUpReason;

  return inTransaction(
    async (tx) => {
      if (!(await spendLink(tx, form.token, "setup", now))) return refuse({ code: "LinkSpent" });
      if ((await tx.person.count()) > 0) return refuse({ code: "AlreadySetUp" });
      const { personId, teamId } = await createOrganisation(tx, { form, passwordHash, grantReason, now });
      const session = await createSession(tx, personId, visitor);
      await recordEvent(tx, { action: "OrganisationSetUp", actorId: personId, subjectId: personId, body: { teamId } });
      return accept({ ...session, locale: form.locale });
    },
    { onDuplicate: () => refuse({ code: "AlreadySetUp" }) },
  );
}

/** The link that the host's console prints on the first run. Nobody is asked who they are: who reads the console owns the host. */
export const makeSetUpLink = (now: Date) =>
  inTransaction(async (tx) => {
    if ((await tx.person.count()) > 0) return refuse({ code: "AlreadySetUp" });
    const { linkId, token } = await createLink(tx, { kind: "setup", personId: null, madeById: null, now });
    await recordEvent(tx, { action: "SetUpOffered", actorId: "system", subjectId: linkId, body: {} });
    return accept({ link: linkTo("setup", token) });
  });

/** A way back in for an administrator, from the host's console only. */
export const makeResetLinkFromHost = ({ email }: { email: string }, now: Date) =>
  inTransaction(async (tx) => {
    const where = { email, deactivatedAt: null, grants: { some: { capacity: "admin", endedAt: null } } } as const;
    const person = await tx.person.findFirst({ where, select: { id: true } });
    if (!person) return refuse({ code: "NotFound" });
    const { linkId, token } = await createLink(tx, { kind: "reset", personId: person.id, madeById: null, now });
    await recordEvent(tx, {
      action: "PasswordResetOffered",
      actorId: "system",
      subjectId: person.id,
      body: { linkId },
    });
    return accept({ link: linkTo("reset", token) });
  });

/** With the password of now; every other session ends, this one goes on under a new cookie. */
export async function changePassword(form: ChangePasswordForm, { actor, now }: Caller, visitor: Visitor) {
  const waitMs = await takeTry(CHANGE, actor.id);
  if (waitMs !== null) return tooManyTries(waitMs);
  const owner = await loadOwner(actor.id);
  if (!(await isPasswordOf(owner.credential?.passwordHash ?? null, form.currentPassword))) {
    return refuse({ code: "WrongCurrentPassword" });
  }
  const accepted = passwordFor(form.password, owner);
  if (!accepted.ok) return accepted;
  const passwordHash = await hashPassword(accepted.value);

  return inTransaction(async (tx) => {
    await lockPeople(tx, [actor.id]);
    await putPassword(tx, actor.id, passwordHash, now);
    const { count } = await tx.session.deleteMany({ where: { personId: actor.id } });
    const session = await createSession(tx, actor.id, visitor);
    await recordEvent(tx, {
      action: "PasswordChanged",
      actorId: actor.id,
      subjectId: actor.id,
      body: { sessionsEnded: count },
    });
    return accept(session);
  });
}

/** Ends one of one's own sessions. */
export const endSession = ({ sessionId }: { sessionId: string }, { actor }: Caller) =>
  inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, personId: actor.id } });
    if (count === 0) return refuse({ code: "NotFound" });
    await recordEvent(tx, { action: "SessionEnded", actorId: actor.id, subjectId: actor.id, body: { sessionId } });
    return accept({ sessionId });
  });

/** Ends every session of one's own but the one that asks. */
export const endOtherSessions = ({ keptId }: { keptId: string }, { actor }: Caller) =>
  inTransaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { personId: actor.id, id: { not: keptId } } });
    await recordEvent(tx, { action: "OtherSessionsEnded", actorId: actor.id, subjectId: actor.id, body: { count } });
    return accept({ count });
  });
