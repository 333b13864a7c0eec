import { Frame } from "@/components/layout/frame";
import { NothingHere } from "@/components/layout/nothing-here";

export default function PortalNotFound() {
  return (
    <Frame>
      <NothingHere />
    </Frame>
  );
}
