/** Says on the terminal what happens, and when it happened. */
export class Progress {
  private readonly started = performance.now();

  say(sentence: string): void {
    const seconds = (performance.now() - this.started) / 1_000;
    process.stdout.write(`${seconds.toFixed(1).padStart(6)}s  ${sentence}\n`);
  }

  trouble(text: string): void {
    process.stderr.write(`\n${text}\n`);
  }
}
