import { ClientMessages } from "@/components/layout/client-messages";
import { ItemVotesPanel } from "@/components/votes/item-votes";
import { loadMeetingVotes } from "@/lib/features/votes/loaders";

type Props = {
  alliance: string;
  meetingId: string;
  itemId: string;
  view: "console" | "room" | "me" | "record";
};

/** The votes of one item. All items of a page share one question to the database. */
export async function ItemVotes({ alliance, meetingId, itemId, view }: Props) {
  const { items, meeting, may } = await loadMeetingVotes(alliance, { meetingId });
  const given = items.find(({ item }) => item.id === itemId);
  if (!given) return null;
  return (
    <ClientMessages namespaces={["votes"]}>
      <ItemVotesPanel
        tenant={alliance}
        meetingId={meetingId}
        meeting={meeting}
        given={given}
        may={may}
        view={view}
      />
    </ClientMessages>
  );
}
