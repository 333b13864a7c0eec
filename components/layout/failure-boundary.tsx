"use client";

import { catchError, type ErrorInfo } from "next/error";
import type { Failed } from "./failure";
import { FramedFailure } from "./framed-failure";

/**
 * Fails a page inside the portal's frame. It does what an error.tsx does, and comes with the scripts of the layout that
 * draws it: the script of an error.tsx is asked for only when the others run, a whole way to the server later.
 */
export const FailureBoundary = catchError((_: object, { error, retry }: ErrorInfo) => (
  <FramedFailure error={error as Failed["error"]} retry={retry} />
));
