"use client";

import { Failure } from "@/components/layout/failure";
import { Frame } from "@/components/layout/frame";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function RootFailure({ error, retry }: Props) {
  return (
    <Frame>
      <Failure digest={error.digest} retry={retry} />
    </Frame>
  );
}
