"use client";

import { type Failed, Failure } from "./failure";
import { Frame } from "./frame";

/** A failed page of a part that has no frame of its own to fail in. */
export const FramedFailure = (failed: Failed) => (
  <Frame>
    <Failure {...failed} />
  </Frame>
);
