import type { Messages } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { faultsAtHand } from "../forms/check";
import { MergedMessages, type Words } from "./merged-messages";

type Namespace = keyof Messages;

/**
 * The words that every client component may use; the root layout sends them once. Of the fields' faults these are only
 * those that a form finds by itself: the others, and all refusals, come with the first answer that needs them.
 */
export const alwaysThere = ["common", "fields", "errors"] as const;

const partOf = (messages: Messages, namespace: Namespace) =>
  namespace === "fields"
    ? Object.fromEntries(faultsAtHand.map((one) => [one, messages.fields[one]]))
    : messages[namespace];

/** By the messages themselves, which are another object when they change under the development server. */
const made = new WeakMap<Messages, Map<string, Words>>();

/**
 * The words of these nouns as one text, made once: as an object they would be walked key by key for every page. In a
 * frame that is the same one each time, so that a page on which they are named sixty times holds them once.
 */
function wordsOf(messages: Messages, namespaces: readonly Namespace[]): Words {
  const words = made.get(messages) ?? new Map<string, Words>();
  made.set(messages, words);
  const name = namespaces.join();
  const found = words.get(name) ?? {
    text: JSON.stringify(Object.fromEntries(namespaces.map((one) => [one, partOf(messages, one)]))),
  };
  words.set(name, found);
  return found;
}

/** Sends the words of these nouns to the browser, and no others: every word is weight of the document. */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  return (
    <MergedMessages words={wordsOf(await getMessages(), namespaces)}>{children}</MergedMessages>
  );
}
