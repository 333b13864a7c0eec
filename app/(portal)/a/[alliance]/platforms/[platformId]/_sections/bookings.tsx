import { getTranslations } from "next-intl/server";
import { BookForm } from "@/components/platforms/booking-forms";
import { BookingCalendar, BookingItems } from "@/components/platforms/bookings";
import { Fold } from "@/components/ui/fold";
import { Panel } from "@/components/ui/panel";
import { loadBookings } from "@/lib/features/platforms/loaders";
import { listBookingsInput } from "@/lib/features/platforms/schema/bookings";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";

type Props = { alliance: string; platform: PlatformView; from: string | string[] | undefined };

/** Two weeks of what others may use: what is free, who has what, and the form. */
export async function BookingsSection({ alliance, platform, from }: Props) {
  if (!platform.may.bookings || platform.equipment.length === 0) return null;
  const asked = listBookingsInput.safeParse({ platformId: platform.id, from });
  const [t, list] = await Promise.all([
    getTranslations("platforms.booking"),
    loadBookings(alliance, asked.success ? asked.data : { platformId: platform.id }),
  ]);
  if (list.calendar.length === 0) return null;
  const base = `/a/${alliance}/platforms/${platform.id}`;
  return (
    <Panel title={t("title")} description={t("hint")}>
      <div className="flex flex-col gap-4">
        <BookingCalendar list={list} base={base} />
        <BookingItems tenant={alliance} platformId={platform.id} list={list} />
        {list.bookFor.length > 0 && platform.state === "operating" && (
          <Fold label={t("book")}>
            <div className="max-w-md">
              <BookForm tenant={alliance} platformId={platform.id} list={list} />
            </div>
          </Fold>
        )}
      </div>
    </Panel>
  );
}
