import { openSecrets } from "./secrets.mjs";

/** What the app is told. The owner's address is not in it: the app cannot migrate, nor touch the audit. */
export function appEnvironment({ folder, appUrl, origin }) {
  const { appSecret, actionsKey } = openSecrets(folder);
  return {
    DATABASE_URL: appUrl,
    APP_ORIGIN: origin,
    SODATE_DATA: folder,
    SODATE_SECRET: process.env.SODATE_SECRET || appSecret,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: process.env.SODATE_SECRET || appSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || actionsKey,
  };
}

/** What a script on the host is told: it may also migrate. */
export const scriptEnvironment = ({ ownerUrl, ...rest }) => ({
  ...appEnvironment(rest),
  MIGRATE_DATABASE_URL: ownerUrl,
});
