"use client";

export { FramedFailure as default } from "@/components/layout/framed-failure";
