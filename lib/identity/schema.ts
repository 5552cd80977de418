import { z } from "zod";
import { isReading, normaliseReading } from "@/lib/domain/person";
import { choice, email, is, line, password, uuid } from "@/lib/platform/fields";
import { safePath } from "@/lib/platform/safe-path";

/** The token of a one-time link: anything else is a link that does not work, not an error of the form. */
const linkToken = z.string().max(200).catch("");

export const signInForm = z.object({
  email: email(),
  password: password(),
  next: z.string().optional().transform(safePath),
});

const newPassword = { password: password(), passwordAgain: password() };
const typedTwice = ({ password: first, passwordAgain }: { password: string; passwordAgain: string }) =>
  first === passwordAgain;
const SAME = { error: is("notTheSame"), path: ["passwordAgain"] };

/** What is wrong with a new password is said at its first field. */
export const atPassword = {
  PasswordTooShort: "password",
  PasswordTooLong: "password",
  PasswordPersonal: "password",
  PasswordCommon: "password",
} as const;

export const passwordByLinkForm = z.object({ token: linkToken, ...newPassword }).refine(typedTwice, SAME);

export const setUpForm = z
  .object({
    token: linkToken,
    organisationJa: line(),
    organisationEn: line(),
    teamJa: line(),
    teamEn: line(),
    name: line(),
    reading: line()
      .overwrite(normaliseReading)
      .refine(isReading, { error: is("notAReading") }),
    latinName: line(),
    email: email(),
    locale: choice(["ja", "en"]),
    ...newPassword,
  })
  .refine(typedTwice, SAME);

export const changePasswordForm = z.object({ currentPassword: password(), ...newPassword }).refine(typedTwice, SAME);

export const noFields = z.object({});
export const sessionKey = z.object({ sessionId: uuid() });

export type SignInForm = z.output<typeof signInForm>;
export type SetUpForm = z.output<typeof setUpForm>;
export type PasswordByLinkForm = z.output<typeof passwordByLinkForm>;
export type ChangePasswordForm = z.output<typeof changePasswordForm>;
