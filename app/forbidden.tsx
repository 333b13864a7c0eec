import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "@/components/layout/frame";
import { NoRight } from "@/components/layout/no-right";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.failure"))("forbidden") };
}

export default function Forbidden() {
  return (
    <Frame>
      <NoRight />
    </Frame>
  );
}
