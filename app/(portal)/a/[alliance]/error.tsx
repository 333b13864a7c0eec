"use client";

import { Failure } from "@/components/layout/failure";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** Inside the alliance's frame, so that the navigation stays. */
export default function AllianceFailure({ error, retry }: Props) {
  return <Failure digest={error.digest} retry={retry} />;
}
