import { BadInput, parseArguments } from './arguments';
import { runCommand } from './command-line';
import { startServer } from './static-server';

const USAGE = `usage:
  npm run serve -- [--port n] [--host address] [--base path] [--dir folder]
Serves a built site as a plain static host does: out/ at port 3000, to this computer alone. PORT names a port as well;
0 is any that is free.`;

await runCommand(
  'serve',
  async () => {
    const { values } = parseArguments(process.argv.slice(2), {
      ...{ flags: [], values: ['port', 'host', 'base', 'dir'], positional: 0 },
    });
    const last = (name: string): string | undefined => values.get(name)?.at(-1);
    const port = readPort(last('port') ?? process.env['PORT'] ?? '3000');
    const dir = last('dir') ?? 'out';
    const { url } = await startServer({
      ...{ port, dir, host: last('host') ?? '127.0.0.1', base: last('base') ?? '' },
    });
    console.log(`Serving ${dir}/ at ${url}`);
  },
  USAGE,
);

/** An empty text is no port: taken for 0, it would serve at a port that nobody knows. */
function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new BadInput(`"${text}" is not a port; give a number from 0 to 65535.`);
}
