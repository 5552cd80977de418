import { type ImportColumn, type Problem, withoutZeros } from "@/lib/domain/csv-import";
import { email, line, optional } from "@/lib/platform/fields";
import type { PeopleIndex, PersonInWorld } from "./world";

/** How a line names a person: by employee number, by e-mail address, or by both. */
export const NUMBER_COLUMN: ImportColumn = {
  key: "employeeNumber",
  headers: ["社員番号", "Employee number", "従業員番号", "従業員コード", "社員コード", "職員番号", "社員ID"],
  required: false,
};
export const EMAIL_COLUMN: ImportColumn = {
  key: "email",
  headers: ["メールアドレス", "E-mail", "メール", "E-mail address", "Mail"],
  required: false,
};
export const keyFields = { employeeNumber: optional(line(40)), email: optional(email()) };

type Key = { readonly employeeNumber?: string | null; readonly email?: string | null };
type Found = { readonly person: PersonInWorld | null; readonly problems: readonly Problem[] };

const problem = (column: string, code: string, values?: Problem["values"]): Found => ({
  person: null,
  problems: [{ column, code, ...(values && { values }) }],
});

const lookUp = (key: string | null | undefined, people: ReadonlyMap<string, PersonInWorld>) =>
  (key && people.get(key)) || null;

/** Whom the number and the address name; two different people are a problem, as is a number that lost its zeros. */
export function findByKey({ employeeNumber, email: address }: Key, index: PeopleIndex): Found {
  const byNumber = lookUp(employeeNumber, index.byNumber);
  const byEmail = lookUp(address, index.byEmail);
  if (byNumber && byEmail && byNumber !== byEmail) return problem("email", "PersonAmbiguous");
  const alike = byNumber || !employeeNumber ? undefined : index.numbers.get(withoutZeros(employeeNumber));
  if (alike !== undefined) return problem("employeeNumber", "LeadingZeros", { number: alike });
  return { person: byNumber ?? byEmail, problems: [] };
}

/** For a line about somebody who must be there already. */
export function findKnown(key: Key, index: PeopleIndex): Found {
  if (!key.employeeNumber && !key.email) return problem("employeeNumber", "PersonKeyMissing");
  const found = findByKey(key, index);
  return found.person || found.problems.length > 0 ? found : problem("employeeNumber", "PersonUnknown");
}
