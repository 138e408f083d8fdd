import { guardProcess } from '../process-guard.ts';

// Everything else is loaded after it, so that there is no moment with a key, and as few as can be without, in which this
// process is open.
guardProcess();
await import('./command-line.ts');
