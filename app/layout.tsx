import "./styles/index.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { MarkDefs } from "@/components/ui/mark-defs";
import { getTranslations } from "@/lib/platform/words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { template: `%s | ${t("title")}`, default: t("title") },
    description: t("description"),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** Every page is made at its request: only so does each script carry the nonce of its answer. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const theme = (await cookies()).get("theme")?.value;
  const isChosen = theme === "light" || theme === "dark";
  return (
    <html lang={await getLocale()} {...(isChosen && { "data-theme": theme })}>
      <body>
        <MarkDefs />
        {children}
      </body>
    </html>
  );
}
