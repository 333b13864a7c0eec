import { type Day, dayIn, dayOf } from "@/lib/kernel/dates";

type Paper = {
  file: {
    evidenceEnd: { kind: "withdrawn" | "expired"; endsOn: Date; reason: string } | null;
  } | null;
  certificate: { state: string; stateSince: Date; reason: string | null } | null;
};
export type Gone = { kind: "withdrawn" | "expired" | "reopened"; endsOn: Day; reason: string };

/**
 * What proved the result and proves it no longer: the paper that has ended, the certificate that was withdrawn, or the
 * acceptance of its project's milestone that was taken back.
 */
export function goneOf(
  { file, certificate }: Paper,
  today: Day,
  timeZone: string,
  reopened?: { at: Date; reason: string },
): Gone | null {
  if (certificate?.state === "withdrawn") {
    const endsOn = dayIn(certificate.stateSince, timeZone);
    return { kind: "withdrawn", endsOn, reason: certificate.reason ?? "" };
  }
  const end = file?.evidenceEnd;
  if (end && dayOf(end.endsOn) <= today) {
    return { kind: end.kind, endsOn: dayOf(end.endsOn), reason: end.reason };
  }
  if (!reopened) return null;
  return { kind: "reopened", endsOn: dayIn(reopened.at, timeZone), reason: reopened.reason };
}
