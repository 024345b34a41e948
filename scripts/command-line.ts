/** Runs a command; a thrown error becomes one line and exit code 1, without a stack nobody asked for. */
export async function runCommand(name: string, command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
