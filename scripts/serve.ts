import { parseArgs } from 'node:util';
import { runCommand } from './command-line';
import { startServer } from './static-server';

await runCommand('serve', async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '3000' },
      host: { type: 'string', default: '127.0.0.1' },
      base: { type: 'string', default: '' },
      dir: { type: 'string', default: 'out' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`"${values.port}" is not a port; give a number from 0 to 65535.`);
  }
  const { url } = await startServer({ ...values, port });
  console.log(`Serving ${values.dir}/ at ${url}`);
});
