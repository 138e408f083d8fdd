import { record } from './0001-record.ts';
import { folderNotes } from './0002-folder-notes.ts';
import { erasure } from './0003-erasure.ts';

/** Every migration in order; its number is its place. One that has landed is never edited, only followed. */
export const migrations: readonly string[] = [record, folderNotes, erasure];
