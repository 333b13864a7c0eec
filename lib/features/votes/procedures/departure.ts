import { permission } from "@/lib/features/access/policy";
import { defineCommand } from "@/lib/platform/corridor/use-case";
import { departureRefusals, recordDeparture } from "../commands/late-departure";
import { lateDepartureInput, lateDepartureOutput } from "../schema/departure";

export const recordDepartureCommand = defineCommand({
  id: "votes.recordDeparture",
  path: "/alliances/{alliance}/meetings/{meetingId}/departures",
  place: "tenant",
  summary:
    "Notes that somebody left earlier than recorded, and names the votes that this puts in doubt",
  permission: permission("meeting.record_attendance"),
  refusals: departureRefusals,
  input: lateDepartureInput,
  output: lateDepartureOutput,
  run: recordDeparture,
});
