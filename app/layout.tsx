import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { alwaysThere, ClientMessages } from "@/components/layout/client-messages";
import { densityCookie, isCompact, isTheme, themeCookie } from "@/lib/i18n/theme";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { template: `%s · ${t("product")}`, default: t("product") },
    description: t("productDescription"),
    icons: "/icon.svg",
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("common");
  const jar = await cookies();
  const theme = jar.get(themeCookie)?.value;
  const density = jar.get(densityCookie)?.value;
  return (
    <html
      lang={await getLocale()}
      className={isTheme(theme) ? theme : undefined}
      data-density={isCompact(density) ? density : undefined}
    >
      <body className="font-sans antialiased">
        <a
          href="#content"
          className="sr-only no-underline focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded focus:border focus:border-accent focus:bg-surface focus:px-3 focus:py-2"
        >
          {t("skipToContent")}
        </a>
        <NextIntlClientProvider messages={{}}>
          <ClientMessages namespaces={alwaysThere}>{children}</ClientMessages>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
