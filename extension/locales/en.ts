import { audit } from "./audit/en.ts";
import { backup } from "./backup/en.ts";
import { booking } from "./booking/en.ts";
import type { Message } from "./catalogue.ts";
import { classification } from "./classification/en.ts";
import { delegation } from "./delegation/en.ts";
import { devices } from "./devices/en.ts";
import { everyday } from "./everyday/en.ts";
import { failures } from "./failures/en.ts";
import { follow } from "./follow/en.ts";
import { keys } from "./keys/en.ts";
import { lists } from "./lists/en.ts";
import { lock } from "./lock/en.ts";
import { members } from "./members/en.ts";
import { options } from "./options/en.ts";
import { pieces } from "./pieces/en.ts";
import { presence } from "./presence/en.ts";
import { roles } from "./roles/en.ts";
import { tickets } from "./tickets/en.ts";
import { trouble } from "./trouble/en.ts";

/** The source of all texts of the surfaces. `{name}` is filled in; a plural's forms are chosen by `{n}`. */
export const en = {
  ...failures,
  ...lists,
  ...options,
  ...everyday,
  ...classification,
  ...audit,
  ...backup,
  ...delegation,
  ...lock,
  ...members,
  ...pieces,
  ...presence,
  ...roles,
  ...trouble,
  ...keys,
  ...follow,
  ...devices,
  ...tickets,
  ...booking,

  save: "Save",
  undo: "Undo",
  undone: "Undone",
  close: "Close",
  cancel: "Cancel",
  back: "Back",
  other: "Other…",

  "sync.allSent": "All sent",
  "sync.local": "On this device",
  "sync.connecting": "Connecting",
  "sync.sending": { one: "Sending · {n}", other: "Sending · {n}" },
  "sync.catchingUp": { one: "Catching up · {n}", other: "Catching up · {n}" },
  "sync.offline": "Offline",
  "sync.offlineUnsent": { one: "Offline · {n} to send", other: "Offline · {n} to send" },
  "sync.stopped": "Sync stopped",
  "sync.again": "Try again",
  "sync.now": "Sync now",

  "capture.line": "What happened, in one line",
  "capture.hint": "Name, company, number, for whom, about what, by when",
  "capture.first": "Write it down now: it is kept until you have a desk.",
  "capture.short": "Log a call, message, task…",
  "capture.kind": "Save as",
  "capture.understood": "Understood from the line",
  "capture.unsure": "{field}: a guess, please look",
  "capture.textHint": "What they said, as they said it",
  "capture.kept": "Kept as you type",
  "capture.keeping": "Keeping…",
  "capture.more": "More fields",
  "capture.saved": "Saved",

  "caller.known": "Known caller",
  "caller.calls": { one: "{n} call", other: "{n} calls" },
  "caller.callsLast": { one: "{n} call, last {time}", other: "{n} calls, last {time}" },
  "caller.open": "Open: {title}",

  "sample.banner": "Sample desk: nothing here is real",
  "sample.remove": "Delete for good",

  "onboarding.title": "Welcome to Sidedesk",
  "onboarding.promise":
    "Calls, replies and trips beside your mail. It all stays on this device until you share it, and then only your colleagues can read it.",
  "onboarding.create": "New desk",
  "onboarding.join": "Join with a link",
  "onboarding.deskName": "Name of the desk",
  "onboarding.deskHint": "Board office",
  "onboarding.yourName": "Your name, as colleagues see it",
  "onboarding.you": "Me",
  "onboarding.createIt": "Create desk",
  "onboarding.joinIt": "Join desk",
  "onboarding.link": "Invitation link",
  "onboarding.where": "on {server}",
  "onboarding.until": "valid until {time}",
  "onboarding.compare": "Compare these digits with whoever invited you:",
  "onboarding.sampleWhy": "Just looking? A sample desk shows how a day looks. One press removes it.",
  "onboarding.sample": "Try a sample desk",

  "tab.all": "Parts of the desk",
  "tab.mail": "This mail",
  "tab.queue": "Queue",
  "tab.today": "Today",

  "row.claim": "Take it",
  "row.claimed": "It is yours now",
  "row.released": "Given back to the queue",
  "row.assigned": "With {name}. Take it or give it back",
  "assign.nobody": "Nobody’s yet",
  "assign.given": "Given to {name}",
  "row.conflict": "two decisions",
  "row.late": "{time} late",
  "row.urgent": "urgent",
  "row.done": "Done: {title}",
  "row.ticked": "Done",

  "list.more": { one: "Show {n} more", other: "Show {n} more" },
  "list.tooMany": {
    one: "{n} in all. Search to find the rest.",
    other: "{n} in all. Search to find the rest.",
  },
  "list.unclaimed": "mine + unclaimed",
  "list.filters": "Filters",
  "list.search": "Search",
  "list.new": "New",
  "list.created": "Created",

  "empty.queue": "Nothing waits for you",
  "empty.kind": "Nothing here yet",
  "empty.today": "Nothing is due today",
  "empty.inQueue": { one: "{n} waits in the queue", other: "{n} wait in the queue" },
  "empty.withKey":
    "{keys} in any tab takes a call down in one line: “Sample Caller +371 26 123 456 call back by 3pm”.",
  "empty.withButton":
    "The Sidedesk button of the browser takes a call down in one line: “Sample Caller +371 26 123 456 call back by 3pm”.",
  "empty.beside": "In Gmail and Outlook the desk stands beside the mail.",
  "empty.how":
    "Type a line such as “Sample Caller +371 26 123 456 call back by 3pm” where you log calls: it lands here.",
  "empty.search": "Nothing found",
  "empty.searchHow": "Names, numbers, subjects and notes are searched. Fewer letters find more.",

  "record.gone": "This is no longer here",
  "record.unknownKind": "A newer version of Sidedesk made this. Update to open it; nothing of it is lost.",
  "record.nowIs": "Now: {state}",
  "record.delete": "Delete",
  "record.deleted": "Deleted",

  "form.more": { one: "{n} more field", other: "{n} more fields" },
  "field.hour": "Time",
  "field.status": "Status",
  "fault.wrong-type": "This does not fit here.",
  "fault.too-long": "This is too long.",
  "fault.not-one-line": "Only one line fits here.",
  "fault.not-allowed": "This does not look right. An example: name@example.com",
  "fault.not-a-date": "This is not a date.",
  "value.none": "nothing",
  "value.yes": "yes",
  "value.no": "no",
  "value.record": "a record",

  "item.add": "Add",
  "item.none": "None yet.",
  "item.new": "New entry",
  "item.remove": "Remove",
  "item.removed": "Removed",

  "member.me": "{name} (you)",
  "member.you": "You",
  "member.unknown": "Somebody",
  "member.removed": "removed",
  "role.owner": "Owner",
  "role.assistant": "Assistant",
  "role.principal": "Principal",
  "role.viewer": "Viewer",
  "role.ownerCan": "Does everything, and decides who is on the desk.",
  "role.assistantCan": "Reads and writes everything on the desk.",
  "role.principalCan": "Reads, decides and comments.",
  "role.viewerCan": "Reads only.",

  "history.title": "History",
  "history.created": "{who} created this {kind}",
  "history.set": "{who} set {field} to {after}",
  "history.changed": "{who} changed {field} from {before} to {after}",
  "history.cleared": "{who} cleared {field} (was {before})",
  "history.wrote": "{who} wrote in {field}: “{text}”",
  "history.cut": "{who} shortened {field}",
  "history.list": "{who} changed {list}",
  "history.deleted": "{who} deleted it",
  "history.restored": "{who} brought it back",
  "history.other": "{who} changed {field}",

  "conflict.title": "Two decisions at once",
  "conflict.keep": "Keep this",
  "conflict.settled": "Settled",

  "sidebar.close": "Close the sidebar",
  "desk.open": "Open the whole desk",

  "mail.noPage": "No mail beside this",
  "mail.noPageHow": "Open Gmail or Outlook in this tab, and a mail in it. Until then, enter things by hand:",
  "mail.noneOpen": "Open a mail",
  "mail.noneOpenHow":
    "Then this shows who wrote, bookings in it, and the reply. Without one, enter things by hand:",
  "mail.unreadable": "This page cannot be read",
  "mail.unreadableHow":
    "The webmail may have changed its layout. Nothing is guessed. You can enter things by hand:",
  "mail.writer": "Who wrote",
  "mail.call": "Call",
  "mail.firstTime": "No calls yet",
  "mail.records": "On this mail",
  "mail.noRecords": "Nothing yet.",
  "mail.noThreadId": "The page does not say which mail this is, so nothing can be tied to it.",
  "mail.addTask": "Add task",
  "mail.logCall": "Log call",
  "mail.takeMessage": "Take message",
  "mail.newTask": "New task",

  "reply.title": "Reply",
  "reply.hint": "Colleagues see this as you write",
  "reply.begun": "Draft begun",
  "reply.empty": "Write a reply",
  "reply.insert": "Put into the mail",
  "reply.status": "Approval and status",
  "insert.done": "It is in the mail. Read it, then send it yourself.",
  "insert.opensReply": "Opens the reply box of this mail and puts the text there. You send it yourself.",
  "insert.intoBox": "Goes to the top of the open reply box. You send it yourself.",
  "insert.no-page": "There is no mail page here. Open the mail in Gmail or Outlook, then try again.",
  "insert.no-compose-box": "The reply box did not open. Press Reply on the mail, then press here again.",
  "insert.which":
    "This mail has several messages. Press Reply on the right one first, then press here again.",
  "insert.ambiguous": "Several reply boxes are open. Close all but the right one, then press here again.",
  "insert.refused": "The mail page did not take the text. Copy it from here and paste it there.",

  "nav.label": "Desk",
  "nav.menu": "Menu",
  "nav.desk": "Choose a desk",
  "nav.allDesks": "All desks",
  "nav.members": "Members",
  "nav.late": { one: "{n} late", other: "{n} late" },
  "nav.principals": "All principals",
  "nav.addPrincipal": "Add whom you work for",
  "nav.settings": "Desk and settings",

  "invite.needsServer": "To invite colleagues, connect this desk to a server first.",
  "invite.role": "Role",
  "invite.make": "Invite a colleague",
  "invite.link": "This link works once, until {time}",
  "invite.copy": "Copy link",
  "invite.copied": "Link copied",
  "invite.care": "Send it in a way that only they can read: whoever opens it first is on the desk.",

  "server.title": "Sync server",
  "server.why":
    "This desk is on this device alone. A server shares it with colleagues; it only ever sees sealed data.",
  "server.url": "Address of the server",
  "server.connect": "Connect",
  "fingerprint.why": "Fingerprint of this desk. Colleagues must see the same digits:",

  "setAside.title": "Not applied",
  "setAside.why":
    "These could not be applied. Nothing else was held up. Read them, and do them again if you still want them.",
  "setAside.banner": { one: "{n} change could not be applied", other: "{n} changes could not be applied" },
  "setAside.show": "Look",
  "setAside.dismiss": "Dismiss",

  "language.title": "Language",
  "language.browser": "As the browser",

  "desks.title": "Desks on this device",
  "desks.another": "Add a desk",
  "desks.remove": "Remove {desk} from this device",
  "desks.removeTitle": "Remove {desk}?",
  "desks.removeShared": "It goes from this device. Colleagues keep it, and what was not yet sent is lost.",
  "desks.removeLocal": "It is on this device alone: all of it is lost for good.",
  "desks.removeIt": "Remove",
} as const satisfies Record<string, Message>;
