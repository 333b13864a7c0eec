import { useLocale, useTranslations } from "next-intl";
import type { MessageKind } from "@/lib/features/applications/types";
import { formatInstant } from "@/lib/i18n/format";
import { Timeline } from "../ui/timeline";

type Message = { kind: MessageKind; text: string; at: string; author?: string | null };

/** Questions and answers, oldest first. */
export function Conversation({ messages, empty }: { messages: readonly Message[]; empty: string }) {
  const t = useTranslations("applications.message");
  const locale = useLocale();
  if (messages.length === 0) return <p className="text-sm text-muted">{empty}</p>;
  return (
    <Timeline
      items={messages.map((message) => ({
        at: `${formatInstant(new Date(message.at), locale)}${message.author ? ` · ${message.author}` : ""}`,
        title: t(message.kind),
        body: <p className="whitespace-pre-line text-ink">{message.text}</p>,
      }))}
    />
  );
}
