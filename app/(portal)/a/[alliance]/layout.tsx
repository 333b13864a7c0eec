import type { ReactNode } from "react";
import { AllianceNav } from "@/app/_sections/alliance-nav";
import { Frame } from "@/components/layout/frame";

type Props = { params: Promise<{ alliance: string }>; children: ReactNode };

/** An alliance that is missing or not to be known of is not found here, before any of its pages is asked. */
export default async function AllianceLayout({ params, children }: Props) {
  const { alliance } = await params;
  return <Frame nav={<AllianceNav slug={alliance} />}>{children}</Frame>;
}
