import { env } from "@/lib/platform/env";
import { answerInFront } from "@/lib/platform/rest/front";
import { restHandler } from "@/lib/platform/rest/handler";
import { words } from "../../words";
import { operations } from "../operations";

const handle = restHandler(operations, words);
answerInFront(handle, () => env().NODE_ENV !== "development");

type Context = { params: Promise<{ path: string[] }> };

const answer = async (request: Request, { params }: Context) =>
  handle(request, (await params).path);

export const GET = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
