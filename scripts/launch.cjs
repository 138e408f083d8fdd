'use strict';
// Runs the built command line in this process, after saying plainly what is missing. CommonJS with unprefixed modules,
// so that an older Node still gets as far as the sentence about its version.

// Before anything else: Node would open its debugger to whoever sends this signal.
if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined);

const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const FLOOR = [20, 19];
const root = path.join(__dirname, '..');
const cli = path.join(root, 'dist', 'cli.js');

const stop = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};

const start = () =>
  import(pathToFileURL(cli).href).catch((error) => {
    if (error?.code === 'ERR_MODULE_NOT_FOUND') stop('Daybook is not completely installed. In its folder, run: npm ci');
    throw error;
  });

const buildAndStart = async () => {
  try {
    await import(pathToFileURL(path.join(__dirname, 'build.mjs')).href);
  } catch {
    stop('Daybook is not built, and could not be built now. In its folder, run: npm ci');
  }
  if (!fs.existsSync(cli)) stop('Daybook is not completely here: its command line is missing. Fetch the folder again.');
  await start();
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < FLOOR[0] || (major === FLOOR[0] && minor < FLOOR[1])) {
  stop(
    `Daybook needs Node ${FLOOR.join('.')} or later, and this is ${process.versions.node}. Install a newer Node, then run: npm ci`,
  );
} else if (!fs.existsSync(path.join(root, 'node_modules'))) {
  stop('Daybook is not installed yet. In its folder, run: npm ci');
} else if (fs.existsSync(cli)) {
  void start();
} else {
  void buildAndStart();
}
