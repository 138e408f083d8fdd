import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { DeskListener } from '../../src/serve/cli/desk-listener.ts';

/** An engine that answers each connection with its name, and ends while it holds the first when that is its name. */
const ENGINE = `
  const [name] = process.argv.slice(2);
  process.on('message', (message, socket) => {
    if (name === 'ends') process.exit();
    socket?.end(name);
  });
  process.send('ready');
`;

it('connections on their way to an engine that ends are answered by the next, and none is left hanging', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-listener-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, 'engine.mjs');
  writeFileSync(script, ENGINE);
  const listener = await DeskListener.listen(0);
  if (listener === undefined) expect.fail('no port is free');
  onTestFinished(() => listener.close());
  const start = (name: string): void => {
    const engine = fork(script, [name], { execArgv: [] });
    onTestFinished(() => void engine.kill());
    listener.serve(engine);
    engine.once('exit', () => name === 'ends' && start('stays'));
  };
  const answers = Promise.all(Array.from({ length: 12 }, () => answerOf(listener.port)));
  start('ends');
  const given = await answers;
  expect(given).toHaveLength(12);
  // The one that it held, and the one that was sent behind it, went with it.
  expect(given.filter((answer) => answer === 'stays').length).toBeGreaterThanOrEqual(10);
});

/** All that comes until the connection is closed. */
function answerOf(port: number): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(answer));
  });
}
