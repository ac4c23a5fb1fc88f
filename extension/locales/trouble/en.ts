import type { Message } from "../catalogue.ts";

/** What a person is told when a sync, a server or a part of Sidedesk does not go on, and the buttons that help. */
export const trouble = {
  "problem.anew":
    "{what} Nothing of it was taken in, and nothing is lost: your work is here. If the server was restored or moved, sync from the beginning: what it lacks is sent again.",
  "problem.unknownDesk":
    "The server does not know this desk, so nothing comes or goes. Nothing is lost: your work is here. Check the server’s address in the settings. If it was emptied or moved, sync from the beginning: what it lacks is sent again.",
  "problem.ownerFirst":
    "The server has lost a part of the list of members, and only an owner of the desk can bring it back. Nothing is lost: your work is here. Ask an owner to sync from the beginning, then try again.",
  "problem.wrongKey":
    "The key on this device does not open the desk, so nothing comes in. What you write is kept here. Export it in the options, remove the desk there, and join again by a new invitation from an owner.",
  "problem.refused":
    "The server does not accept what this device sends, so it is kept here: nothing is lost. Update Sidedesk, then sync from the beginning.",
  "problem.garbled":
    "The server sends what Sidedesk cannot read. Nothing of it was taken in, and your work is kept here. Sidedesk tries again by itself; if it lasts, tell whoever runs the server.",
  "problem.pruned":
    "The server keeps only the newest part of this desk, and this browser cannot begin with it yet. Your work is kept here. It goes on by itself once a colleague's browser has been open for a while.",
  "problem.passing":
    "The sync does not succeed at the moment. Your work is kept here, and Sidedesk tries again by itself. ({detail})",
  "problem.slower":
    "The server asks this browser to send more slowly, for a great deal was sent. Nothing is lost: what waits here is sent by itself, little by little.",
  "problem.clockApart":
    "The clock of this computer and that of the server do not agree. Your work is sent all the same, but times may be wrong, and roles and invitations may seem to end too early or too late. Set the clock, then try again.",
  "problem.unsent": { one: "{n} change waits here to be sent.", other: "{n} changes wait here to be sent." },
  "sync.anew": "Sync from the beginning",
  "sync.stoppedUnsent": { one: "Sync stopped · {n} to send", other: "Sync stopped · {n} to send" },
  "sync.waiting": { one: "{n} to send", other: "{n} to send" },
  "unread.by": {
    one: "{n} change by {who} could not be read; all others are here.",
    other: "{n} changes by {who} could not be read; all others are here.",
  },
  "unread.somebody": "a colleague",
  "unread.how": "Update Sidedesk and sync from the beginning, or ask them to write it again.",
  "unread.waiting":
    "Something here waits for an earlier change that has not come; everything else is here. Sync from the beginning; if that does not help, ask your colleagues whether all is sent on their side.",
  "unread.withheld":
    "A colleague already has work by {who} that the server has not given to this browser. Everything else is here. If this message stays for more than a few minutes, tell whoever runs the server.",
  "lost.gone":
    "Gone from this browser: {desks}. The browser, or a program that cleans up, has removed what Sidedesk kept here.",
  "lost.back":
    "What was sent is on the server: come back with your paper key or by an invitation. A backup file also has what had not been sent when it was made.",
  "lost.alone": "It had no server: {desks} can be had again only from a backup file, if you made one.",
  "server.change": "Change the address",
  "server.changeWhy": "For a server that was moved. What the new one lacks is sent there.",
  "standing.gone": "Sidedesk was updated. What you typed is kept. Load this page again to go on.",
  "standing.silent":
    "Sidedesk’s background does not answer. What is saved stays saved, and your text stays in its field. Load this page again; if that does not help, restart the browser.",
  "standing.reload": "Load again",
  "failure.noStore":
    "Sidedesk cannot open its store in this browser, so it shows nothing now. What was saved is still there. Free some space or restart the browser, then load this page again. ({detail})",
  "failure.roster":
    "The server’s list of members does not hold together, so this was not done. Nothing was changed. Tell whoever runs the server.",
  "failure.refused":
    "The server did not accept this. Nothing was changed, and your text is still here. Update Sidedesk, then try again.",
  "failure.ownerFirst":
    "The server lacks a part of the list of members, so this was not done. Only an owner can bring it back: ask one to do this first.",
  "failure.noServer": "This desk has no server yet, so nobody can be invited. Connect it to one first.",
  "failure.membersFull": "The list of members is full, so this was not done. Nothing was changed.",
  "failure.lastOwner":
    "A desk keeps at least one owner, so this was not done. Make somebody else an owner first.",
} as const satisfies Record<string, Message>;
