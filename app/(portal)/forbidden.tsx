import { Frame } from "@/components/layout/frame";
import { NoRight } from "@/components/layout/no-right";

export default function PortalForbidden() {
  return (
    <Frame>
      <NoRight />
    </Frame>
  );
}
