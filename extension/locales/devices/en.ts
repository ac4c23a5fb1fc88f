import type { Message } from "../catalogue.ts";

/** A person's own devices, the paper key, coming back with it, and an owner's key that does not fit. */
export const devices = {
  "problem.badEpoch":
    "{who} gave the desk a key that does not fit on this device, so nothing comes or goes. Your work is kept here. Ask another owner to renew the key, and to decide whether {who} stays.",
  "problem.badEpochOwner":
    "{who} gave the desk a key that does not fit on this device, so nothing comes or goes. Nothing is lost. Renew the key; if this was no mistake, remove {who} from the desk first.",
  "failure.paperKey":
    "This is not the paper key as it was printed. Nothing was sent. Compare it with the page and correct it.",
  "removed.what": "Export it, or remove it here",
  "removed.unsent": {
    one: "{n} change made here did not reach the others; an export has it.",
    other: "{n} changes made here did not reach the others; an export has them.",
  },
  "devices.title": "Your devices",
  "devices.why": "All of them are you: one name, one role, the same work.",
  "devices.this": "this browser",
  "devices.since": "since {time}",
  "devices.unnamed": "A browser",
  "devices.count": { one: "{n} device", other: "{n} devices" },
  "devices.removeTitle": "Remove {device} from the desk?",
  "devices.removeWhat":
    "For a device that was lost or given away. It is shown nothing new from then on, and the desk gets a new key. What it holds stays on it, and what it has not sent yet is lost to the desk.",
  "devices.removePaper":
    "Your paper key was made on it. If somebody else has the device now, make a new paper key: the old one then opens nothing.",
  "devices.add": "Add another browser",
  "devices.link": "For your other browser. It works once, until {time}",
  "devices.care":
    "Open Sidedesk there, choose “Join with a link” and paste it. Give it to nobody: whoever opens it is you on this desk.",
  "devices.name": "Name of this device",
  "devices.become": "This browser becomes one of {name}’s devices.",
  "qr.label": "QR code of the link",
  "paper.title": "Paper key",
  "paper.why": "If all your devices are lost, a printed page brings you back to this desk.",
  "paper.whyAlone":
    "You are this desk’s only owner. If all your devices are lost, nobody can let you in again but this printed page.",
  "paper.make": "Make a paper key",
  "paper.again": "Make a new one",
  "paper.againWhat": "The one before then opens nothing any more.",
  "paper.madeAt": "Made {time} on: {device}",
  "paper.withdraw": "Withdraw the paper key",
  "paper.withdrawn": "The paper key opens nothing any more.",
  "paper.wanted":
    "If this device is lost, so is your way to this desk. A printed paper key brings you back; it takes a minute.",
  "paper.later": "Later",
  "paper.page": "Sidedesk paper key",
  "paper.desk": "Desk",
  "paper.person": "For",
  "paper.server": "Server",
  "paper.fingerprint": "Fingerprint",
  "paper.date": "Made",
  "paper.characters": "Paper key",
  "paper.what":
    "With this page you come back to the desk on any computer. Whoever holds it reads the whole desk in your name: keep it like a passport, and not beside the computer.",
  "paper.step1": "Install Sidedesk and open it.",
  "paper.step2":
    "Choose “I have a paper key”, and type the server and the characters; capitals and dashes do not matter.",
  "paper.step3": "Compare the desk’s name and fingerprint with this page.",
  "paper.step4":
    "Then remove the devices that are lost, under Members in the settings. If somebody else has seen this page, make a new one.",
  "paper.print": "Print",
  "paper.done": "Done",
  "paper.once": "It is shown only now: Sidedesk keeps no copy.",
  "restore.choose": "I have a paper key",
  "restore.key": "The characters on the page",
  "restore.groups": "Look again at group {groups}: it is not as printed.",
  "restore.it": "Restore the desk",
  "restore.back": "You come back as {name}.",
  "restore.compare": "Compare these digits with the page:",
} as const satisfies Record<string, Message>;
