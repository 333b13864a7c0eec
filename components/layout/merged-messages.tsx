"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ComponentProps, ReactNode } from "react";

type Messages = NonNullable<ComponentProps<typeof NextIntlClientProvider>["messages"]>;

/** Words of some nouns, as JSON. */
export type Words = { text: string };

/** There are as many texts as sets of nouns that pages name, so this stays small; and each is read once. */
const read = new Map<string, Messages>();

function messagesOf(text: string): Messages {
  const messages = read.get(text) ?? (JSON.parse(text) as Messages);
  read.set(text, messages);
  return messages;
}

/** Adds to the words that the page already has: a provider alone would replace them. */
export function MergedMessages({ words, children }: { words: Words; children: ReactNode }) {
  const inherited = useMessages();
  return (
    <NextIntlClientProvider
      locale={useLocale()}
      messages={{ ...inherited, ...messagesOf(words.text) }}
    >
      {children}
    </NextIntlClientProvider>
  );
}
