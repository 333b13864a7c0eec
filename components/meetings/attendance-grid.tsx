"use client";

import { useTranslations } from "next-intl";
import { memo, use, useRef } from "react";
import { FormContext } from "@/components/forms/context";
import { Fault } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import type { RosterSeat } from "@/lib/features/bodies/schema/roster";
import { type AttendanceStatus, attendanceStatuses } from "@/lib/features/meetings/types";
import { statusName } from "./sitting";

/** Marks all seats at once; the exceptions are marked by hand afterwards. */
function markAll(grid: HTMLElement | null, status: AttendanceStatus) {
  for (const input of grid?.querySelectorAll<HTMLInputElement>(`input[value="${status}"]`) ?? []) {
    input.checked = true;
  }
  grid?.dispatchEvent(new Event("input", { bubbles: true }));
}

function SeatRow({ holder, index }: { holder: RosterSeat; index: number }) {
  const t = useTranslations("meetings");
  const { kept, faults } = use(FormContext);
  const name = statusName(index);
  const fault = faults.get(name);
  const title = t("roster.legend", { number: holder.number, holder: holder.holderName });
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="py-1 pr-2 text-left font-normal">
        <input type="hidden" name={`attendance.${index}.seatId`} value={holder.seatId} />
        <span className="mr-2 inline-block w-6 text-right text-muted tabular-nums">
          {holder.number}
        </span>
        <span className="break-words">{holder.holderName}</span>
        {!holder.eligible && <span className="ml-2 text-sm text-muted">{t("roster.noVote")}</span>}
        {fault && <Fault id={name}>{fault}</Fault>}
      </th>
      {attendanceStatuses.map((status, place) => (
        <td key={status} className="text-center">
          <label className="inline-flex size-9 items-center justify-center">
            <input
              id={place === 0 ? name : undefined}
              type="radio"
              name={name}
              value={status}
              required
              defaultChecked={kept.get(name)?.value === status}
              aria-label={`${title}: ${t(`attendanceStatus.${status}`)}`}
              data-label={title}
              className="size-5 accent-accent"
            />
          </label>
        </td>
      ))}
    </tr>
  );
}

/** One line per seat held on the day. Memoised: it does not change while votes are typed. */
export const AttendanceGrid = memo(function AttendanceGrid({
  holders,
}: {
  holders: readonly RosterSeat[];
}) {
  const t = useTranslations("meetings");
  const grid = useRef<HTMLTableElement>(null);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => markAll(grid.current, "present")}>{t("roster.allPresent")}</Button>
        <Button onClick={() => markAll(grid.current, "absent")}>{t("roster.allAbsent")}</Button>
      </div>
      <div className="relative max-w-3xl overflow-x-auto">
        <table ref={grid} className="w-full border-collapse text-sm">
          <caption className="sr-only">{t("roster.title")}</caption>
          <thead className="border-b border-line">
            <tr>
              <th scope="col" className="py-1 text-left font-medium text-muted">
                {t("column.holder")}
              </th>
              {attendanceStatuses.map((status) => (
                <th
                  key={status}
                  scope="col"
                  className="px-1 font-medium whitespace-nowrap text-muted"
                >
                  {t(`attendanceStatus.${status}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {holders.map((holder, index) => (
              <SeatRow key={holder.seatId} holder={holder} index={index} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
});
