import type { ReactNode } from "react";

/** The wall of a room: no navigation, no name of whoever opened it, one screen that is read from the last row. */
export default function RoomLayout({ children }: { children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="mx-auto min-h-dvh max-w-[110rem] p-6 lg:p-12">
      {children}
    </main>
  );
}
