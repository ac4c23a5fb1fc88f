import { type ChildProcess, spawn } from "node:child_process";

/** The real server in a process of its own. */
export class ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
    this.port = Number(new URL(url).port);
    this.#ended = new Promise((resolve) => child.on("exit", resolve));
  }

  /** Starts it with these flags; rejects with what it printed when it ends instead. */
  static async start(...flags: string[]): Promise<ServerProcess> {
    const args = ["--disable-warning=ExperimentalWarning", "sync-server/main.ts", ...flags];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const url = await new Promise<string>((resolve, reject) => {
      const hear = (part: Buffer) => {
        output += part;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
        if (found) resolve(found[0]);
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
    });
    return new ServerProcess(child, url);
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Ends it by a signal; gives its exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.#ended;
  }
}
