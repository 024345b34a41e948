/** Ends the program without a word once nobody reads what it says any more, as when it is piped to `head`. */
export function endWithItsReader(): void {
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem;
    process.exit();
  });
}

/** Runs a command; a thrown error becomes one line and exit code 1, without a stack nobody asked for. */
export async function runCommand(name: string, command: () => Promise<void> | void): Promise<void> {
  endWithItsReader();
  try {
    await command();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
