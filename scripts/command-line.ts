import { askForHelp, BadInput } from './arguments';

/** Ends the program without a word once nobody reads what it says any more, as when it is piped to `head`. */
export function endWithItsReader(): void {
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem;
    process.exit();
  });
}

/**
 * Runs a command; a thrown error becomes one line and exit code 1, or 2 for input that can't be read, without a stack
 * nobody asked for. Asked for help, it prints `usage` and does nothing else.
 */
export async function runCommand(
  name: string,
  command: () => Promise<void> | void,
  usage?: string,
): Promise<void> {
  endWithItsReader();
  if (usage !== undefined && askForHelp(process.argv.slice(2))) {
    console.log(usage);
    return;
  }
  try {
    await command();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = error instanceof BadInput ? 2 : 1;
  }
}
