import "server-only";
import type { PolicyDefinition } from "@/lib/content/schema";
import type { PolicyValue, PolicyValues } from "@/lib/domain/policy";
import { db, type Tx } from "@/lib/platform/db";
import { policyMisfit } from "./schema";

/** What the organisation set for a parameter, as it stands on a day. */
export type SettingRow = { readonly code: string; readonly value: unknown };

/** For each parameter the setting that holds on the day: the latest day, and of one day the one set last. One statement. */
export const loadSettingsOn = (on: string, tx: Tx = db()): Promise<SettingRow[]> =>
  tx.$queryRaw<SettingRow[]>`
    select distinct on (code) code, value from "PolicySetting"
     where "holdsFrom" <= ${on}::date
     order by code, "holdsFrom" desc, "setAt" desc, id desc`;

export type SettingHistoryRow = {
  readonly id: string;
  readonly code: string;
  readonly value: unknown;
  readonly holdsFrom: string;
  readonly reason: string;
  readonly setAt: Date;
  readonly setBy: { readonly id: string; readonly name: string; readonly latinName: string } | null;
};

/** Every setting of every parameter, newest first. One statement. */
export const loadHistory = (): Promise<SettingHistoryRow[]> =>
  db().$queryRaw<SettingHistoryRow[]>`
    select s.id, s.code, s.value, to_char(s."holdsFrom", 'YYYY-MM-DD') as "holdsFrom", s.reason, s."setAt",
           case when p.id is null then null
                else json_build_object('id', p.id, 'name', p.name, 'latinName', p."latinName") end as "setBy"
      from "PolicySetting" s left join "Person" p on p.id = s."setById"
     order by s.code, s."holdsFrom" desc, s."setAt" desc, s.id desc`;

/** Our defaults with what the organisation set laid over them. A setting that no longer fits its parameter is left out. */
export function valuesOf(definitions: readonly PolicyDefinition[], settings: readonly SettingRow[]): PolicyValues {
  const set = new Map(settings.map(({ code, value }) => [code, value]));
  return Object.fromEntries(
    definitions.map((definition) => {
      const value = set.get(definition.code);
      return [definition.code, isValue(definition, value) ? value : definition.default];
    }),
  );
}

const isValue = ({ type }: PolicyDefinition, value: unknown): value is PolicyValue =>
  policyMisfit(type, value) === null;
