const MINUTE = 60_000;

/** A session that nobody used for this long is over. */
export const IDLE_MS = 30 * MINUTE;
/** However much it is used, a session ends this long after sign-in. */
export const ABSOLUTE_MS = 12 * 60 * MINUTE;
/** `lastSeenAt` is written at most this often. */
export const SLIDE_MS = MINUTE;
/** More at once and the oldest ends (ASVS 7.1.2). */
export const SESSIONS_PER_PERSON = 10;
/** Reset links and invitations. */
export const RESET_MS = 24 * 60 * MINUTE;
export const INVITATION_MS = 7 * 24 * 60 * MINUTE;
export const SETUP_MS = 24 * 60 * MINUTE;

/** Raised when the text of the purpose of use (messages, namespace `purpose`) changes its meaning: everybody is shown it again. */
export const PURPOSE_VERSION = 1;
