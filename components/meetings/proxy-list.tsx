import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { LiveMeeting } from "@/lib/features/meetings/schema/live";
import { ProxySteps } from "./seat-forms";

/** The letters of the meeting. */
export function ProxyList({
  tenant,
  meeting,
  accepts,
}: {
  tenant: string;
  meeting: LiveMeeting;
  accepts: boolean;
}) {
  const t = useTranslations("meetings.proxy");
  const nameOf = (seatId: string) => {
    const seat = meeting.seats.find((one) => one.seatId === seatId);
    return `${seat?.number ?? ""} ${seat?.holderName ?? ""}`;
  };
  if (meeting.proxies.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {meeting.proxies.map((proxy) => (
        <li key={proxy.id} className="flex flex-col gap-1 py-2">
          <span className="text-sm">
            {t("line", {
              principal: nameOf(proxy.principalSeatId),
              holder: nameOf(proxy.holderSeatId),
            })}{" "}
            <Badge tone={proxy.state === "active" || proxy.state === "accepted" ? "ok" : "neutral"}>
              {t(`state.${proxy.state}`)}
            </Badge>
          </span>
          {proxy.letterFileId && meeting.may.prepare && (
            <a
              href={`/api/files/${tenant}/${proxy.letterFileId}`}
              className="inline-block min-h-6 text-sm"
            >
              {t("letter")}
            </a>
          )}
          <ProxySteps
            tenant={tenant}
            proxy={proxy}
            accepts={accepts}
            own={meeting.mine.some((seat) => seat.seatId === proxy.principalSeatId)}
          />
        </li>
      ))}
    </ul>
  );
}
