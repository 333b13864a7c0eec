import { NothingHere } from "@/components/layout/nothing-here";

/** Inside the alliance's frame, so that the navigation stays. */
export default function AllianceNotFound() {
  return <NothingHere />;
}
