import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { chooseOwnLanguage, updateOwnProfile } from "./commands";
import { readOwnProfile } from "./queries";
import { chooseLanguageInput, done, nothing, profileOutput, updateProfileInput } from "./schema";

export const readProfileQuery = defineQuery({
  id: "profile.read",
  place: "platform",
  path: "/me",
  summary: "The caller's own person, account and roles",
  permission: permission("profile.own"),
  input: nothing,
  output: profileOutput,
  run: readOwnProfile,
});

export const updateProfileCommand = defineCommand({
  id: "profile.update",
  place: "platform",
  method: "PATCH",
  path: "/me",
  summary: "Changes the caller's own title and phone number",
  permission: permission("profile.own"),
  input: updateProfileInput,
  output: done,
  refusals: [],
  run: updateOwnProfile,
});

export const chooseLanguageCommand = defineCommand({
  id: "profile.chooseLanguage",
  place: "platform",
  method: "PUT",
  path: "/me/language",
  summary: "Chooses the language of mail to the caller",
  permission: permission("profile.own"),
  input: chooseLanguageInput,
  output: done,
  refusals: [],
  run: chooseOwnLanguage,
});
