import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

const error = 50;

/**
 * Reads along in a log and passes on what a person has to see: lines of level error and worse, and
 * whatever a program wrote that is no log line (a crash). Returns the end of it.
 */
export function follow(log: string, tell: (line: string) => void): () => void {
  let at = 0;
  let rest = '';
  const look = () => {
    const { text, next } = readFrom(log, at);
    at = next;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const trouble = troubleIn(line);
      if (trouble) tell(trouble);
    }
  };
  const timer = setInterval(look, 500);
  return () => {
    clearInterval(timer);
    look();
  };
}

/** What of a log line a person has to see; `undefined` for nothing. */
export function troubleIn(line: string): string | undefined {
  if (!line.trim()) return undefined;
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch {
    return line;
  }
  if (typeof entry !== 'object' || entry === null || !('level' in entry)) return undefined;
  if (typeof entry.level === 'number' && entry.level < error) return undefined;
  const { msg, err } = entry as { msg?: string; err?: { message?: string } };
  return [...new Set([msg, err?.message])].filter(Boolean).join(': ') || line;
}

function readFrom(log: string, at: number): { text: string; next: number } {
  if (!existsSync(log)) return { text: '', next: at };
  const file = openSync(log, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - at));
    const read = readSync(file, bytes, 0, bytes.length, at);
    return { text: bytes.toString('utf8', 0, read), next: at + read };
  } finally {
    closeSync(file);
  }
}
