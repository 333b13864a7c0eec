import { notFound } from "next/navigation";
import { loadMeeting } from "@/lib/features/meetings/loaders";
import { getMeetingInput } from "@/lib/features/meetings/schema/record";
import { Overview } from "./_sections/overview";
import { Recorded } from "./_sections/recorded";

type Props = { params: Promise<{ alliance: string; meetingId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, meetingId } = await params;
  const input = getMeetingInput.safeParse({ meetingId });
  if (!input.success) notFound();
  return { alliance, meeting: await loadMeeting(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).meeting.title };
}

/** A meeting held on paper is its record; any other is prepared, held and read here. */
export default async function MeetingPage({ params }: Props) {
  const { alliance, meeting } = await load(params);
  return meeting.recordOnly ? (
    <Recorded alliance={alliance} meeting={meeting} />
  ) : (
    <Overview alliance={alliance} meetingId={meeting.id} />
  );
}
