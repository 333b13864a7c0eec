import { NoRight } from "@/components/layout/no-right";

/** Inside the alliance's frame, so that the navigation stays. */
export default function AllianceForbidden() {
  return <NoRight />;
}
