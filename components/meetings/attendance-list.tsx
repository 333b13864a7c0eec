import { useTranslations } from "next-intl";
import type { MeetingView } from "@/lib/features/meetings/schema/record";
import { attendanceStatuses } from "@/lib/features/meetings/types";

/** Who was there, by seat; the names are those of the day. */
export function AttendanceList({ lines }: { lines: MeetingView["attendance"] }) {
  const t = useTranslations("meetings");
  const count = (status: (typeof attendanceStatuses)[number]) =>
    lines.filter((line) => line.status === status).length;
  const [present, online, proxy, excused, absent] = attendanceStatuses.map(count);
  return (
    <details>
      <summary className="min-h-6 cursor-pointer tabular-nums">
        {t("attendanceSummary", {
          present: present ?? 0,
          online: online ?? 0,
          proxy: proxy ?? 0,
          excused: excused ?? 0,
          absent: absent ?? 0,
        })}
      </summary>
      <ul className="mt-2 columns-1 gap-6 text-sm md:columns-2">
        {lines.map((line) => (
          <li
            key={line.number}
            className="flex justify-between gap-3 border-b border-line py-1 break-inside-avoid"
          >
            <span className="min-w-0 break-words">
              <span className="mr-2 inline-block w-6 text-right text-muted tabular-nums">
                {line.number}
              </span>
              {line.holderName}
            </span>
            <span className="whitespace-nowrap">{t(`attendanceStatus.${line.status}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
