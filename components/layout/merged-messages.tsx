"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

type Messages = ComponentProps<typeof NextIntlClientProvider>["messages"];

/** Adds to the words that the page already has: a provider alone would replace them. */
export function MergedMessages({
  messages,
  children,
}: {
  messages: Messages;
  children: ReactNode;
}) {
  const inherited = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} messages={{ ...inherited, ...messages }}>
      {children}
    </NextIntlClientProvider>
  );
}
