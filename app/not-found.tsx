import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "@/components/layout/frame";
import { NothingHere } from "@/components/layout/nothing-here";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.notFound"))("title") };
}

export default function NotFound() {
  return (
    <Frame>
      <NothingHere />
    </Frame>
  );
}
