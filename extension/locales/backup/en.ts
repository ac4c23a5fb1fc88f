import type { Message } from "../catalogue.ts";

/** A desk's backup file: making one, and coming back from one. */
export const backup = {
  "backup.title": "Backup file",
  "backup.why":
    "The whole desk in one file, under a passphrase that you choose. From it the desk comes back on an empty computer. Keep it somewhere else than on this computer.",
  "backup.server":
    "The file holds the work, and no way onto the server. To go on with your colleagues you also need your paper key or an invitation.",
  "backup.last": "Last made in this browser: {time}",
  "backup.none": "None was made in this browser yet.",
  "backup.make": "Make a backup file",
  "backup.beforehand":
    "Whoever has the file and the passphrase reads the desk as it is now, privileged records too. Without the passphrase nobody opens the file, Sidedesk neither.",
  "backup.making": "Sealing the desk: {n} of {total}",
  "backup.save": "Save the file",
  "backup.saved": "Saved: {file}",
  "backup.wanted":
    "This desk is in this browser alone. If its data or the computer are lost, only a backup file brings it back.",
  "backup.old": "The last backup of this desk: {time}. What was done since is in this browser alone.",
  "fromFile.choose": "I have a backup file",
  "fromFile.file": "Backup file",
  "fromFile.passphrase": "Passphrase of the file",
  "fromFile.open": "Open the file",
  "fromFile.made": "Made {time} by {person}",
  "fromFile.server":
    "This desk is on {server}. With your paper key, or a link that you were given, you come back onto it, and get what was done since.",
  "fromFile.key": "Paper key or link",
  "fromFile.join": "Restore and connect",
  "fromFile.aloneWhy":
    "Without them the desk comes back as it was then, on this device alone: colleagues see nothing of what you do here. If nobody else was ever on it, it can go onto a server again later, as a new desk.",
  "fromFile.alone": "Restore on this device alone",
  "fromFile.progress": "Restoring the desk: {n} of {total}",
  "failure.backupForeign": "This is no backup file of Sidedesk. Nothing was changed. Choose another file.",
  "failure.backupVersion":
    "This backup file is of another version of Sidedesk. Nothing was changed. Update Sidedesk, then open it again.",
  "failure.backupCut":
    "The end of this file is missing: it was not copied whole. Nothing was changed. Copy it again, or choose an older one.",
  "failure.backupDamaged":
    "A part of this file is not as it was written. Nothing was changed. Copy it again, or choose an older one.",
  "failure.backupPassphrase":
    "This passphrase does not open the file. Nothing was changed. Look at capitals and the keyboard’s language, then try again.",
  "failure.backupKey":
    "This desk has a server: type your paper key or paste a link, or restore on this device alone.",
  "failure.backupOtherDesk":
    "This leads to another desk than the file’s. Nothing was changed. Look for the right paper key or link.",
} as const satisfies Record<string, Message>;
