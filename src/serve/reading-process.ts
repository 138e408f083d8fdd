/**
 * The process that parses documents. It gets bytes over its input and answers over its output; it has no key, no vault,
 * no environment and no files but its own code. It ends when its input does.
 */
import { shutNetwork } from './network-guard.ts';
import { guardProcess } from './process-guard.ts';

// It holds the text of a document: nobody is to look into it either.
guardProcess();
shutNetwork();
const { serveReadings } = await import('./reading-service.ts');
serveReadings();
