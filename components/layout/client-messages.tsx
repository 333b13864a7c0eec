import type { Messages } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { MergedMessages } from "./merged-messages";

type Namespace = keyof Messages;

/** The words that every client component may use; the root layout sends them once. */
export const alwaysThere = ["common", "fields", "errors", "refusals"] as const;

export const pick = (messages: Messages, namespaces: readonly Namespace[]): Partial<Messages> =>
  Object.fromEntries(namespaces.map((name) => [name, messages[name]]));

/** Sends the words of these nouns to the browser, and no others: every word is weight of the document. */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  return (
    <MergedMessages messages={pick(await getMessages(), namespaces)}>{children}</MergedMessages>
  );
}
