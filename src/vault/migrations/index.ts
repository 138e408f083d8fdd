import { record } from './0001-record.ts';

/** Every migration in order; its number is its place. One that has landed is never edited, only followed. */
export const migrations: readonly string[] = [record];
