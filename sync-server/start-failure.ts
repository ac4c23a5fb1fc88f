import type { Settings } from "./settings.ts";

/** SQLite's own numbers: it may not write, cannot open the file, found that it is no database. */
const [READ_ONLY, CANNOT_OPEN, NO_DATABASE] = [8, 14, 26];
const TAKE_ANOTHER = "Name another folder: --data FOLDER";

/**
 * Why a server could not start, for an error of the system or of SQLite that another setting or a change on the
 * computer mends; as the system says it where nothing more is known of it, undefined where it is no such error.
 */
export function sayStartFailure(
  error: unknown,
  { host, port, data }: Pick<Settings, "host" | "port" | "data">,
): string | undefined {
  if (!(error instanceof Error && "code" in error)) return undefined;
  const { code, message } = error;
  const { syscall, errcode } = error as { syscall?: unknown; errcode?: unknown };
  if (code === "EADDRINUSE")
    return `Another program listens on ${host}, port ${port}. End it, or take another port: --port ${port === 65_535 ? 8787 : port + 1}`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `"${host}" is no address of this computer. --host is 127.0.0.1 for this computer alone, 0.0.0.0 for everybody who reaches it.`;
  if (syscall === "listen" && code === "EACCES")
    return `Port ${port} is kept for the system. Take one from 1024 on (--port 8787), with a proxy in front of it.`;
  if (syscall === "mkdir" && (code === "EEXIST" || code === "ENOTDIR"))
    return `${data} is a file, or lies in one. ${TAKE_ANOTHER}`;
  if (syscall === "mkdir" || errcode === CANNOT_OPEN || errcode === READ_ONLY)
    return `The folder ${data} cannot be written (${message}). Give this user the right to, or: ${TAKE_ANOTHER}`;
  if (errcode === NO_DATABASE)
    return `In ${data} lies a file that is no database of Sidedesk (sidedesk.sqlite, or its .lock). ${TAKE_ANOTHER}`;
  if (syscall === "connect") return `No PostgreSQL answers there (${message}). Look at --database.`;
  return message;
}
