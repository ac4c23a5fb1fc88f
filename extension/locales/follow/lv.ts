import type { Follow } from "./follow.ts";

export const follow: Follow = {
  "follow.title": "Kas tālāk",
  "follow.task": "Turpmākais uzdevums",
  "follow.message": "Pierakstīt ziņu",
  "follow.from": "No: {title}",
  "again.as": "Arī kā:",
  "keys.again": "atgriezt pēdējo saglabāto rindu",
  "keys.followUp": "izveidot turpmāko uzdevumu",
  "keys.passOn": "pierakstīt ziņu no zvana",
};
