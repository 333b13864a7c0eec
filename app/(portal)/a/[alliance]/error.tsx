"use client";

// Inside the alliance's frame, so that the navigation stays.
export { Failure as default } from "@/components/layout/failure";
