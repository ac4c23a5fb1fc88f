/** What failed, what it means for the work, what to do. `problem.*` are those of the sync, which goes on by itself or has stopped. */
export const failures = {
  "failure.quota":
    "There is no room left on this device. Your text is still here: free some space, then try again.",
  "failure.notAllowed": "Your role on this desk does not allow this. Your text is still here. Ask an owner.",
  "failure.gone": "This is no longer here. Your text is still in its field.",
  "failure.changedSince":
    "Somebody has changed this since. It was not taken back and stays as it is now: its history says who.",
  "failure.offline":
    "The server cannot be reached. Your work is kept here. Check the connection and the address, then try again.",
  "failure.badInvite":
    "This is not a whole invitation. Nothing was changed. Copy the link from “web+sidedesk:join” to its end and paste it again.",
  "failure.inviteExpired": "This invitation has expired. Nothing was changed. Ask for a new one.",
  "failure.inviteUsed": "This invitation was used already: each works once. Ask for a new one.",
  "failure.inviteRevoked": "This invitation was withdrawn. Nothing was changed. Ask for a new one.",
  "failure.inviteUnknown": "The desk does not know this invitation. Nothing was changed. Ask for a new one.",
  "failure.inviteNowhere":
    "The server does not know this desk, so nothing was joined. Ask whoever invited you, or an owner of the desk, whether the server was moved.",
  "failure.insecure":
    "This invitation leads to a server without encryption, so nothing was sent there. Ask for one to an https address.",
  "failure.alreadyHere": "This desk is on this device already. Choose it at the top of the desk page.",
  "failure.alreadyMember":
    "This browser was removed from this desk, and what it had is still here. Export what you need in the options, remove the desk there, then join again.",
  "failure.badServer":
    "There is no Sidedesk server at this address. Nothing was sent. Check the address and try again.",
  "failure.badAddress":
    "This is not the address of a server. Nothing was sent. It looks like https://desk.example.com.",
  "failure.version":
    "The server is of another version, so this was not done. Your work is kept here. Update Sidedesk, or ask whoever runs the server to.",
  "failure.unknownDesk":
    "The server does not know this desk. Your work is kept here. Ask whoever runs the server.",
  "failure.moved":
    "Colleagues changed the list of members at the same moment, so this was not done. Try again.",
  "failure.serverFull":
    "The server has no room left. Your work is kept here. Ask whoever runs the server for more, then try again.",
  "failure.closed":
    "This server takes a new desk only with its key: an address that ends in # and the key. Nothing was changed. Ask whoever runs the server for it.",
  "failure.busy": "The server has too much to do. Your work is kept here. Try again in a minute.",
  "failure.clock":
    "The clock of this device is wrong, so the server refused this. Set the clock, then try again.",
  "failure.sample": "The sample desk stays on this device. Create a desk of your own to share it.",
  "failure.interrupted":
    "Sidedesk was interrupted before it could answer. Look whether this was done; if not, try again.",
  "failure.invalid": "This could not be saved as it is. Your text is still here: look at the marked fields.",
  "failure.other": "This did not work, and your text is still here. Try again. ({detail})",
  "problem.distrust":
    "{what} Nothing of it was taken in, and your work is kept here. Tell whoever runs the server, then try again.",
  "problem.forged": "The server sent a change with a false signature.",
  "problem.withheld": "The server left out a colleague’s change.",
  "problem.forked": "The server shows another history than it did before.",
  "problem.rollback": "The server has gone back to an older state and lost work that it had confirmed.",
  "problem.replayed": "The server sent an old change a second time.",
  "problem.stranger": "The server sent a change by somebody who is not on this desk.",
  "problem.anotherDesk": "The server sent a change of another desk.",
  "problem.roster": "The server’s list of members does not hold together.",
  "problem.version":
    "The server and this Sidedesk are of different versions, so nothing comes or goes. Your work is kept here and is sent later. Update Sidedesk, or ask whoever runs the server to.",
  "problem.removed":
    "This device is no longer on the desk. What is here can still be read, but nothing comes or goes. Ask an owner for a new invitation.",
  "problem.role":
    "Your role does not let this device send changes. They are kept here. Ask an owner, then try again.",
  "problem.superseded":
    "Another copy of Sidedesk has taken over in this browser. Nothing is lost. Close the browser and open it again.",
  "problem.diskFull":
    "There is no room left on this device, so nothing new comes in. What is saved stays saved. Free some space: it then goes on by itself.",
  "problem.closed":
    "The server lost this desk and takes it back only with its key. Your work is kept here. In the options, give the server’s address again, with # and the key at its end.",
  "problem.serverFull":
    "The server has no room left for this desk. Your changes are kept here and go out by themselves when there is room. Tell whoever runs the server.",
  "problem.clock":
    "The clock of this device is wrong, so the server refuses its changes. They are kept here. Set the clock, then try again.",
  "problem.badServer":
    "Something else answers at the server’s address, perhaps the sign-in page of a network. Your work is kept here and goes out by itself once the server is back.",
  "problem.other":
    "Sync has stopped, and your work is kept here. Tell whoever runs the server, then try again. ({detail})",
} as const;
